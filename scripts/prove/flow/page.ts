import type { DirectoryConfig } from '../../../miniprogram/login/directory';
import type { EventType } from '../../../miniprogram/login/event';
import { type FailureCode, failures } from '../../../miniprogram/login/failure';
import { createDirectory } from '../../../miniprogram/login/hosted/table';
import { errorResult } from '../../../miniprogram/login/result';
import type { StateName } from '../../../miniprogram/login/state';
import { ignoreReasons, table } from '../../../miniprogram/login/table';
import { timing } from '../../../miniprogram/login/timing';
import { actions, events, nothing, states } from './words';

/** docs/flow.md: the table of `miniprogram/login/table.ts` as a picture and in words. */
export function flowPage(): string {
  return [intro, diagram(), wayBack, ...rows().map(section), failureTable(), ''].join('\n');
}

interface Row {
  readonly state: StateName;
  readonly cells: readonly { readonly event: EventType; readonly action: string }[];
}

/** Its row is the same, whatever it asks. */
const noDirectory: DirectoryConfig = {
  ...{ program: '', consoleHost: null, endpoint: null, hosts: [], logoHosts: [] },
  unregistered: 'refuse',
  unregisteredWords: {},
};

export function rows(): readonly Row[] {
  const all = { ...table, identifying: createDirectory(noDirectory, () => null).row };
  return names(states).map((state) => {
    const row = all[state];
    return {
      state,
      cells: names(events).map((event) => ({
        event,
        action: row[event]?.name ?? ignoreReasons[event],
      })),
    };
  });
}

/** The same words in docs/architecture.md. */
export const launchRule =
  'A launch is new when the process is, when a page was loaded for it (before or after its options come), or when WeChat names another app or gives another path or another value of a known parameter. What WeChat repeats with the caller left out, or in another language or text size, is no new launch: it begins nothing, before and after the result has gone.';

const intro = `# What logging in means

Generated from \`miniprogram/login/table.ts\` by \`npm run dev -- flow\`; a test holds this page to it. Don't edit it by hand.

A login is a state, and everything that can happen to it is an event. \`step(state, event, context)\` in \`login/flow.ts\` looks up one cell of one table and
answers with the next state and with what to do about it; it asks nothing and waits for nothing. There are ${names(states).length} states and ${names(events).length} events, and each of the
${names(states).length * names(events).length} cells was thought about: where nothing happens, the table says why.
Waiting is no effect either: \`wakeAt(state)\` in \`login/alarm.ts\` says when a state wants to be woken.

- An answer carries the number of the try that asked for it. A hot start, a retry and a renewed login code begin a new try; what the old one still waits for is dropped.
- Every state in which something else has to answer has a deadline: ${seconds(timing.deadlineMs)}, going back ${seconds(timing.stillInFrontMs)}. In the background nothing is given up; back in front there are ${seconds(timing.graceMs)} at least, so that an answer that waited counts whether WeChat runs timers or answers first.
- A login code is fetched before the tap, renewed after ${timing.codeRefreshMs / 60_000} minutes and never used after ${timing.codeLifeMs / 60_000}; codes that the app uses itself are on the button for ${timing.codeForAppMs / 60_000}, so that it has 30 s. A ticket is on it for ${seconds(timing.ticketForAppMs)} of its two minutes. A phone code is as old as its tap, a ticket as its request, and what is too old goes to no app.
- An app takes an answer for 10 minutes: ${timing.launchLifeMs / 60_000} minutes after a launch with a \`state\` the login screen says that it has expired, and asks for nothing more; under WeChat's phone sheet after ${timing.answerLifeMs / 60_000}. From then on no code is sent for it, and no result goes or stays on the button. A clock that was set back by more than ${timing.clockSlackMs / 60_000} minute, to before the launch, counts as that.
- ${launchRule}
- "Logged in" is said when WeChat said yes to going back and was hidden because of it, and only then.
- A tap counts for the screen that it was meant for. Each screen has a number, and each tap brings it along.
`;

function seconds(ms: number): string {
  return `${ms / 1_000} s`;
}

