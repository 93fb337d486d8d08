import type { NavigationBar as Bar } from '../screen';
import { PAGE_BAR } from '../touch/surface-id';
import { BackArrow } from './back-arrow';
import type { ClientWords } from './words';

interface Props {
  readonly bar: Bar;
  readonly words: ClientWords;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/**
 * WeChat's native bar: back arrow, title in the middle, the capsule. 44 px under the status bar.
 */
export function NavigationBar({ bar, words, onBack, onClose }: Props) {
  return (
    <header
      class="navigation-bar"
      data-surface={PAGE_BAR}
      data-light={bar.textStyle === 'white'}
      style={{ background: bar.custom ? 'none' : bar.background }}
    >
      {bar.canGoBack && <BackArrow words={words} onBack={onBack} />}
      <h1 class="navigation-title">
        {bar.loading && <span class="navigation-loading" />}
        <span class="navigation-name">{bar.title}</span>
      </h1>
      <Capsule words={words} onClose={onClose} />
    </header>
  );
}

/** The menu's dots and the close button; over every page of a program, its splash included. */
export function Capsule({ words, onClose }: Pick<Props, 'words' | 'onClose'>) {
  return (
    <div class="capsule">
      {/* The simulator's menu would have nothing in it. */}
      <span class="capsule-part" role="img" aria-label={words.more}>
        <svg width="20" height="8" viewBox="0 0 20 8" fill="currentColor" role="presentation">
          <circle cx="3" cy="4" r="1.900" />
          <circle cx="10" cy="4" r="3" />
          <circle cx="17" cy="4" r="1.900" />
        </svg>
      </span>
      <i class="capsule-line" />
      <button
        type="button"
        class="capsule-part"
        aria-label={words.close}
        data-testid="capsule-close"
        onClick={onClose}
      >
        <svg
          width="18"
          height="18"
          viewBox="0 0 18 18"
          fill="none"
          stroke="currentColor"
          role="presentation"
        >
          <circle cx="9" cy="9" r="7.600" stroke-width="2" />
          <circle cx="9" cy="9" r="3" fill="currentColor" stroke="none" />
        </svg>
      </button>
    </div>
  );
}
