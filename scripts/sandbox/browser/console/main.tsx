import { render } from 'preact';
import { ask } from './api';
import { Applications } from './applications';
import { Faults } from './faults';
import { Journal } from './journal';
import { People } from './people';
import { Sources } from './sources';
import { words } from './words';

function Console() {
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
        <button type="button" class="quiet" onClick={reset}>
          {words.reset}
        </button>
      </header>
      <p class="purpose">{words.purpose}</p>
      <main>
        <Sources />
        <Applications />
        <People />
        <Faults />
        <Journal />
      </main>
    </>
  );
}

document.documentElement.lang = navigator.language;
document.title = words.title;
render(<Console />, document.body);
