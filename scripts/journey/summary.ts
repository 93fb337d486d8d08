import { styleText } from 'node:util';
import type { Journey } from './run';

/** The outcome in a few lines, for people. Nothing secret: the phone number is masked. */
export function summary({ report, problem }: Journey, colour: boolean): string {
  const paint: typeof styleText = colour ? styleText : (_format, text) => text;
  const { app, screens, setData, requests } = report;
  const byProgram = requests.filter(({ from }) => from === 'program').length;
  const outcome = app.ok
    ? `${app.who.name ?? app.who.id} is signed in${app.who.phone === null ? '' : `, phone ${hideMiddle(app.who.phone)}`}`
    : `nobody is signed in: ${app.error.code} (${app.error.message})`;
  return [
    `${problem === null ? paint('green', '✓') : paint('red', '✕')} ${outcome}`,
    ...(app.ok
      ? app.checks.map(({ id, detail }) => paint('dim', `    ${id.padEnd(12)} ${detail}`))
      : []),
    paint('dim', `  screens   ${screens.map(({ screen }) => screen).join(' → ')}`),
    paint(
      'dim',
      `  requests  ${byProgram} by the mini program, ${requests.length - byProgram} by the app`,
    ),
    paint('dim', `  setData   ${setData.calls} calls, ${setData.bytes} bytes`),
    ...(problem === null ? [] : [paint('red', `  ${problem}`)]),
    '',
  ].join('\n');
}

function hideMiddle(phone: string): string {
  return phone.replace(/(?<=^.{6})\d+(?=\d{4}$)/, '****');
}
