import type { Brand } from '../../miniprogram/login/brand';
import { askFor } from '../../miniprogram/login/consent';
import { failures, isShown, type ShownCode } from '../../miniprogram/login/failure';
import { genauthAgreements } from './genauth-scenes';
import { partsOf, type Scene, since } from './scene-parts';

/** Situations that look much like one of `scenesOf`: the gallery has them, the pictures need not. */
export function moreScenesOf(brand: Brand): readonly Scene[] {
  const { agreed, agreements, asking, finished, reading, underWay, visit } = partsOf(brand);
  return [
    {
      name: 'login-no-agreement',
      title: 'An agreement could not be opened',
      state: asking({ notice: { cannotOpen: true } }),
    },
    {
      name: 'working-identifying',
      title: 'Asking a directory whose app it is',
      state: reading('identifying'),
    },
    {
      name: 'working-minting',
      title: 'Asking for a ticket for the app',
      state: (lang) => ({
        ...underWay(lang),
        name: 'minting',
        since,
        consent: agreed(lang),
      }),
    },
    {
      name: 'working-renewing',
      title: 'Asking WeChat for a new code',
      state: (lang) => ({
        ...underWay(lang),
        name: 'renewing',
        since,
        consent: agreed(lang),
        phone: null,
      }),
    },
    {
      name: 'finished-declined',
      title: 'The app knows of the refusal, and the person has come back',
      state: finished('delivered', 'error'),
    },
    {
      name: 'about-no-agreement',
      title: 'Opened by hand, an agreement could not be opened',
      state: (lang) => ({ name: 'about', visit: visit(lang), agreements, cannotOpen: true }),
    },
    {
      name: 'about-genauth',
      title: 'Opened by hand, the agreements are kept by GenAuth',
      state: (lang) => ({ name: 'about', visit: visit(lang), agreements: [], cannotOpen: false }),
    },
    {
      name: 'login-genauth-agreed',
      title: "Agreements of GenAuth's, all of them ticked",
      state: (lang) => {
        const consent = askFor(genauthAgreements(lang));
        return asking({ consent: { ...consent, chosen: ['8'] } }, { agreed: true })(lang);
      },
    },
  ];
}

/** Every failure that has a screen, by its code; what it says of itself is its title. */
export function failureScenesOf(brand: Brand): readonly Scene[] {
  const { failed } = partsOf(brand);
  return codes.map((code) => ({ name: `failure ${code}`, title: code, state: failed(code) }));
}

const codes: readonly ShownCode[] = Object.keys(failures)
  .filter((code): code is keyof typeof failures => Object.hasOwn(failures, code))
  .map((code) => ({ code, message: '' }))
  .filter(isShown)
  .map(({ code }) => code);
