import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Mask, maskedText, type Secret, secretName } from '../../../../timeline/secrets';
import { useWords } from '../words/words';

/**
 * Which secrets stand open, and how to open one. A secret opened once is open wherever it stands.
 */
export interface Secrecy {
  readonly mask: Mask;
  readonly isShown: (secret: Secret) => boolean;
  readonly toggle: (secret: Secret) => void;
  /** The one under the pointer, so that the same value lights up in other rows. */
  readonly pointedAt: string | null;
  readonly pointAt: (value: string | null) => void;
}

export const SecrecyContext = createContext<Secrecy>({
  mask: (text) => [{ text }],
  isShown: () => false,
  toggle: () => undefined,
  pointedAt: null,
  pointAt: () => undefined,
});

/** A text with its secrets masked; each opens and closes by a click. */
export function Masked({
  text,
  quiet = false,
}: {
  readonly text: string;
  readonly quiet?: boolean;
}) {
  const { mask } = useContext(SecrecyContext);
  return (
    <>
      {mask(text).map((segment, index) =>
        segment.secret === undefined ? (
          segment.text
        ) : (
          <SecretMark key={index} secret={segment.secret} quiet={quiet} />
        ),
      )}
    </>
  );
}

/** `quiet` inside a row's own button, where a button may not stand: no click of its own. */
function SecretMark({ secret, quiet }: { readonly secret: Secret; readonly quiet: boolean }) {
  const words = useWords();
  const { isShown, toggle, pointedAt, pointAt } = useContext(SecrecyContext);
  const shown = isShown(secret);
  const name = secretName(secret);
  const className = `secret${shown ? ' secret-shown' : ''}${pointedAt === secret.value ? ' secret-same' : ''}`;
  const pointing = {
    onPointerEnter: () => pointAt(secret.value),
    onPointerLeave: () => pointAt(null),
  };
  if (quiet) {
    return (
      <span class={className} data-secret={name} {...pointing}>
        {shown ? secret.value : name}
      </span>
    );
  }
  return (
    <button
      type="button"
      class={className}
      data-secret={name}
      aria-label={shown ? words.hideSecret(name) : words.showSecret(name)}
      title={shown ? words.hideSecret(name) : words.showSecret(name)}
      onClick={() => toggle(secret)}
      {...pointing}
    >
      {shown ? secret.value : name}
    </button>
  );
}

/** What "copy" gives: as on the screen, secrets that are not open stay out. */
export function useMaskedText(): (text: string) => string {
  const { mask, isShown } = useContext(SecrecyContext);
  return (text) => maskedText(text, mask, isShown);
}
