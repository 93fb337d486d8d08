import { useEffect, useState } from 'preact/hooks';
import {
  type Chosen,
  EMPTY,
  type UiFile,
  type UiState,
  type UiStep,
  type UiTest,
} from '../../ui/model';
import type { UiClient } from './client';
import { Details } from './details';
import { Phone } from './phone';
import type { Selection } from './selection';
import { Steps } from './steps';
import { Tests } from './tests';
import type { UiWords } from './words';

interface Props {
  readonly client: UiClient;
  readonly folder: string;
  readonly words: UiWords;
}

/** Tests, the steps of one of them, and the phone as it was at one of these. */
export function App({ client, folder, words }: Props) {
  const [state, setState] = useState<UiState>(EMPTY);
  const [isThere, setIsThere] = useState(true);
  const [selection, select] = useState<Selection | null>(null);
  /** Null: the newest. */
  const [stepId, setStepId] = useState<string | null>(null);
  const [when, setWhen] = useState<'before' | 'after'>('after');
  /** What runs is shown, until somebody chooses something else. */
  const [follows, setFollows] = useState(true);
  const [last, setLast] = useState<readonly Chosen[]>([]);
  const isRunning = state.run === 'running';

  useEffect(
    () =>
      client.subscribe((next, there) => {
        setState(next);
        setIsThere(there);
      }),
    [client],
  );
  const running = runningTest(state);
  useEffect(() => {
    if (running !== null && follows) select(running);
  }, [running?.path, running?.test, follows]);

  const run = (chosen: readonly Chosen[]) => {
    setLast(chosen);
    setFollows(true);
    setStepId(null);
    const [only] = chosen;
    if (only && chosen.length === 1) select({ path: only.path, test: only.tests?.[0] ?? null });
    client.run(chosen);
  };
  const file = state.files.find(({ path }) => path === selection?.path) ?? null;
  const test = file?.tests.find(({ id }) => id === selection?.test) ?? null;
  const steps = (test ?? file)?.steps ?? [];
  const step = steps.find(({ id }) => id === stepId) ?? newest(steps, state.waiting);
  const chooseStep = (id: string) => {
    setStepId(id);
    setFollows(false);
  };

  return (
    <div class="app">
      <header>
        <h1>
          {words.title} <small>{folder}</small>
        </h1>
        <div class="tools" role="toolbar" aria-label={words.title}>
          <button type="button" disabled={last.length === 0} onClick={() => run(last)}>
            {words.rerun}
          </button>
          <button type="button" disabled={!isRunning} onClick={() => client.stop()}>
            {words.stop}
          </button>
          <Switch
            name={words.stepping}
            isOn={state.stepping}
            onChange={(isOn) => client.setStepping(isOn)}
          />
          <Switch
            name={words.watching}
            isOn={state.watching}
            onChange={(isOn) => client.setWatching(isOn)}
          />
          {state.waiting !== null && (
            <>
              <button type="button" class="main" onClick={() => client.next()}>
                {words.next}
              </button>
              <button type="button" onClick={() => client.setStepping(false)}>
                {words.continueTest}
              </button>
            </>
          )}
        </div>
        <output class="note">
          {!isThere ? words.gone : state.run === 'listing' ? words.listing : ''}
        </output>
      </header>
      <Tests
        state={state}
        selection={selection}
        words={words}
        onRun={run}
        onSelect={(next) => {
          setFollows(false);
          setStepId(null);
          select(next);
        }}
      />
      <main class="middle">
        <Steps
          title={test?.title ?? file?.path ?? words.steps}
          test={test}
          steps={steps}
          hint={hintOf(file, test, words)}
          chosen={step}
          waiting={state.waiting}
          words={words}
          onChoose={chooseStep}
          onWhen={setWhen}
        />
        <Details
          client={client}
          step={step}
          error={step?.error ?? test?.error ?? file?.error ?? null}
          output={state.output}
          words={words}
        />
      </main>
      <Phone
        client={client}
        step={step}
        when={step?.isOver === false ? 'before' : when}
        isThere={state.phone}
        isLive={isRunning && state.waiting === null && stepId === null}
        words={words}
        onWhen={setWhen}
      />
    </div>
  );
}

function Switch({
  name,
  isOn,
  onChange,
}: {
  readonly name: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {name}
    </label>
  );
}

function runningTest({ files }: UiState): Selection | null {
  for (const { path, tests } of files) {
    const test = tests.find(({ status }) => status === 'running');
    if (test) return { path, test: test.id };
  }
  return null;
}

/** The one that waits, else the last. */
function newest(steps: readonly UiStep[], waiting: string | null): UiStep | null {
  return steps.find(({ id }) => id === waiting) ?? steps.at(-1) ?? null;
}

/** What stands where there are no steps. */
function hintOf(file: UiFile | null, test: UiTest | null, words: UiWords): string {
  if (!file) return words.choose;
  const hasRun = test !== null && ['passed', 'failed', 'flaky'].includes(test.status);
  return hasRun ? words.ranWithoutSteps : words.noSteps;
}
