import { keepWordsWhole } from '@mini-login/local-server/line-ends';
import { options, render } from 'preact';
import type { App } from '../../contract/tenant';
import { ask, useResource } from './api';
import { Applications } from './applications';
import { Faults } from './faults';
import { Journal } from './journal';
import { People } from './people';
import { Sources } from './sources';
import { words } from './words';

function Console() {
  const workbench = backTo(new URLSearchParams(location.search).get('workbench'));
  const [apps, reloadApps] = useResource<readonly App[]>('/apps');
  const reset = () => void ask('POST', '/reset').then(() => location.reload());
  return (
    <>
      <header>
        <h1>{words.title}</h1>
        <nav>
          <a href="#sources">{words.sources}</a>
          <a href="#applications">{words.applications}</a>
          <a href="#people">{words.people}</a>
          <a href="#faults">{words.faults}</a>
          <a href="#journal">{words.journal}</a>
        </nav>
        {workbench !== null && <a href={workbench}>{words.workbench}</a>}
        <button type="button" class="quiet" onClick={reset}>
          {words.reset}
        </button>
      </header>
      <main>
        <p class="purpose">{words.purpose}</p>
        <Sources apps={apps} />
        <Applications apps={apps} reload={reloadApps} />
        <People />
        <Faults />
        <Journal />
      </main>
    </>
  );
}

/** Who has led here: another server on this machine, and nothing else. */
function backTo(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, hostname, href } = new URL(address);
  return protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname) ? href : null;
}

document.documentElement.lang = navigator.language;
document.title = words.title;
keepWordsWhole(options, document.documentElement.lang);
render(<Console />, document.body);
