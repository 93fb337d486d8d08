import { useState } from 'preact/hooks';
import {
  type Chosen,
  matches,
  statusOf,
  type UiFile,
  type UiState,
  type UiStatus,
  type UiTest,
} from '../../ui/model';
import type { Selection } from './selection';
import type { UiWords } from './words';

interface Props {
  readonly state: UiState;
  readonly selection: Selection | null;
  readonly words: UiWords;
  readonly onRun: (chosen: readonly Chosen[]) => void;
  readonly onSelect: (selection: Selection) => void;
}

interface ShownFile {
  readonly file: UiFile;
  readonly tests: readonly UiTest[];
  readonly isWhole: boolean;
}

/** By file, with what came of them. */
export function Tests({ state, selection, words, onRun, onSelect }: Props) {
  const [filter, setFilter] = useState('');
  const shown = shownFiles(state.files, filter);
  const chosen = shown.map(({ file, tests, isWhole }) => ({
    path: file.path,
    tests: isWhole ? null : tests.map(({ id }) => id),
  }));
  const all = state.files.flatMap(({ tests }) => tests);
  const count = (wanted: readonly UiStatus[]) =>
    all.filter(({ status }) => wanted.includes(status)).length;
  const isSelected = (path: string, test: string | null) =>
    selection?.path === path && selection.test === test;
  return (
    <nav class="tests" aria-label={words.tests}>
      <div class="bar">
        <input
          type="search"
          placeholder={words.filter}
          aria-label={words.filter}
          value={filter}
          onInput={({ currentTarget }) => setFilter(currentTarget.value)}
        />
        <button
          type="button"
          class="main"
          disabled={shown.length === 0}
          onClick={() => onRun(chosen)}
        >
          {filter.trim() === '' ? words.runAll : words.runShown}
        </button>
      </div>
      <output class="counts">
        {words.counts(count(['passed', 'flaky']), count(['failed']), all.length)}
      </output>
      {shown.length === 0 && <p>{words.noMatch}</p>}
      <ul class="files">
        {shown.map(({ file, tests }) => (
          <li key={file.path}>
            <Row
              class="file"
              name={file.path}
              status={statusOf(file)}
              isSelected={isSelected(file.path, null)}
              words={words}
              onSelect={() => onSelect({ path: file.path, test: null })}
              onRun={() => onRun([{ path: file.path, tests: null }])}
            />
            <ul>
              {tests.map((test) => (
                <li key={test.id}>
                  <Row
                    class="test"
                    name={[...test.groups, test.title].join(' › ')}
                    status={test.status}
                    isSelected={isSelected(file.path, test.id)}
                    words={words}
                    onSelect={() => onSelect({ path: file.path, test: test.id })}
                    onRun={() => onRun([{ path: file.path, tests: [test.id] }])}
                  />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const MARKS: Readonly<Record<UiStatus, string>> = {
  ...{ idle: '○', queued: '…', running: '●', passed: '✓', failed: '✗', skipped: '–', flaky: '~' },
};

function Row({
  class: kind,
  name,
  status,
  isSelected,
  words,
  onSelect,
  onRun,
}: {
  readonly class: string;
  readonly name: string;
  readonly status: UiStatus;
  readonly isSelected: boolean;
  readonly words: UiWords;
  readonly onSelect: () => void;
  readonly onRun: () => void;
}) {
  return (
    <div class={`row ${kind}`} data-status={status}>
      <button type="button" class="name" aria-pressed={isSelected} onClick={onSelect}>
        <span class="mark" role="img" aria-label={words.status[status]}>
          {MARKS[status]}
        </span>
        <span>{name}</span>
      </button>
      <button type="button" class="play" aria-label={words.run(name)} onClick={onRun}>
        ▶
      </button>
    </div>
  );
}

function shownFiles(files: readonly UiFile[], filter: string): readonly ShownFile[] {
  if (filter.trim() === '')
    return files.map((file) => ({ file, tests: file.tests, isWhole: true }));
  return files.flatMap((file): readonly ShownFile[] => {
    if (matches(file.path, null, filter)) return [{ file, tests: file.tests, isWhole: true }];
    const tests = file.tests.filter((test) => matches(file.path, test, filter));
    return tests.length === 0 ? [] : [{ file, tests, isWhole: false }];
  });
}
