import { useState } from 'preact/hooks';
import type { OpenDialog } from '../../../contract/phone';
import { surfaceId } from '../touch/surface-id';
import type { ClientWords } from './words';

interface Props {
  readonly dialog: OpenDialog | null;
  readonly words: ClientWords;
  readonly onAnswer: (answer: string, content?: string) => void;
}

/**
 * wx.showToast, showLoading, showModal, showActionSheet; parameters are the program's, so each is
 * read with care.
 */
export function Dialogs({ dialog, words, onAnswer }: Props) {
  if (!dialog) return null;
  const { kind, params } = dialog;
  const surface = surfaceId('dialog', dialog);
  if (kind === 'modal')
    return <Modal params={params} surface={surface} words={words} onAnswer={onAnswer} />;
  if (kind === 'actionSheet')
    return <ActionSheet params={params} surface={surface} words={words} onAnswer={onAnswer} />;
  const title =
    params.native === 'copied'
      ? words.copied
      : params.native === 'no-quota'
        ? words.noQuota
        : text(params.title);
  const icon = kind === 'loading' ? 'loading' : text(params.icon) || 'success';
  return (
    <div class="toast-layer" data-mask={params.mask === true} data-surface={surface}>
      <div class="toast" role="status" data-icon={icon} data-dialog={kind}>
        {typeof params.image === 'string' ? (
          <img class="toast-icon" src={params.image} alt="" />
        ) : (
          <ToastIcon icon={icon} />
        )}
        <p>{title}</p>
      </div>
    </div>
  );
}

function ToastIcon({ icon }: { icon: string }) {
  if (icon === 'none') return null;
  if (icon === 'loading') return <span class="toast-icon toast-loading" />;
  return (
    <svg
      class="toast-icon"
      viewBox="0 0 40 40"
      fill="none"
      stroke="currentColor"
      stroke-width="3.200"
      role="presentation"
    >
      {icon === 'error' ? (
        <path d="M20 9v14M20 29v2.500" stroke-linecap="round" />
      ) : (
        <path d="m8 21 8.500 8.500L33 12" stroke-linecap="round" stroke-linejoin="round" />
      )}
    </svg>
  );
}

interface DialogProps {
  readonly surface: string;
  readonly params: OpenDialog['params'];
  readonly words: ClientWords;
  readonly onAnswer: Props['onAnswer'];
}

function Modal({ params, surface, words, onAnswer }: DialogProps) {
  const [typed, setTyped] = useState(text(params.content));
  const title = text(params.title);
  return (
    <div class="modal-mask" data-surface={surface}>
      <div
        class="modal"
        role="alertdialog"
        aria-modal="true"
        aria-label={title || text(params.content)}
        data-dialog="modal"
      >
        {title && <h2 class="modal-title">{title}</h2>}
        {params.editable === true ? (
          <input
            class="modal-input"
            value={typed}
            placeholder={text(params.placeholderText)}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        ) : (
          <p class="modal-text" data-alone={!title}>
            {text(params.content)}
          </p>
        )}
        <div class="modal-buttons">
          {params.showCancel !== false && (
            <button
              type="button"
              style={{ color: text(params.cancelColor) }}
              data-testid="modal-cancel"
              onClick={() => onAnswer('cancel')}
            >
              {text(params.cancelText) || words.cancel}
            </button>
          )}
          <button
            type="button"
            class="modal-confirm"
            style={{ color: text(params.confirmColor) }}
            data-testid="modal-confirm"
            onClick={() => onAnswer('confirm', typed)}
          >
            {text(params.confirmText) || words.confirm}
          </button>
        </div>
      </div>
    </div>
  );
}

function ActionSheet({ params, surface, words, onAnswer }: DialogProps) {
  const items = Array.isArray(params.itemList) ? params.itemList.map(text) : [];
  return (
    <div class="sheet-mask" data-surface={surface}>
      <div class="action-sheet" role="dialog" aria-modal="true" data-dialog="actionSheet">
        {text(params.alertText) && <p class="action-alert">{text(params.alertText)}</p>}
        {items.map((item, index) => (
          <button
            key={item}
            type="button"
            style={{ color: text(params.itemColor) }}
            data-testid={`action-${index}`}
            onClick={() => onAnswer(String(index))}
          >
            {item}
          </button>
        ))}
        <button
          type="button"
          class="action-cancel"
          data-testid="action-cancel"
          onClick={() => onAnswer('cancel')}
        >
          {words.cancel}
        </button>
      </div>
    </div>
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
