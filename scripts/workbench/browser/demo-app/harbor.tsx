import { useState } from 'preact/hooks';
import type { BrandLook } from '../../brand-state';
import { Account } from './account';
import { BubblesIcon, HarborPicture, ServiceIcon } from './picture';
import type { AppView, Refusal } from './view';
import { type HarborWords, refusalText } from './words';

interface Props {
  readonly view: AppView;
  readonly words: HarborWords;
  readonly brand: BrandLook;
  readonly onLogIn: () => void;
  readonly onCancel: () => void;
  readonly onLogOut: () => void;
}

/**
 * 港湾 / Harbor: a city's services in one app. Fictional; it stands for any app that opens the mini
 * program. With another company's brand it has that one's name, logo and colour, and no services.
 */
export function Harbor({ view, words, brand, onLogIn, onCancel, onLogOut }: Props) {
  if (view.stage === 'signedIn')
    return <Account session={view.session} words={words} onLogOut={onLogOut} />;
  const isHarbor = brand.name[words.tag] === words.appName;
  return (
    <div class="app">
      {isHarbor ? (
        <header class="hero">
          <HarborPicture />
          <div class="hero-words">
            <p class="city">{words.city}</p>
            <h1>{words.appName}</h1>
            <p>{words.greeting}</p>
          </div>
        </header>
      ) : (
        <header class="hero hero-plain">
          <img class="logo" src={brand.logo} alt="" />
          <h1>{brand.name[words.tag] ?? Object.values(brand.name)[0]}</h1>
        </header>
      )}
      <div class="sheet">
        {view.stage === 'signedOut' && (
          <LogIn
            refusal={view.refusal}
            pitch={isHarbor ? words.pitch : words.plainPitch}
            words={words}
            onLogIn={onLogIn}
          />
        )}
        {view.stage === 'waiting' && (
          <section class="card" aria-live="polite">
            <h2>{words.waiting.title}</h2>
            <p>{words.waiting.body}</p>
            <button type="button" class="wechat" id="log-in-again" onClick={onLogIn}>
              {words.waiting.again}
            </button>
            <button type="button" class="plain" id="cancel" onClick={onCancel}>
              {words.waiting.cancel}
            </button>
          </section>
        )}
        {view.stage === 'completing' && (
          <section class="card busy" aria-live="polite">
            <span class="spinner" aria-hidden="true" />
            <p>{words.completing}</p>
          </section>
        )}
        {isHarbor && (
          <>
            <Ferry words={words} />
            <ul class="services">
              {words.services.map((name, index) => (
                <li key={name}>
                  <ServiceIcon index={index} />
                  <span>{name}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

function LogIn({
  refusal,
  pitch,
  words,
  onLogIn,
}: {
  readonly refusal: Refusal | null;
  readonly pitch: string;
  readonly words: HarborWords;
  readonly onLogIn: () => void;
}) {
  const [tapped, setTapped] = useState(false);
  return (
    <section class="card">
      {refusal === null ? (
        <p>{pitch}</p>
      ) : (
        <div class="refusal" role="alert">
          <h2>{words.refused.title}</h2>
          <p>{refusalText(refusal.code, words)}</p>
          <dl>
            <dt>{words.refused.got}</dt>
            <dd>
              <code>{refusal.code}</code> {refusal.message}
            </dd>
          </dl>
        </div>
      )}
      <button
        type="button"
        class="wechat"
        id="log-in"
        disabled={tapped}
        onClick={() => {
          setTapped(true);
          onLogIn();
        }}
      >
        <BubblesIcon />
        {refusal === null ? words.logIn : words.tryAgain}
      </button>
    </section>
  );
}

function Ferry({ words }: { readonly words: HarborWords }) {
  return (
    <section class="card ferry">
      <ServiceIcon index={0} />
      <div>
        <h2>{words.ferry.title}</h2>
        <p>{words.ferry.line}</p>
      </div>
      <span>{words.ferry.next}</span>
    </section>
  );
}
