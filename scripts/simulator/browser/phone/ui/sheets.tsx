import { isScope } from '../../../contract/surroundings';
import type { PhoneScreen, SheetView } from '../screen';
import { surfaceId } from '../touch/surface-id';
import { ProgramIcon } from './program-icon';
import { scopeWords } from './scope-words';
import type { ClientWords } from './words';

interface Props {
  readonly screen: PhoneScreen;
  readonly words: ClientWords;
  readonly onAnswer: (answer: 'allow' | 'reject') => void;
  readonly onContract: () => void;
}

/** WeChat's half-screens, drawn by WeChat and not by the program. */
export function Sheets({ screen, words, onAnswer, onContract }: Props) {
  const { sheet, programName, programIcon } = screen;
  if (!sheet) return null;
  const isPhone = sheet.kind === 'phone-number';
  const isPrivacy = sheet.kind === 'privacy';
  return (
    <div class="sheet-mask" data-surface={surfaceId('sheet', sheet)}>
      <div
        class="sheet"
        role="dialog"
        aria-modal="true"
        aria-labelledby="sheet-title"
        data-sheet={sheet.kind}
      >
        <p class="sheet-program">
          <ProgramIcon name={programName} icon={programIcon} className="sheet-icon" />
          {isPrivacy ? programName : words.asks(programName)}
        </p>
        <h2 class="sheet-title" id="sheet-title">
          {titleOf(sheet, screen, words)}
        </h2>
        {sheet.reason && <p class="sheet-text">{sheet.reason}</p>}
        {isPhone && (
          <div class="sheet-number">
            <span>
              <b data-testid="sheet-number">{sheet.subject}</b>
              <small>{words.phoneNote}</small>
            </span>
            <svg width="20" height="20" viewBox="0 0 20 20" role="presentation" class="sheet-check">
              <path
                d="m3.500 10.500 4.500 4.500 9-10"
                fill="none"
                stroke="currentColor"
                stroke-width="2.200"
                stroke-linecap="round"
                stroke-linejoin="round"
              />
            </svg>
          </div>
        )}
        {isPrivacy && (
          <p class="sheet-text">
            {words.privacyBefore(programName)}
            <button type="button" class="sheet-link" onClick={onContract}>
              {sheet.subject}
            </button>
            {words.privacyAfter}
          </p>
        )}
        <div class="sheet-buttons">
          <SheetButton answer="reject" onAnswer={onAnswer}>
            {isPrivacy ? words.disagree : words.reject}
          </SheetButton>
          <SheetButton answer="allow" onAnswer={onAnswer}>
            {isPrivacy ? words.agree : words.allow}
          </SheetButton>
        </div>
      </div>
    </div>
  );
}

function SheetButton({
  answer,
  onAnswer,
  children,
}: Pick<Props, 'onAnswer'> & {
  readonly answer: 'allow' | 'reject';
  readonly children: string;
}) {
  return (
    <button
      type="button"
      class={answer === 'allow' ? 'sheet-button primary' : 'sheet-button'}
      data-testid={`sheet-${answer}`}
      onClick={() => onAnswer(answer)}
    >
      {children}
    </button>
  );
}

function titleOf(
  { kind, subject }: SheetView,
  { device }: PhoneScreen,
  words: ClientWords,
): string {
  if (kind === 'phone-number') return words.phoneTitle;
  if (kind === 'privacy') return words.privacyTitle;
  if (kind === 'mini-program') return words.opens(subject);
  return words.scopeTitle(isScope(subject) ? scopeWords(device.language)[subject] : subject);
}
