import { kindOf, SecretFinder } from '../secrets';
import { hold } from '../violation';
import type { Invariant } from './invariant';

const lifeMs = 5 * 60_000;
const perishable = ['login', 'phone', 'encrypted', 'iv'];

/** A WeChat code (login or phone) is used at most once, and never when older than its life. */
export const codes: Invariant = (model) => {
  const secrets = new SecretFinder();
  const born = new Map<string, number>();
  const used = new Set<string>();
  let lastFetch = Number.NEGATIVE_INFINITY;
  let promptedAt = Number.NEGATIVE_INFINITY;

  const use = (value: unknown) => {
    const found = [...new Set(secrets.in(value))].filter((name) =>
      perishable.includes(kindOf(name)),
    );
    for (const code of found) {
      const at = born.get(code) ?? Number.NEGATIVE_INFINITY;
      hold(2, !used.has(code), `${code} is used twice`);
      hold(
        2,
        model().elapsed - at < lifeMs,
        `${code} is used ${model().elapsed - at} ms after it was made`,
      );
      used.add(code);
    }
    const encrypted = found.some((code) => kindOf(code) === 'encrypted');
    if (!encrypted) return;
    // WeChat's session_key changes with every wx.login: the encrypted phone can be read with the
    // one before the tap only.
    for (const code of found.filter((name) => kindOf(name) === 'login')) {
      const at = born.get(code) ?? Number.POSITIVE_INFINITY;
      hold(
        2,
        at <= promptedAt && lastFetch <= at,
        `${code} does not open the encrypted phone that it is sent with`,
      );
    }
  };

  /** For as long as it is offered, it has to be good. */
  const checkButton = (carried: string) => {
    for (const code of secrets.in(carried).filter((name) => perishable.includes(kindOf(name)))) {
      const age = model().elapsed - (born.get(code) ?? Number.NEGATIVE_INFINITY);
      hold(2, age < lifeMs, `the button carries ${code}, which is ${age} ms old`);
    }
  };

  return {
    minted: (code, at) => void born.set(code, at),
    prompted() {
      promptedAt = model().elapsed;
    },
    stepped({ effects, state, before }) {
      for (const effect of effects) {
        if (effect.type === 'request') use(effect.request);
        if (effect.type === 'goBack') use(effect.extraData);
      }
      // Where WeChat cannot go back by itself, the codes leave with the button that carries them.
      if (
        state.name === 'manualReturn' &&
        before.name !== 'manualReturn' &&
        before.name !== 'returning'
      )
        use(state.result);
      if (state.name === 'manualReturn' && state.visit.inFront) checkButton(state.result);
      if (effects.some(({ type }) => type === 'fetchLoginCode')) lastFetch = model().elapsed;
    },
  };
};
