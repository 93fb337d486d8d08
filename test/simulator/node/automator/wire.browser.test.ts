import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { startAutomator } from '@mini-login/simulator';
import fc from 'fast-check';
import automator from 'miniprogram-automator';
import { METHODS } from '../../../../scripts/simulator/node/automator/methods/all';
import { openWire, useAutomator } from './suite';

const suite = useAutomator();
const information = { SDKVersion: '3.8.10', simulator: '1' };

test('the protocol has 45 methods', () => {
  expect(METHODS.size).toBe(45);
});

describe('bad input is answered, and the server goes on', () => {
  test.each([
    ['text that is no JSON', 'hello', { error: { message: 'a message must be JSON: hello' } }],
    [
      'JSON that is no message',
      '[]',
      { error: { message: expect.stringContaining('a message must be {"id"') } },
    ],
    [
      'no method',
      '{"id":"7"}',
      { id: '7', error: { message: expect.stringContaining('a message must be {"id"') } },
    ],
    [
      'bytes',
      Buffer.from('{"id":"7"}'),
      { error: { message: 'a message must be text, and this one is binary' } },
    ],
    [
      'another method',
      '{"id":"8","method":"Page.dance","params":{}}',
      {
        id: '8',
        error: { message: expect.stringMatching(/^Page\.dance: there is no such method/) },
      },
    ],
    [
      'a missing parameter',
      '{"id":"9","method":"Page.getData"}',
      {
        id: '9',
        error: { message: expect.stringMatching(/^Page\.getData: wrong parameters: pageId: /) },
      },
    ],
    [
      'a parameter of another type',
      '{"id":"10","method":"Page.getElement","params":{"pageId":"one","selector":1}}',
      {
        id: '10',
        error: { message: expect.stringMatching(/pageId: .*number.*; selector: .*string/) },
      },
    ],
  ])('%s', async (_name, frame, answer) => {
    const wire = await openWire(suite.wsEndpoint);
    wire.sendText(frame);
    expect(await wire.next()).toEqual(answer);
    expect(await wire.result('Tool.getInfo')).toEqual(information);
    wire.close();
  });

  test('a connection that speaks another language', async () => {
    const { port } = new URL(suite.wsEndpoint);
    const socket = connect({ port: Number(port), host: '127.0.0.1' });
    socket.on('error', () => undefined).resume();
    socket.write('not HTTP\r\n\r\n');
    await new Promise((resolve) => socket.on('close', resolve));
    expect(await suite.wire.result('Tool.getInfo')).toEqual(information);
  });
});

