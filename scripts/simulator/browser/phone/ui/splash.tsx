import { Capsule } from './navigation-bar';
import { ProgramIcon } from './program-icon';
import type { ClientWords } from './words';

interface Props {
  readonly name: string;
  readonly icon: string;
  readonly dark: boolean;
  readonly words: ClientWords;
  readonly onClose: () => void;
}

/** What WeChat shows while a program starts cold. */
export function Splash({ name, icon, dark, words, onClose }: Props) {
  return (
    <div class="splash" data-surface="splash" role="status" aria-label={`${words.loading} ${name}`}>
      <header class="navigation-bar splash-bar" data-light={dark}>
        <Capsule words={words} onClose={onClose} />
      </header>
      <ProgramIcon name={name} icon={icon} className="splash-icon" />
      <p class="splash-name">{name}</p>
      <p class="splash-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </p>
    </div>
  );
}
