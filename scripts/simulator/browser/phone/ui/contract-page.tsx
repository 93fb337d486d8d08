import { useRef } from 'preact/hooks';
import { surfaceId } from '../touch/surface-id';
import { BackArrow } from './back-arrow';
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
        <BackArrow words={words} onBack={onBack} />
      </header>
      <article class="contract-text">
        <h2>{words.contractTitle}</h2>
        <p>{words.contractBody(name)}</p>
      </article>
    </div>
  );
}
