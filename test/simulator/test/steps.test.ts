import { beforeEach, expect, test } from '@jest/globals';
import { StepLog, type StepPicture } from '../../../scripts/simulator/test/steps';

const picture: StepPicture = { type: 'jpeg', base64: 'abcd' };

let taken: number;
let log: StepLog;

beforeEach(() => {
  taken = 0;
  log = new StepLog();
});

async function camera(): Promise<StepPicture> {
  taken += 1;
  return picture;
}

const passes = () => log.run('passes', async (step) => step.ready({ x: 1, y: 2 }));
const fails = () =>
  log
    .run('fails', async (step) => {
      await step.ready();
      throw new Error('it broke');
    })
    .catch(() => undefined);

test('a step has a picture before and after it', async () => {
  log.record(camera);
  await passes();
  expect(log.steps).toMatchObject([
    { title: 'passes', before: picture, after: picture, finger: { x: 1, y: 2 } },
  ]);
});

test('with pictures of failures only, a step that passes takes none', async () => {
  log.record(camera, 'failed');
  await passes();
  expect(taken).toBe(0);
  await fails();
  expect(taken).toBe(1);
  expect(log.steps).toMatchObject([
    { before: null, after: null, error: null },
    { before: null, after: picture, error: 'it broke' },
  ]);
});

test('a step inside a step is part of it', async () => {
  log.record(camera);
  await log.run('outer', passes);
  expect(log.steps.map(({ title }) => title)).toEqual(['outer']);
});

test('who looks on is asked before anything of a step is done, and gets its pictures', async () => {
  const seen: string[] = [];
  log.watch({
    camera,
    async begin({ title, before }) {
      seen.push(`begin ${title} ${before === null ? 'blind' : 'seen'}`);
    },
    ready: ({ finger }) => void seen.push(`ready ${finger?.x}`),
    end: async ({ after, error }) => void seen.push(`end ${after?.base64} ${error}`),
  });
  // A test's own wish for few pictures changes nothing.
  log.record(async () => null, 'failed');
  log.beforeStep = async () => void seen.push('before');
  await passes();
  expect(seen).toEqual(['begin passes seen', 'before', 'ready 1', 'end abcd null']);
});

test('who looks on may end a step before it begins', async () => {
  let isDone = false;
  log.watch({
    camera,
    begin: () => Promise.reject(new Error('stopped')),
    ready: () => undefined,
    end: async () => undefined,
  });
  const run = log.run('late', async () => {
    isDone = true;
  });
  await expect(run).rejects.toThrow('stopped');
  expect(isDone).toBe(false);
  expect(log.steps).toMatchObject([{ error: 'stopped' }]);
});
