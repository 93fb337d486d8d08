import { useEffect, useState } from 'preact/hooks';
import type { Picked } from '../../contract/picked';
import type { UiPicture, UiStep } from '../../ui/model';
import type { LivePhone, UiClient } from './client';
import { Cover } from './cover';
import type { UiWords } from './words';

interface Props {
  readonly client: UiClient;
  readonly step: UiStep | null;
  readonly when: 'before' | 'after';
  /** There is one to look at now. */
  readonly isThere: boolean;
  /** It is what is looked at. */
  readonly isLive: boolean;
  readonly words: UiWords;
  readonly onWhen: (when: 'before' | 'after') => void;
}

/** The phone as it was before or after a step, or as it is now, where locators are picked. */
export function Phone({ client, step, when, isThere, isLive, words, onWhen }: Props) {
  const [picks, setPicks] = useState(false);
  const [looks, setLooks] = useState(false);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [note, setNote] = useState('');
  const showsNow = isThere && (isLive || looks || picks);
  const live = useLive(client, showsNow);
  useEffect(() => setLooks(false), [step?.id, when]);
  useEffect(() => {
    if (!isThere) setPicks(false);
  }, [isThere]);
  const picture = when === 'before' ? step?.before : step?.after;
  const code = picked && `program.${picked.locator}`;
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    setNote(words.copied);
  };
  return (
    <aside class="phone" aria-label={words.phone}>
      <div class="bar">
        {(['before', 'after'] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={!showsNow && when === each}
            disabled={!step?.[each]}
            onClick={() => {
              setLooks(false);
              setPicks(false);
              onWhen(each);
            }}
          >
            {words[each]}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={showsNow}
          disabled={!isThere}
          onClick={() => setLooks(true)}
        >
          {words.live}
        </button>
        <button
          type="button"
          aria-pressed={picks}
          disabled={!isThere}
          onClick={() => setPicks(!picks)}
        >
          {words.pick}
        </button>
      </div>
      {picked && (
        <p class="picked">
          <code>{code}</code>
          <span>{words.found(picked.count)}</span>
          <button type="button" onClick={() => void copy(code ?? '')}>
            {words.copy}
          </button>
          <output>{note}</output>
        </p>
      )}
      <div class="screen">
        {showsNow && live ? (
          <>
            <img
              alt={words.live}
              src={`data:image/jpeg;base64,${live.base64}`}
              width={live.size.width}
              height={live.size.height}
            />
            {picks && (
              <Cover
                client={client}
                size={live.size}
                words={words}
                onPick={(found) => {
                  setPicked(found);
                  setNote('');
                  setPicks(false);
                }}
              />
            )}
          </>
        ) : picture ? (
          <Picture
            client={client}
            picture={picture}
            alt={words[when]}
            finger={when === 'before' ? (step?.finger ?? null) : null}
          />
        ) : (
          <p class="hint">{words.noPicture}</p>
        )}
      </div>
    </aside>
  );
}

function Picture({
  client,
  picture: { id, size, origin },
  alt,
  finger,
}: {
  readonly client: UiClient;
  readonly picture: UiPicture;
  readonly alt: string;
  readonly finger: UiStep['finger'];
}) {
  return (
    <>
      <img alt={alt} src={client.pictureUrl(id)} width={size?.width} height={size?.height} />
      {finger && size && (
        <i
          class="finger"
          style={{
            left: `${((finger.x + origin.x) / size.width) * 100}%`,
            top: `${((finger.y + origin.y) / size.height) * 100}%`,
          }}
        />
      )}
    </>
  );
}

/** ms between two pictures. */
const pace = 300;

/** The phone as it is, again and again while somebody looks. */
function useLive(client: UiClient, isWanted: boolean): LivePhone | null {
  const [live, setLive] = useState<LivePhone | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let goesOn = true;
    let timer = 0;
    const look = async () => {
      const next = document.hidden ? null : await client.live();
      if (!goesOn) return;
      if (next) setLive(next);
      timer = window.setTimeout(look, pace);
    };
    void look();
    return () => {
      goesOn = false;
      clearTimeout(timer);
      setLive(null);
    };
  }, [client, isWanted]);
  return live;
}
