import type { OpenPicker } from '../screen';
import { surfaceId } from '../touch/surface-id';
import type { ClientWords } from './words';

interface Props {
  readonly picker: OpenPicker | null;
  readonly words: ClientWords;
  readonly onTurn: (column: number, index: number) => void;
  readonly onAnswer: (answer: 'confirm' | 'cancel') => void;
}

/**
 * WeChat's sheet of columns. https://developers.weixin.qq.com/miniprogram/dev/component/picker.html
 */
export function Picker({ picker, words, onTurn, onAnswer }: Props) {
  if (!picker) return null;
  const { title, mode, columns } = picker.view;
  return (
    <div class="sheet-mask" data-surface={surfaceId('picker', picker.shown)}>
      <div class="picker" role="dialog" aria-modal="true" data-picker={mode}>
        <header class="picker-head">
          <button type="button" data-testid="picker-cancel" onClick={() => onAnswer('cancel')}>
            {words.cancel}
          </button>
          <span>{title}</span>
          <button
            type="button"
            class="picker-confirm"
            data-testid="picker-confirm"
            onClick={() => onAnswer('confirm')}
          >
            {words.confirm}
          </button>
        </header>
        <div class="picker-body">
          {columns.map(({ options, selected }, column) => (
            <select
              key={column}
              size={7}
              aria-label={`${column + 1}`}
              onChange={(event) => onTurn(column, event.currentTarget.selectedIndex)}
            >
              {options.map((text, index) => (
                <option key={index} value={String(index)} selected={index === selected}>
                  {text}
                </option>
              ))}
            </select>
          ))}
        </div>
      </div>
    </div>
  );
}
