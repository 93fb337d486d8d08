import type { PhoneDevice } from '@mini-login/simulator/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import { clockTime } from '../../../timeline/describe';
import { Controls } from './controls/panel';
import { Line } from './parts/icon';
import { Phones } from './parts/phones';
import { ReloadStatus } from './parts/reload-status';
import { useScenario } from './scenarios/use-scenario';
import type { WorkbenchSettings } from './settings';
import type { Setup } from './setup/setup';
import { useSetup } from './setup/use-setup';
import { PastBar } from './stage/past-bar';
import { Stage } from './stage/stage';
import { useMoments } from './stills/use-moments';
import { timeOf } from './timeline/groups';
import { TimelinePanel } from './timeline/panel';
import { usePhone } from './use-phone';
import { useWords } from './words/words';

interface Props {
  readonly phoneUrl: string;
  readonly settings: WorkbenchSettings;
  /** What an address that asks for nothing means. */
  readonly usual: Setup;
}

export function Workbench({ phoneUrl, settings, usual }: Props) {
  const words = useWords();
  const { phone, page, problem, entries, refresh, onFrameLoad } = usePhone();
  const setup = useSetup(phone, settings, usual, refresh);
  const scenario = useScenario(phone, setup);
  /** The last entry that was cleared away. */
  const [cleared, setCleared] = useState(-1);
  const isReady = setup.current !== null;
  const hasBegun = useRef(false);
  useEffect(() => {
    if (!isReady || hasBegun.current) return;
    hasBegun.current = true;
    // What the address asked for was set before anything happened.
    setCleared(phone?.timeline.at(-1)?.id ?? -1);
  }, [isReady, phone]);
  const { past, goTo, step } = useMoments(phone, page);
  // What is done to a phone that is about to go would be lost.
  const isChanging = setup.brands.changingTo !== null;
  const visible = cleared < 0 ? entries : entries.filter((entry) => entry.id > cleared);
  return (
    <div class="workbench">
      <header class="bar">
        <Mark />
        <h1>{words.title}</h1>
        <span class="bar-tagline">{words.tagline}</span>
        <span class="bar-gap" />
        {settings.gallery !== null && (
          <a class="bar-link" href={settings.gallery}>
            {words.gallery}
          </a>
        )}
        {settings.console !== null && (
          <a
            class="bar-link"
            href={`${settings.console}?${new URLSearchParams({ workbench: location.origin })}`}
            target="_blank"
            rel="noreferrer"
          >
            {words.console}
          </a>
        )}
        {settings.phones !== null && <Phones path={settings.phones} />}
        <Clock phone={phone} />
        <ReloadStatus changingTo={setup.brands.changingTo} />
      </header>
      {phone === null ? (
        <aside class="controls" aria-label={words.controls} inert={isChanging} />
      ) : (
        <Controls
          phone={phone}
          app={settings.app}
          editor={settings.editor}
          setup={setup}
          played={scenario.played}
          inert={isChanging}
          onChanged={refresh}
        />
      )}
      <Stage
        src={phoneUrl}
        width={phone?.device.screenWidth ?? 375}
        height={phone?.device.screenHeight ?? 812}
        loading={phone === null}
        inert={isChanging}
        problem={problem}
        onLoad={onFrameLoad}
        past={past}
        pastBar={
          past !== null && (
            <PastBar
              time={clockTime(timeOf(past.entry, entries))}
              step={step}
              onNow={() => goTo(null)}
            />
          )
        }
        onNow={() => goTo(null)}
      />
      <TimelinePanel
        entries={visible}
        all={entries}
        code={
          settings.code === null || phone === null
            ? null
            : { path: settings.code, platform: phone.device.platform }
        }
        past={past?.entry ?? null}
        onGoTo={goTo}
        chosen={scenario.played}
        onPlay={setup.current === null || isChanging ? null : scenario.play}
        isStuck={scenario.isStuck}
        onClear={() => {
          goTo(null);
          setCleared(entries.at(-1)?.id ?? -1);
        }}
      />
    </div>
  );
}

/** Made once: to make one for each time takes longer than all else that a clock does. */
const timeOfDay = new Intl.DateTimeFormat(undefined, {
  ...{ hour: 'numeric', minute: 'numeric', second: 'numeric', hour12: false },
});

/** The phone's own, virtual time. Its place is kept until the phone is there. */
function Clock({ phone }: { readonly phone: PhoneDevice | null }) {
  const words = useWords();
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (phone === null) return;
    setNow(phone.clock.now());
    const tick = setInterval(() => setNow(phone.clock.now()), 500);
    return () => clearInterval(tick);
  }, [phone]);
  const date = new Date(now);
  return (
    <time
      class={phone === null ? 'clock clock-none' : 'clock'}
      dateTime={date.toISOString()}
      title={words.clockHint}
    >
      {timeOfDay.format(date)}
    </time>
  );
}

function Mark() {
  return (
    <svg class="bar-mark" width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <rect
        x="5"
        y="1"
        width="12"
        height="20"
        rx="3"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
      />
      <Line d="M8 11.2 10.3 13.5 14.3 8.8" width={2} colour="var(--wechat)" />
    </svg>
  );
}
