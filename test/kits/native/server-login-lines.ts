import { answerFiles } from './deliveries';
import { by, type Expected, encode, valueFields } from './lines';

/**
 * What a server, a network and WeChat do, for kits/kotlin/core/src/test/kotlin/RunServerLogin.kt.
 * Each delivery has its line: what it led to, whether the login still waits, how often the server
 * was asked since the login began, and how many milliseconds passed.
 */
export function serverLoginLines(): {
  readonly input: string;
  readonly expected: readonly Expected[];
} {
  const input: string[] = [];
  const expected: Expected[] = [];
  addVectors(input, expected);
  for (const [name, lines, ...steps] of cases) {
    input.push('login', ...lines);
    for (const line of steps) expected.push({ name, line });
  }
  return { input: `${input.join('\n')}\n`, expected };
}

const text = `text ${encode('the text')}`;

/** In order: the name, what happens, and what each delivery leads to. */
const cases: readonly (readonly [string, readonly string[], ...string[]])[] = [
  ...['null ~', 'number ~', 'list ~', 'object ~', 'text ~'].map(
    (nothing) =>
      [
        `${nothing} is no answer, and ends nothing`,
        ['replies in:session', `deliver RESP ${nothing}`, `deliver RESP ${text}`],
        'waiting true 0 0',
        'signed-in session false 1 0',
      ] as const,
  ),
  [
    'a text is sent again while the network is not back',
    ['replies io io io in:session', `deliver RESP ${text}`],
    'signed-in session false 4 3500',
  ],
  [
    'a reply that can not be read is none',
    ['replies odd io in:session', `deliver RESP ${text}`],
    'signed-in session false 3 1500',
  ],
  [
    'a forged text before the true one',
    [
      'replies no:state_mismatch:true in:session',
      `deliver SHOW_MESSAGE ${text}`,
      `deliver RESP ${text}`,
    ],
    'waiting true 1 0',
    'signed-in session false 2 0',
  ],
  [
    'a refusal ends it, and a later text changes nothing',
    ['replies no:phone_denied:false', `deliver RESP ${text}`, `deliver RESP ${text}`],
    'not-signed-in phone_denied false 1 0',
    'waiting false 1 0',
  ],
  [
    'cancelled meanwhile: nobody is signed in',
    ['replies cancel', `deliver RESP ${text}`],
    'waiting false 1 0',
  ],
  [
    'replaced meanwhile: the new login waits on',
    ['replies begin in:session', `deliver RESP ${text}`, `deliver RESP ${text}`],
    'waiting true 1 0',
    'signed-in session false 2 0',
  ],
  [
    'a scope that was cancelled is no lost network',
    ['replies ended in:session', `deliver RESP ${text}`, `deliver RESP ${text}`],
    'cancelled true 1 0',
    'signed-in session false 2 0',
  ],
  // 0.5, 1, 2, 4 and 8 s, and then every 15 s until the ten minutes are over.
  [
    'no network: it is given up when the ten minutes are over',
    ['replies io', `deliver RESP ${text}`],
    'not-signed-in network false 44 585500',
  ],
];

/** Every vector, with a server that comes to its verdict: the app waits as long as it must. */
function addVectors(input: string[], expected: Expected[]): void {
  for (const [file, { vectors }] of answerFiles) {
    for (const { name, deliveries } of vectors) {
      input.push('login');
      let [asked, isOver] = [0, false];
      deliveries.forEach((delivery, index) => {
        const { ok, sub = '', code = '', pending = false } = delivery.verdict;
        input.push(`replies ${ok ? `in:${sub}` : `no:${code}:${pending}`}`);
        input.push(`deliver ${by(delivery)} ${valueFields(delivery)}`);
        const isText = /^text [^~]/.test(valueFields(delivery));
        if (isText && !isOver) asked += 1;
        const isWaiting = isOver || !isText || (!ok && pending);
        const step = isWaiting ? 'waiting' : ok ? `signed-in ${sub}` : `not-signed-in ${code}`;
        isOver ||= !isWaiting;
        expected.push({
          name: `${file}: ${name}, ${index + 1}`,
          line: `${step} ${!isOver} ${asked} 0`,
        });
      });
    }
  }
}
