import type { ClientWords } from './words';

/** The arrow in the bar of a page that is not the first. */
export function BackArrow({ words, onBack }: { words: ClientWords; onBack: () => void }) {
  return (
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
        <path d="M10.500 3.500 2 12l8.500 8.500" stroke-linecap="round" stroke-linejoin="round" />
      </svg>
    </button>
  );
}
