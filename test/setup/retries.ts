import { jest } from '@jest/globals';

// `RETRIES=1 npm test -- test/journeys`: a test that fails is tried again, and is flaky if it passes.
const times = Number(process.env.RETRIES ?? 0);
if (times > 0) jest.retryTimes(times, { logErrorsBeforeRetry: true });