/** What the person reads, in each case that a phone can make of going back. */
const wayBack = `## What is said on the way back

| what WeChat does | what the program knows | what it says |
|---|---|---|
| says yes, and hides the program within ${seconds(timing.switchMs)} of the call | the app has the result; the person who leaves by Home at that moment looks the same | logged in; switch back to the app, and if it is not signed in, start again from there |
| hides the program, and says yes while it is hidden, within ${seconds(timing.switchMs)} | the app has the result | the same |
| hides the program, and the person comes back before WeChat has answered (the system's gesture, a call, the lock screen) | it may have gone: it is not sent again | check the app; if it is not signed in, start again from there |
| hides the program more than ${seconds(timing.switchMs)} after its yes | the same | the same |
| never answers, and stays in front | nothing has gone, as far as can be known | after ${seconds(timing.stillInFrontMs)} the button, which carries the same result |
| says no | nothing has gone | the button |
| the button is tapped, WeChat says yes and hides the program within ${seconds(timing.switchMs)}, in either order | the app has the result; so it looks, too, where the sheet was cancelled and the person left at once | logged in, as in the first row |
| the button is tapped, WeChat's sheet is cancelled, and the program is hidden later (the screen is locked) | a cancelled sheet says yes as well: it may have gone | check the app; if it is not signed in, start again from there |
| split screen, a foldable, an iPad, HarmonyOS: the app opens next to WeChat, and nothing is hidden | nothing, and it says so | "if the app did not open by itself, tap the button": a tap sends the same text again, of which the app takes the first |
| the login ends while the program is in the background, and WeChat says yes | it may have gone, but being hidden says nothing about it | check the app; if it is not signed in, start again from there |
`;

/**
 * Without the arrows that each state has (a new launch, being opened by hand), and without those of
 * an old WeChat.
 */
function diagram(): string {
  const arrows = new Map<string, string[]>();
  for (const { state, cells } of rows()) {
    for (const { event, action } of cells) {
      if ((action === 'enter' && state !== 'idle') || action === 'markPage') continue;
      for (const to of actions[action]?.to ?? []) {
        if (to === 'manualReturn' && state !== 'returning') continue;
        const arrow = `${state} --> ${to}`;
        arrows.set(arrow, [...(arrows.get(arrow) ?? []), event]);
      }
    }
  }
  const lines = [...arrows].map(([arrow, by]) => `  ${arrow}: ${by.join(', ')}`);
  return [
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> idle',
    ...lines,
    '```',
    '',
    'From every state a new launch starts from the beginning, and being opened by hand leads to `about`. A WeChat that cannot go back by itself goes to `manualReturn` wherever the picture says `returning`.',
    '',
  ].join('\n');
}

function section({ state, cells }: Row): string {
  const active = cells.filter(({ action }) => !(action in nothing));
  const table = active.map(({ event, action }) => {
    const { says = '', to = [] } = actions[action] ?? {};
    return `| ${events[event]} (\`${event}\`) | ${says} | ${to.map((name) => `\`${name}\``).join(', ')} |`;
  });
  const silent = names(nothing).flatMap((reason) => {
    const without = cells
      .filter(({ action }) => action === reason)
      .map(({ event }) => `\`${event}\``);
    return without.length === 0
      ? []
      : [`Nothing happens, as ${nothing[reason]}: ${without.join(', ')}.`];
  });
  return [
    `## ${state}`,
    '',
    `${capital(states[state])}.`,
    '',
    '| when | what happens | leads to |',
    '|---|---|---|',
    ...table,
    '',
    ...silent,
    '',
  ].join('\n');
}

function failureTable(): string {
  const lines = names(failures).map((code: FailureCode) => {
    const { fault, retry } = failures[code];
    const failure = { code, message: '...' };
    const ticket = errorResult({ contract: 'ticket', state: null }, failure);
    return `| \`${code}\` | ${fault} | ${retry} | \`error.code\` = \`${code}\` | (empty) | \`${ticket}\` |`;
  });
  return [
    '## Failures',
    '',
    'The closed list: whose side it is on, whether trying again can help, and what the app gets in each contract.',
    '',
    '| code | fault | try again | `session`, sealed | `codes` | `ticket` |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

function capital(text: string): string {
  return /^[a-z]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** The keys of a record that is closed by its type. */
function names<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  const keys: K[] = [];
  for (const key in record) keys.push(key);
  return keys;
}
