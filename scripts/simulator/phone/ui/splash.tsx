import type { ClientWords } from './words';

/** What WeChat shows while a program starts cold. */
export function Splash({ name, icon, words }: { name: string; icon: string; words: ClientWords }) {
  return (
    <div class="splash" role="status" aria-label={`${words.loading} ${name}`}>
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

/** The program's picture, or its first letter on WeChat's green. */
export function ProgramIcon({ name, icon, className }: { name: string; icon: string; className: string }) {
  if (icon) return <img class={`program-icon ${className}`} src={icon} alt="" />;
  return (
    <span class={`program-icon ${className}`} aria-hidden="true">
      {[...name][0] ?? ''}
    </span>
  );
}
