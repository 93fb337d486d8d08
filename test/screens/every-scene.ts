import type { Phone } from '@mini-login/simulator';
import type { Lang } from '../../miniprogram/login/lang';
import type { View } from '../../miniprogram/login/screen';
import type { Look } from '../../scripts/screens/looks';
import type { ScreenRenderer, ScreenRenderers } from '../../scripts/screens/renderer';
import { fullest, scenes, viewOf } from '../../scripts/screens/scenes';
import type { Measurement } from './measure';

/** What is wrong with a screen, a line each, by what the page answers. */
export interface ScreenCheck extends Pick<Measurement<unknown>, 'script' | 'prepare'> {
  problems(answer: unknown, look: Look): readonly string[];
}

export function checkOf<T>(
  { answer, ...measurement }: Measurement<T>,
  problems: (measured: T, look: Look) => readonly string[],
): ScreenCheck {
  return { ...measurement, problems: (found, look) => problems(answer.parse(found), look) };
}

/** All in one question to the page. */
const scriptOf = (checks: readonly ScreenCheck[]): string => `async () => {
  const answers = [];
  for (const ask of [${checks.map(({ script }) => script).join(', ')}]) answers.push(await ask());
  return answers;
}`;

async function prepare(phone: Phone, checks: readonly ScreenCheck[]): Promise<void> {
  for (const check of checks) await check.prepare?.(phone);
}

const problemsIn = (answers: unknown, checks: readonly ScreenCheck[], look: Look): string[] =>
  checks.flatMap((check, index) => check.problems(Object(answers)[index], look));

/** What the checks find on these screens of a phone that has this look already. */
export async function eachView(
  renderer: ScreenRenderer,
  look: Look,
  views: readonly { readonly name: string; readonly view: View }[],
  checks: readonly ScreenCheck[],
): Promise<string[]> {
  await prepare(renderer.phone, checks);
  const shown = views.map(({ view }) => view);
  const answers = await renderer.showEach(shown, scriptOf(checks));
  if (answers.length !== views.length) throw new Error('not every screen has answered');
  return views.flatMap(({ name }, index) =>
    problemsIn(answers[index], checks, look).map((problem) => `${look.name}, ${name}: ${problem}`),
  );
}

/** The same of the agreement's page. */
async function agreementPage(
  { phone }: ScreenRenderer,
  look: Look,
  checks: readonly ScreenCheck[],
): Promise<string[]> {
  const answers = await phone.evaluateInFrame(scriptOf(checks));
  return problemsIn(answers, checks, look).map((problem) => `${look.name}, agreement: ${problem}`);
}

/**
 * Shows every scene in every look and collects what the checks find. One launch shows all looks of
 * a text size: the theme and the size of the screen reach a program that runs, as on a phone; the
 * text size is read when it is launched.
 */
export async function everyScene(
  renderers: ScreenRenderers,
  looks: readonly Look[],
  lang: Lang,
  checks: readonly ScreenCheck[],
): Promise<string[]> {
  const textSizes = new Set(looks.map(({ device }) => device.fontSizeScaleFactor));
  const found: string[] = [];
  for (const size of textSizes) {
    const same = looks.filter(({ device }) => device.fontSizeScaleFactor === size);
    found.push(...(await ofOneLaunch(renderers, same, lang, checks)));
  }
  return found;
}

async function ofOneLaunch(
  renderers: ScreenRenderers,
  looks: readonly Look[],
  lang: Lang,
  checks: readonly ScreenCheck[],
): Promise<string[]> {
  const [first] = looks;
  if (!first) return [];
  const renderer = await renderers.open(first, lang);
  const found: string[] = [];
  const views = [...scenes, fullest].map((scene) => ({
    name: scene.name,
    view: viewOf(scene, lang),
  }));
  for (const look of looks) {
    await renderer.phone.device.set(look.device);
    found.push(...(await eachView(renderer, look, views, checks)));
  }
  await renderer.showAgreement('privacy');
  for (const look of looks) {
    await renderer.phone.device.set(look.device);
    found.push(...(await agreementPage(renderer, look, checks)));
  }
  await renderer.close();
  return found;
}
