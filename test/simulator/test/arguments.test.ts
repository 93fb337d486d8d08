import { expect as check, describe, test } from '@jest/globals';
import {
  chaos,
  expect,
  launch,
  type Mini,
  type Program,
  programOf,
  traced,
} from '@mini-login/simulator/test';

type Fake = Readonly<Record<string, unknown>>;

const METHODS = ['request', 'getLocation', 'getSystemInfo'];

/** A program whose every locator finds these; `wx` has the methods above, and nobody counts calls. */
async function programWith(...elements: readonly Fake[]): Promise<Program> {
  const page = { path: 'pages/a/a', getElementsByXpath: async () => elements };
  const mini = {
    currentPage: async () => page,
    send: async (method: string) => (method === 'Tool.getInfo' ? { simulator: '1' } : {}),
    on: () => undefined,
    mockWxMethod: async () => undefined,
    evaluate: async (source: string, name: string) =>
      source.includes('typeof wx') && !METHODS.includes(name) ? METHODS : null,
  };
  return await programOf(mini as unknown as Mini, { timeout: 0 });
}

/** As the official client's: what is missing is null. */
const element = (given: Fake = {}): Fake => ({
  ...{ text: async () => 'pear', value: async () => given.value ?? null },
  ...{ attribute: async (name: string) => given[name] ?? null },
  ...{ property: async (name: string) => given[name] ?? null },
});

const matchers = (program: Program) => expect(program.locator('.zzz'));
type Matchers = ReturnType<typeof matchers>;

describe('an element that is not there is neither this nor that', () => {
  test.each<[string, (it: Matchers) => Promise<void>]>([
    ['toBeEnabled', (it) => it.toBeEnabled()],
    ['toBeDisabled', (it) => it.toBeDisabled()],
    ['toBeChecked', (it) => it.toBeChecked()],
    ['toHaveText', (it) => it.toHaveText('x')],
    ['toHaveText of a list', (it) => it.toHaveText(['x'])],
    ['toContainText', (it) => it.toContainText('x')],
    ['toHaveValue', (it) => it.toHaveValue('x')],
    ['toHaveAttribute', (it) => it.toHaveAttribute('id', 'x')],
    ['toHaveAttribute without a value', (it) => it.toHaveAttribute('id')],
    ['toHaveClass', (it) => it.toHaveClass('x')],
  ])('%s', async (_name, look) => {
    const it = matchers(await programWith());
    await check(look(it)).rejects.toThrow('received  no such element');
    await check(look(it.not)).rejects.toThrow('received  no such element');
  });

  test('but it is hidden, not visible, and none', async () => {
    const it = matchers(await programWith());
    await it.toBeHidden();
    await it.not.toBeVisible();
    await it.toHaveCount(0);
    await it.toHaveText([]);
  });
});

test('an attribute that is missing has no value; alone, its name asks whether it is there', async () => {
  const it = matchers(await programWith(element({ id: 'a', empty: '' })));
  await it.toHaveAttribute('id');
  await it.toHaveAttribute('empty', '');
  await it.toHaveAttribute('id', { timeout: 0 });
  await it.not.toHaveAttribute('nope');
  for (const wrong of [it.toHaveAttribute('nope'), it.toHaveAttribute('nope', '')])
    await check(wrong).rejects.toThrow('received  no such attribute');
  await check(it.not.toHaveAttribute('id')).rejects.toThrow('received  "a"');
});

test('what has no value, and what can not be checked, is neither way', async () => {
  const it = matchers(await programWith(element()));
  for (const wrong of [it.toHaveValue(''), it.not.toHaveValue('x')])
    await check(wrong).rejects.toThrow('received  nothing that has a value');
  for (const wrong of [it.toBeChecked(), it.not.toBeChecked()])
    await check(wrong).rejects.toThrow('received  nothing that can be checked');
});

/** As JavaScript hands it over. */
// biome-ignore lint/suspicious/noExplicitAny: what a test without types may write.
type Untyped = any;

