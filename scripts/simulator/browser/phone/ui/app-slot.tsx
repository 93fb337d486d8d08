import type { HostApp } from '../../../contract/phone';
import { ProgramIcon } from './program-icon';

/**
 * The app behind: its own page when it has one (it reaches the phone by `window.parent.phone`),
 * else a plain screen.
 */
export function AppSlot({ app }: { app: HostApp }) {
  return (
    <section class="app-slot" id="app-slot">
      {app.url ? (
        <iframe class="app-frame" title={app.name} src={app.url} />
      ) : (
        <div class="app-plain">
          <ProgramIcon name={app.name} icon={app.icon ?? ''} className="app-icon" />
          <p>{app.name}</p>
        </div>
      )}
    </section>
  );
}