test('whatever knows its whole document is a word, and what is too large an error', async () => {
  const { pageId } = await suite.wire.result('App.getCurrentPage');
  const { elementId } = await suite.wire.result('Page.getElement', { pageId, selector: '#card' });
  const names = ['', 'parentElement', 'ownerDocument.defaultView', 'attributes.0'];
  expect(await suite.wire.result('Element.getDOMProperties', { pageId, elementId, names })).toEqual(
    {
      properties: [
        expect.stringMatching(/^\[object HTML/),
        expect.stringMatching(/^\[object HTML/),
        '[object Window]',
        '[object Attr]',
      ],
    },
  );
  const pages = { functionDeclaration: '() => getCurrentPages()', args: [] };
  expect(await suite.wire.result('App.callFunction', pages)).toMatchObject({
    result: [{ route: 'pages/home/home' }],
  });
  const { error } = await suite.wire.ask('App.callFunction', {
    functionDeclaration: '() => Array(2000).fill(Array(1000).fill(0))',
    args: [],
  });
  expect(error?.message).toContain('ask for a part of it');
  expect(await suite.wire.result('Tool.getInfo')).toEqual(information);
});

describe('several clients', () => {
  test('get their own answers, though they use the same ids', async () => {
    const [one, two] = await Promise.all([openWire(suite.wsEndpoint), openWire(suite.wsEndpoint)]);
    const evaluate = (value: number) => ({ functionDeclaration: `() => ${value}`, args: [] });
    const answers = await Promise.all([
      one.ask('App.callFunction', evaluate(1)),
      two.ask('App.callFunction', evaluate(2)),
    ]);
    expect(answers).toEqual([
      { id: 'wire-1', result: { result: 1 } },
      { id: 'wire-1', result: { result: 2 } },
    ]);
    one.close();
    two.close();
  });

  test('one that vanishes with a finger on the glass leaves nothing behind', async () => {
    const gone = await openWire(suite.wsEndpoint);
    const { pageId } = await gone.result('App.getCurrentPage');
    const { elementId } = await gone.result('Page.getElement', { pageId, selector: '#tapped' });
    await gone.result('Element.touchstart', { pageId, elementId });
    gone.terminate();
    const slow = suite.wire.ask('App.callFunction', {
      functionDeclaration: '() => new Promise(() => {})',
      args: [],
    });
    await gone.closed;
    await suite.wire.result('Element.tap', { pageId, elementId });
    expect(await suite.wire.result('Page.getData', { pageId, path: 'taps' })).toEqual({ data: 1 });
    void slow;
  });
});

describe('starting', () => {
  test('holds every request until the phone is there', async () => {
    let there: () => void = () => undefined;
    const phone = new Promise<void>((resolve) => {
      there = resolve;
    }).then(() => suite.phone);
    const { wsEndpoint } = await suite.server({ phone });
    const wire = await openWire(wsEndpoint);
    const answer = wire.result('Tool.getInfo');
    there();
    expect(await answer).toEqual(information);
    wire.close();
  });

  test('a start that failed is the error of connect(), as it was worded', async () => {
    const { wsEndpoint } = await suite.server({
      phone: Promise.reject(new Error('app.json:3: is broken')),
    });
    await expect(automator.connect({ wsEndpoint })).rejects.toThrow(/^app\.json:3: is broken$/);
  });

  test('on a port that is taken fails with the port', async () => {
    const port = Number(new URL(suite.wsEndpoint).port);
    await expect(startAutomator({ phone: suite.phone, port })).rejects.toThrow(`${port}`);
  });
});

/** All but those that end something, or wait 5 s for a dialog. */
const methods = [...METHODS.keys()].filter(
  (name) => !['Tool.close', 'Tool.native', 'App.exit'].includes(name),
);

/** What objects have that nobody gave them, and what is no name at all. */
const odd = fc.constantFrom(
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  '\0',
  '>',
  '[',
  '//',
  '{{',
  '../..',
  'x'.repeat(9_999),
);
const anything = fc.oneof(odd, fc.jsonValue(), fc.string());

describe('anything else', () => {
  test('whatever is asked has one answer, a result or an error in words, and the program goes on', async () => {
    const { pageId } = await suite.wire.result('App.getCurrentPage');
    const { elementId } = await suite.wire.result('Page.getElement', { pageId, selector: '#card' });
    const params = fc.oneof(
      anything,
      fc.record(
        {
          pageId: fc.oneof(fc.constant(pageId), anything),
          elementId: fc.oneof(fc.constant(elementId), anything),
          selector: fc.oneof(fc.constantFrom('view', '//view'), anything),
          names: fc.oneof(fc.array(anything), anything),
          data: fc.oneof(fc.dictionary(fc.oneof(odd, fc.string()), fc.jsonValue()), anything),
          method: anything,
          functionName: anything,
          functionDeclaration: anything,
          name: anything,
          path: anything,
          type: anything,
          eventName: anything,
          args: fc.oneof(fc.array(anything), anything),
          touches: fc.oneof(
            fc.array(fc.record({ clientX: fc.integer(), clientY: fc.integer() })),
            anything,
          ),
        },
        { requiredKeys: [] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...methods), params, async (method, given) => {
        const { result, error } = await suite.wire.ask(method, given);
        expect([result !== undefined, error !== undefined]).toContain(true);
        expect(result === undefined || error === undefined).toBe(true);
        if (error) expect(error.message).not.toBe('');
        // Everything is answered with it from then on: only the first names what did it.
        expect(error?.message ?? '').not.toMatch(/crashed|closed/);
      }),
      { numRuns: 400, endOnFailure: true },
    );
    expect(await suite.wire.result('App.getCurrentPage')).toMatchObject({ pageId });
  });
});