describe('an argument that means nothing is a TypeError at once', () => {
  test.each<[string, (program: Untyped, is: (subject: Untyped) => Untyped) => unknown]>([
    ...[undefined, null, {}, 0, [undefined], ['a', 1]].flatMap(
      (wrong): [string, (program: Untyped, is: (subject: Untyped) => Untyped) => unknown][] => [
        [`toHaveText ${JSON.stringify(wrong)}`, (p, is) => is(p.locator('.a')).toHaveText(wrong)],
        [`not ${JSON.stringify(wrong)}`, (p, is) => is(p.locator('.a')).not.toHaveText(wrong)],
        [`part ${JSON.stringify(wrong)}`, (p, is) => is(p.locator('.a')).toContainText(wrong)],
        [`value ${JSON.stringify(wrong)}`, (p, is) => is(p.locator('.a')).toHaveValue(wrong)],
        [`path ${JSON.stringify(wrong)}`, (p, is) => is(p).toHavePath(wrong)],
        [`dialog ${JSON.stringify(wrong)}`, (p, is) => is(p).not.toHaveDialog(wrong)],
        [
          `attribute ${JSON.stringify(wrong)}`,
          (p, is) => is(p.locator('.a')).toHaveAttribute('id', wrong),
        ],
        [`getByText ${JSON.stringify(wrong)}`, (p) => p.getByText(wrong)],
        [`getByLabel ${JSON.stringify(wrong)}`, (p) => p.getByLabel(wrong)],
        [`getByTestId ${JSON.stringify(wrong)}`, (p) => p.getByTestId(wrong)],
        [`name ${JSON.stringify(wrong)}`, (p) => p.getByRole('button', { name: wrong })],
        [`hasText ${JSON.stringify(wrong)}`, (p) => p.locator('.a').filter({ hasText: wrong })],
        [`hasNot ${JSON.stringify(wrong)}`, (p) => p.locator('.a').filter({ hasNot: wrong })],
        [`locator ${JSON.stringify(wrong)}`, (p) => p.locator(wrong)],
        [`fill ${JSON.stringify(wrong)}`, (p) => p.locator('.a').fill(wrong)],
        [`goto ${JSON.stringify(wrong)}`, (p) => p.goto(wrong)],
        [`waitForPath ${JSON.stringify(wrong)}`, (p) => p.waitForPath(wrong)],
      ],
    ),
    ['an empty part', (p, is) => is(p.locator('.a')).toContainText('')],
    ['getByText of nothing', (p) => p.getByText('')],
    ['two classes', (p, is) => is(p.locator('.a')).not.toHaveClass('a b')],
    ['a class by expression', (p, is) => is(p.locator('.a')).not.toHaveClass(/a/)],
    ['a path with a slash', (p, is) => is(p).not.toHavePath('/pages/a/a')],
    ['a path with a query', (p, is) => is(p).not.toHavePath('pages/a/a?id=1')],
    ['a count of none', (p, is) => is(p.locator('.a')).not.toHaveCount(Number.NaN)],
    ['a count in words', (p, is) => is(p.locator('.a')).not.toHaveCount('3')],
    ['a place that is none', (p) => p.locator('.a').nth()],
    ['an option that is misspelt', (p) => p.locator('.a').filter({ hasTxt: 'a' })],
    ['a timeout that is misspelt', (p, is) => is(p.locator('.a')).toBeHidden({ timout: 1 })],
    ['a timeout without an end', (p, is) => is(p.locator('.a')).toBeHidden({ timeout: Infinity })],
    ['force that is misspelt', (p) => p.locator('.a').tap({ forse: true })],
    ['a state that is none', (p) => p.locator('.a').waitFor({ state: 'hiden' })],
    ['a way that is none', (p) => p.locator('.a').swipe('lefts')],
    ['a scroll to nowhere', (p) => p.locator('.a').scroll({ top: 40 })],
    ['nothing to choose', (p) => p.locator('.a').choose()],
    ['options before a choice', (p) => p.locator('.a').choose({ timeout: 1 }, 2)],
    ['options before the choice of a dialog', (p) => p.dialog.choose({ timeout: 1 }, 1)],
    ['time that runs back', (p) => p.clock.advance(-5)],
    ['a wait that is none', (p) => programOf(p.mini, { timeout: Number.NaN })],
    ['a trace without a title', (p) => traced(p, { titel: 'a' } as Untyped, async () => 0)],
    ['a project that is misspelt', () => launch({ projct: '.' } as Untyped)],
  ])('%s', async (_name, run) => {
    const program = await programWith(element());
    await check((async () => await run(program, expect as Untyped))()).rejects.toThrow(TypeError);
  });

  test('with what was meant', async () => {
    const program = await programWith();
    check(() => program.getByRole('buton')).toThrow(
      'there is no role "buton" (did you mean "button"?)',
    );
    check(() => program.locator('.a').filter({ hasTxt: 'a' } as object)).toThrow('"hasText"');
  });
});

describe('a double that is misspelt says so', () => {
  test.each<[string, (program: Untyped) => unknown, string]>([
    ['an answer', (p) => p.route('https://a.b/*', 'abrt'), 'did you mean "abort"'],
    ['no answer', (p) => p.route('https://a.b/*'), 'there is no answer'],
    ['a key', (p) => p.route('https://a.b/*', { statsu: 500 }), 'did you mean "status"'],
    ['a status', (p) => p.route('https://a.b/*', { status: '500' }), 'an HTTP status'],
    ['an address without a scheme', (p) => p.route('api.a.b/*', {}), 'no address begins as'],
    ['a path', (p) => p.route('/items', {}), 'no address begins as'],
    ['an expression', (p) => p.route(/^\/items/, {}), 'no address begins as'],
    ['a scheme', (p) => p.route('htps://a.b/*', {}), 'no address begins as'],
    ['nothing', (p) => p.route('', {}), 'not empty'],
    [
      'a method',
      (p) => p.mock('getLocaton', {}),
      'wx has no getLocaton (did you mean "getLocation"?)',
    ],
    ['calls of it', (p) => p.calls('getLocaton'), 'did you mean "getLocation"'],
    [
      'calls that nobody counts',
      (p) => p.calls('request'),
      'nobody counts the calls of wx.request',
    ],
    ['requests that nobody counts', (p) => p.requests(), 'nobody counts the calls of wx.request'],
  ])('%s', async (_name, run, words) => {
    const program = await programWith();
    await check((async () => await run(program))()).rejects.toThrow(words);
  });

  test.each([
    'https://a.b/*',
    '*/items',
    'http*',
    /items/,
    /^https?:\/\/a/,
    /^(http|ws):/,
    'https://a.b/c',
  ])('%s is an address', async (url) => {
    await (await programWith()).route(url, { data: {} });
  });
});

test.each<[string, Untyped]>([
  ['kinds', { kinds: ['kil'] }],
  ['no kinds', { kinds: [] }],
  ['most', { most: 0 }],
  ['most of nothing', { most: Number.NaN }],
  ['an option', { olny: 'kill 1' }],
])('chaos with %s that disturb nothing is refused', async (_name, options) => {
  const program = await programWith();
  await check(chaos(program, async () => 1, options)).rejects.toThrow(TypeError);
});
