/** What UI mode knows: its server and its page hold the same, and change it by the same events. */
export interface UiState {
  readonly files: readonly UiFile[];
  readonly run: 'idle' | 'listing' | 'running';
  /** Waits before each step. */
  readonly stepping: boolean;
  /** Runs again what was run last, whenever a file is saved. */
  readonly watching: boolean;
  /** The step that waits for a person. */
  readonly waiting: string | null;
  /** There is a phone that can be looked at. */
  readonly phone: boolean;
  /** What Jest says. */
  readonly output: string;
}

export type UiStatus = 'idle' | 'queued' | 'running' | 'passed' | 'failed' | 'skipped' | 'flaky';

export interface UiFile {
  /** From where Jest runs. */
  readonly path: string;
  readonly tests: readonly UiTest[];
  /** Of its hooks around all tests. */
  readonly steps: readonly UiStep[];
  /** What keeps the whole of it from running. */
  readonly error: string | null;
}

export interface UiTest {
  /** Its full name, and which of several with that name. */
  readonly id: string;
  readonly title: string;
  /** From the outside. */
  readonly groups: readonly string[];
  readonly status: UiStatus;
  readonly ms: number | null;
  readonly error: string | null;
  readonly steps: readonly UiStep[];
}

export interface UiStep {
  readonly id: string;
  readonly title: string;
  /** `test/shop.test.ts:12` */
  readonly source: string | null;
  readonly isOver: boolean;
  /** ms. */
  readonly took: number;
  readonly waited: number;
  readonly error: string | null;
  /** On the program's page, CSS px. */
  readonly finger: { readonly x: number; readonly y: number } | null;
  readonly before: UiPicture | null;
  readonly after: UiPicture | null;
  /** What happened on the phone meanwhile. */
  readonly entries: readonly UiEntry[];
}

export interface UiPicture {
  /** By which it is asked for. */
  readonly id: string;
  /** CSS px; null: nobody knows. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** Of the program's page on it, CSS px. */
  readonly origin: { readonly x: number; readonly y: number };
}

export interface UiEntry {
  readonly kind: string;
  readonly text: string;
}

export type UiEvent =
  | { readonly type: 'files'; readonly paths: readonly string[] }
  /** What stands in a file. */
  | { readonly type: 'file'; readonly path: string; readonly tests: readonly ListedTest[] }
  | { readonly type: 'run'; readonly run: UiState['run']; readonly chosen: readonly Chosen[] }
  | ({ readonly type: 'test'; readonly path: string; readonly id: string } & TestChange)
  /** `test` null: a hook around all tests. */
  | {
      readonly type: 'step';
      readonly path: string;
      readonly test: string | null;
      readonly step: UiStep;
    }
  | { readonly type: 'fileOver'; readonly path: string; readonly error: string | null }
  | { readonly type: 'over' }
  | { readonly type: 'stepping'; readonly stepping: boolean }
  | { readonly type: 'watching'; readonly watching: boolean }
  | { readonly type: 'waiting'; readonly step: string | null }
  | { readonly type: 'phone'; readonly phone: boolean }
  | { readonly type: 'output'; readonly text: string };

export type ListedTest = Pick<UiTest, 'id' | 'title' | 'groups'>;
export type TestChange = Pick<UiTest, 'status' | 'ms' | 'error'>;

/** Tests of one file; null: all of it. */
export interface Chosen {
  readonly path: string;
  readonly tests: readonly string[] | null;
}

export const EMPTY: UiState = {
  ...{ files: [], run: 'idle', stepping: false, watching: false, waiting: null },
  ...{ phone: false, output: '' },
};

/** Characters: more than anybody reads. */
const longestOutput = 200_000;

