import type { Path } from './schema';
import type { EditorWords } from './words';

/** What all fields of a form share. */
export interface Form {
  readonly words: EditorWords;
  /** The brand's languages: others need no text. */
  readonly languages: readonly string[];
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  /** Lines of a text on the narrowest phone, on the screen that is shown; null: it is not on it. */
  readonly drawn: (text: string) => number | null;
  /** What the program says where the brand says nothing. */
  readonly usual: (path: Path) => string;
  /** `undefined` removes it. */
  readonly change: (path: Path, value: unknown) => void;
}
