import { useRef } from 'preact/hooks';
import { surfaceId } from '../touch/surface-id';
import type { ClientWords } from './words';

/** wx.openPrivacyContract: a page of WeChat's over the program. */
export function ContractPage({
  name,
  words,
  onBack,
}: {
  name: string;
  words: ClientWords;
  onBack: () => void;
}) {
  const shown = useRef({});
  return (
    <div
      class="contract"
      data-testid="privacy-contract"
      data-surface={surfaceId('contract', shown.current)}
    >
      <header class="navigation-bar contract-bar">
        <button type="button" class="navigation-back" aria-label={words.back} onClick={onBack}>
          <svg
            width="12"
            height="24"
            viewBox="0 0 12 24"
            fill="none"
            stroke="currentColor"
            stroke-width="1.8"
            role="presentation"
          >
            <path
              d="M10.500 3.500 2 12l8.500 8.500"
              stroke-linecap="round"
              stroke-linejoin="round"
            />
          </svg>
        </button>
      </header>
      <article class="contract-text">
        <h2>{words.contractTitle}</h2>
        <p>{words.contractBody(name)}</p>
      </article>
    </div>
  );
}
