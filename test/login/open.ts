import type { Brand } from '../../miniprogram/login/brand';
import type { Effect } from '../../miniprogram/login/effect';
import type { View } from '../../miniprogram/login/screen';
import { plain } from '../../scripts/prove/brands';
import type { AppLaunch, OpeningApp } from '../../scripts/prove/launches';
import { Model } from '../../scripts/prove/model';
import type { Move } from '../../scripts/prove/moves';
import { play } from '../../scripts/prove/play';
import { login } from '../../scripts/prove/subject';

export interface Opening {
  readonly canGoBack?: boolean;
  readonly caller?: OpeningApp;
}

/** A model that writes down what the login asked for and what the app received. */
export function open(
  launch: Partial<AppLaunch> = {},
  brand: Brand = plain,
  { canGoBack = true, caller = 'app' }: Opening = {},
) {
  const received: string[] = [];
  const effects: Effect[] = [];
  const model = new Model(login, brand, {
    received: (text) => void received.push(text),
    stepped: (step) => void effects.push(...step.effects),
  });
  model.launch(
    { path: 'pages/login/login', query: { v: '1' }, withState: true, ...launch },
    caller,
    canGoBack,
  );
  const run = (...moves: Move[]) => {
    for (const move of moves) play(model, move);
    return model.state;
  };
  const requests = () =>
    effects.flatMap((effect) => (effect.type === 'request' ? [effect.request] : []));
  return { model, received, effects, run, requests };
}

export const settle: Move = { do: 'settle', ms: 0 };
export const tap = (what: Extract<Move, { do: 'tap' }>['what']): Move => ({ do: 'tap', what });
export const phone = (how: Extract<Move, { do: 'answerPhone' }>['how']): Move => ({
  do: 'answerPhone',
  how,
});
export const agree: readonly Move[] = [settle, tap('primary'), tap('sheetAgree')];
export const wait = (ms: number): Move => ({ do: 'wait', ms });

export function loginScreen(model: Model): Extract<View, { screen: 'login' }> {
  const seen = model.view();
  if (seen.screen !== 'login') throw new Error(`this is the screen ${seen.screen}`);
  return seen;
}
