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
