import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ProgramBench, programBench } from '../../harness/open-program';
import { project } from '../../node/compile/project';

let bench: ProgramBench;

beforeAll(async () => {
  bench = await programBench();
});
afterAll(() => bench.close());

/** The errors that a program of these files ends up with; it must start all the same. */
async function errorsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const one = project(files);
  const program = await bench.open(one.dir);
  one.dispose();
  expect(
    await program.page.evaluate(() => window.fakePhone.process.automation.currentPage()?.path),
  ).toBe('pages/a/a');
  return program.errors();
}

const component = (script: string, template = '<view />') => ({
  'src/pages/a/a.json': '{ "usingComponents": { "box": "./box" } }',
  'src/pages/a/a.wxml': '<box />',
  'src/pages/a/box.json': '{ "component": true }',
  'src/pages/a/box.wxml': template,
  'src/pages/a/box.js': script,
});

test('a handler that the script lacks is named, with its event, once', async () => {
  const errors = await errorsOf({
    'src/pages/a/a.wxml':
      '<view wx:for="{{ 2 }}" wx:key="*this" bind:tap="onTab" catch:touchmove="" />',
  });
  expect(errors).toEqual(['pages/a/a has no method "onTab" for the event "tap"']);
});

test('a behavior of WeChat’s that the simulator lacks is named, with the file to add it to', async () => {
  const errors = await errorsOf(component("Component({ behaviors: ['wx://proxy'] });"));
  expect(errors).toContainEqual(expect.stringMatching(/"wx:\/\/proxy".*glass\/behaviors\.ts/));
});

test('a style isolation that only shows at run time is refused, because the styles are compiled by then', async () => {
  const errors = await errorsOf(
    component("const styleIsolation = 'sha' + 'red';\nComponent({ options: { styleIsolation } });"),
  );
  expect(errors).toContainEqual(
    expect.stringMatching(/pages\/a\/box: options\.styleIsolation is "shared" only at run time/),
  );
});

test.each([
  ['anything but https', 'http://example.com', /https addresses only/],
  [
    'a host that is no business domain',
    'https://www.example.com',
    /www\.example\.com is no business domain/,
  ],
])('a web view of %s is refused', async (_name, src, says) => {
  const errors = await errorsOf({ 'src/pages/a/a.wxml': `<web-view src="${src}" />` });
  expect(errors).toEqual([expect.stringMatching(says)]);
});

test('a web view opens a business domain', async () => {
  expect(
    await errorsOf({ 'src/pages/a/a.wxml': '<web-view src="https://example.com/terms" />' }),
  ).toEqual([]);
});

test('a script that throws while it loads is an error with its message', async () => {
  const errors = await errorsOf({ 'src/app.js': "throw new Error('early');" });
  expect(errors).toEqual(['early']);
});

test('a script that uses what only browsers have fails here as it does on a phone', async () => {
  const errors = await errorsOf({ 'src/app.js': "App({ onLaunch() { document.title = 'x'; } });" });
  expect(errors).toEqual([expect.stringMatching(/Cannot set properties of undefined/)]);
});