export function applyEvent(state: UiState, event: UiEvent): UiState {
  switch (event.type) {
    case 'files':
      return { ...state, files: event.paths.map((path) => fileOf(state, path)) };
    case 'file':
      return changeFile(state, event.path, (file) => ({
        ...file,
        tests: event.tests.map((listed) => ({
          ...(file.tests.find(({ id }) => id === listed.id) ?? UNTRIED),
          ...listed,
        })),
      }));
    case 'run':
      return {
        ...event.chosen.reduce(queue, state),
        ...{ run: event.run, output: event.run === 'running' ? '' : state.output },
      };
    case 'test': {
      const { path, id, type: _, ...change } = event;
      // It begins, perhaps again.
      const fresh = change.status === 'running' ? { steps: [] } : {};
      return changeTest(state, path, id, (test) => ({ ...test, ...fresh, ...change }));
    }
    case 'step': {
      const { path, test, step } = event;
      return test === null
        ? changeFile(state, path, (file) => ({ ...file, steps: withStep(file.steps, step) }))
        : changeTest(state, path, test, (at) => ({ ...at, steps: withStep(at.steps, step) }));
    }
    case 'fileOver':
      return changeFile(state, event.path, (file) => ({ ...file, error: event.error }));
    case 'over':
      return { ...state, files: state.files.map(settle), run: 'idle', waiting: null };
    case 'stepping':
      return { ...state, stepping: event.stepping };
    case 'watching':
      return { ...state, watching: event.watching };
    case 'waiting':
      return { ...state, waiting: event.step };
    case 'phone':
      return { ...state, phone: event.phone };
    case 'output':
      return { ...state, output: (state.output + event.text).slice(-longestOutput) };
  }
}

const UNTRIED = { status: 'idle', ms: null, error: null, steps: [] } as const;

function fileOf({ files }: UiState, path: string): UiFile {
  const known = files.find((file) => file.path === path);
  return known ?? { path, tests: [], steps: [], error: null };
}

function changeFile(state: UiState, path: string, change: (file: UiFile) => UiFile): UiState {
  const isNew = !state.files.some((file) => file.path === path);
  const files = isNew ? [...state.files, fileOf(state, path)] : state.files;
  return { ...state, files: files.map((file) => (file.path === path ? change(file) : file)) };
}

function changeTest(
  state: UiState,
  path: string,
  id: string,
  change: (test: UiTest) => UiTest,
): UiState {
  return changeFile(state, path, (file) => ({
    ...file,
    tests: file.tests.map((test) => (test.id === id ? change(test) : test)),
  }));
}

function queue(state: UiState, { path, tests }: Chosen): UiState {
  return changeFile(state, path, (file) => ({
    ...file,
    ...{ error: null, steps: [] },
    tests: file.tests.map((test) =>
      tests === null || tests.includes(test.id) ? { ...test, status: 'queued' } : test,
    ),
  }));
}

/** What was not reached stays undone. */
function settle(file: UiFile): UiFile {
  const tests = file.tests.map((test) =>
    test.status === 'queued' || test.status === 'running'
      ? { ...test, status: 'idle' as const }
      : test,
  );
  return { ...file, tests };
}

function withStep(steps: readonly UiStep[], step: UiStep): readonly UiStep[] {
  const index = steps.findIndex(({ id }) => id === step.id);
  return index < 0 ? [...steps, step] : steps.with(index, step);
}

/** Of a whole file, by its tests. */
export function statusOf({ tests, error }: UiFile): UiStatus {
  const has = (status: UiStatus) => tests.some((test) => test.status === status);
  if (has('running')) return 'running';
  if (error !== null || has('failed')) return 'failed';
  // Of what was not run nobody knows whether it passes.
  return (['queued', 'idle', 'flaky', 'passed', 'skipped'] as const).find(has) ?? 'idle';
}

/** Words that stand, in this order or another, in a test's file, groups and title. */
export function matches(path: string, test: UiTest | null, filter: string): boolean {
  const text = [path, ...(test ? [...test.groups, test.title] : [])].join(' ').toLowerCase();
  const words = filter.toLowerCase().split(/\s+/);
  return words.every((word) => text.includes(word));
}
