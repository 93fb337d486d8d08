import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Picked } from '../../contract/picked';
import { quoteText } from '../../test/text';
import { type RecordedStep, Recording } from './recording';
import type { RecorderSettings } from './settings';
import { Stage } from './stage';
import { testText } from './test-text';
import { openedByTools, watchPhone } from './watch';
import type { RecorderWords } from './words';

interface Props {
  readonly settings: RecorderSettings;
  readonly words: RecorderWords;
}

/** What a tap on the phone is for, besides using the program. */
type Mode = 'pick' | 'seesIt' | 'seesText';
const MODES: readonly Mode[] = ['seesIt', 'seesText', 'pick'];

/** The phone, and next to it the test that grows with what is done on it. */
export function Recorder({ settings, words }: Props) {
  const [steps, setSteps] = useState<readonly RecordedStep[]>([]);
  const [name, setName] = useState(words.recorded);
  const [mode, setMode] = useState<Mode | null>(null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [note, setNote] = useState('');
  const phone = useRef<Window | null>(null);
  const recording = useMemo(() => new Recording(setSteps), []);
  const codes = steps.map(({ code }) => code);
  const text = testText(codes, { ...settings, title: name });

  const open = async (page: Window) => {
    phone.current = page;
    watchPhone(page, recording);
    try {
      await page.phone.launch({ scene: openedByTools });
    } catch (error) {
      setNote(words.noPhone(error instanceof Error ? error.message : String(error)));
    }
  };
  const doOnPhone = (code: string, run: (page: Window) => unknown) => () => {
    if (!phone.current) return;
    recording.add(() => ({ kind: 'other', code }));
    void run(phone.current);
  };
  const again = async () => {
    if (!phone.current) return;
    phone.current.phone.kill();
    recording.clear();
    setNote('');
    await phone.current.phone.launch({ scene: openedByTools });
  };
  const take = (found: Picked) => {
    setMode(null);
    if (mode === 'pick') setPicked(found);
    else recording.add(() => ({ kind: 'other', code: expectation(found, mode === 'seesText') }));
  };
  const copy = async (what: string) => {
    await navigator.clipboard.writeText(what);
    setNote(words.copied);
  };
  const save = async () => setNote(await saveTest(settings, text, words));

  return (
    <div class="recorder">
      <Stage
        src={settings.phone}
        title={words.phone}
        hint={mode === null ? null : words.choose}
        onOpen={(page) => void open(page)}
        onPick={take}
      />
      <main class="side">
        <header>
          <h1>{words.title}</h1>
          <output class="count">{words.steps(steps.length)}</output>
        </header>
        <div class="tools" role="toolbar" aria-label={words.title}>
          {MODES.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={mode === each}
              onClick={() => setMode(mode === each ? null : each)}
            >
              {words[each]}
            </button>
          ))}
          <span class="gap" />
          <button
            type="button"
            onClick={doOnPhone('program.phone.back()', (at) => at.phone.back())}
          >
            {words.back}
          </button>
          <button
            type="button"
            onClick={doOnPhone('program.phone.background()', (at) => at.phone.background())}
          >
            {words.home}
          </button>
          <button
            type="button"
            onClick={doOnPhone('program.phone.foreground()', (at) => at.phone.foreground())}
          >
            {words.toProgram}
          </button>
        </div>
        {picked && (
          <p class="picked">
            <code>{`program.${picked.locator}`}</code>
            <span>{words.matches(picked.count)}</span>
            <button type="button" onClick={() => void copy(`program.${picked.locator}`)}>
              {words.copy}
            </button>
          </p>
        )}
        <label class="name">
          {words.name}
          <input value={name} onInput={({ currentTarget }) => setName(currentTarget.value)} />
        </label>
        <TestView text={text} isEmpty={steps.length <= 1} words={words} />
        <footer>
          <button type="button" disabled={steps.length === 0} onClick={() => recording.undo()}>
            {words.undo}
          </button>
          <button type="button" onClick={() => void again()}>
            {words.again}
          </button>
          <span class="gap" />
          <output class="note">{note}</output>
          <button type="button" onClick={() => void copy(text)}>
            {words.copy}
          </button>
          <button type="button" class="main" onClick={() => void save()}>
            {words.save}
          </button>
        </footer>
      </main>
    </div>
  );
}

/** The newest line is in view. */
function TestView({
  text,
  isEmpty,
  words,
}: {
  readonly text: string;
  /** But for the page that the program begins with. */
  readonly isEmpty: boolean;
  readonly words: RecorderWords;
}) {
  const view = useRef<HTMLPreElement>(null);
  useEffect(() => view.current?.scrollTo({ top: view.current.scrollHeight }), [text]);
  return (
    <section class="test" aria-label={words.test}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <pre ref={view} tabIndex={0}>
        {text}
      </pre>
      {isEmpty && <p>{words.nothing}</p>}
    </section>
  );
}

function expectation({ locator, text, value }: Picked, hasText: boolean): string {
  const seen = `expect(program.${locator})`;
  if (!hasText || (text === '' && value === null)) return `${seen}.toBeVisible()`;
  return value === null
    ? `${seen}.toHaveText(${quoteText(text)})`
    : `${seen}.toHaveValue(${quoteText(value)})`;
}

async function saveTest(
  { base, file }: RecorderSettings,
  text: string,
  words: RecorderWords,
): Promise<string> {
  try {
    const answer = await fetch(`${base}/save`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    });
    return answer.ok ? words.saved(file) : words.notSaved(await answer.text());
  } catch (error) {
    return words.notSaved(String(error));
  }
}
