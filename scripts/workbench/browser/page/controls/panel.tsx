import type { DeviceInfo, HostApp, NetworkMode, PhoneDevice } from '@mini-login/simulator/contract';
import { BASE_LIBRARIES, PROFILES, type ProfileName } from '@mini-login/simulator/contract';
import { hostContracts } from '../host-contracts';
import { Choice, Section, Select } from '../parts/fields';
import type { ScenarioName } from '../scenarios/scenarios';
import { profileOf } from '../setup/on-phone';
import { usualOn } from '../setup/setup';
import type { useSetup } from '../setup/use-setup';
import { useWords } from '../words/words';
import { BrandFields } from './brand';
import { CallerField } from './caller';
import { MisbehaviourFields } from './misbehaviour';
import { PersonFields } from './person';
import { ServerFields } from './servers';
import { fontSizes, languages, screenOf, screens } from './settings';
import { Share } from './share';

interface Props {
  readonly phone: PhoneDevice;
  readonly app: HostApp;
  readonly setup: ReturnType<typeof useSetup>;
  /** The scenario that has played what is chosen. */
  readonly played: ScenarioName | null;
  /** Out of reach: another brand is on its way. */
  readonly inert: boolean;
  /** After each change, so that the page shows the phone's new state. */
  readonly onChanged: () => void;
  /** The page that edits a brand. */
  readonly editor: string | undefined;
}

export function Controls({ phone, app, editor, setup, played, inert, onChanged }: Props) {
  const words = useWords();
  const { contract } = setup;
  const change = (doIt: () => void) => {
    doIt();
    onChanged();
  };
  // Why one failed is on the timeline.
  const settle = (done: Promise<void>) => void done.then(onChanged, onChanged);
  const running = phone.state.program !== 'none';
  const inFront = phone.state.front === 'program';
  return (
    <aside class="controls" aria-label={words.controls} inert={inert}>
      <Share setup={setup.current} controls={setup.servers.controls} played={played} />
      <BrandFields brands={setup.brands} editor={editor} />
      <Section title={words.contract}>
        <Choice
          label={words.contract}
          layout="alone"
          value={contract}
          options={hostContracts.map((value) => ({ value, ...words.contracts[value] }))}
          onChange={setup.chooseContract}
        />
        <p class="hint">{words.contracts[contract].hint}</p>
        <CallerField phone={phone} app={app} onChanged={onChanged} />
      </Section>

      <Section title={words.person}>
        <PersonFields
          phone={phone}
          sheetPolicy={setup.sheetPolicy}
          onSheetPolicy={setup.chooseSheetPolicy}
          onChanged={onChanged}
        />
      </Section>

      <Section title={words.phoneLook}>
        <Select<ProfileName>
          label={words.profile}
          value={profileOf(phone)}
          options={profiles.map((value) => ({ value, label: words.profiles[value] }))}
          onChange={(name) => change(() => become(phone, name))}
        />
        <Select<string>
          label={words.baseLibrary}
          value={phone.device.SDKVersion}
          options={BASE_LIBRARIES.map((value) => ({ value, label: value }))}
          onChange={(SDKVersion) => change(() => phone.setDevice({ SDKVersion }))}
        />
        <Select
          label={words.language}
          value={phone.device.language}
          options={languages}
          onChange={(language) => change(() => phone.setDevice({ language }))}
        />
        <Select
          label={words.phoneSize}
          value={screenOf(phone.device).value}
          options={screens}
          onChange={(value) =>
            change(() =>
              phone.setDevice(screens.find((screen) => screen.value === value)?.size ?? {}),
            )
          }
        />
        <Select
          label={words.fontSize}
          value={String(phone.device.fontSizeScaleFactor)}
          options={fontSizes}
          onChange={(value) =>
            change(() => phone.setDevice({ fontSizeScaleFactor: Number(value) }))
          }
        />
        <p class="hint">{words.fontSizeHint}</p>
        <Choice<DeviceInfo['theme']>
          label={words.theme}
          layout="inline"
          value={phone.device.theme}
          options={[
            { value: 'light', label: words.light },
            { value: 'dark', label: words.dark },
          ]}
          onChange={(theme) => change(() => phone.setDevice({ theme }))}
        />
        <Choice<NetworkMode>
          label={words.network}
          layout="inline"
          value={phone.networkMode}
          options={[
            { value: 'online', label: words.online },
            { value: 'slow', label: words.slow, hint: words.slowHint },
            { value: 'offline', label: words.offline },
          ]}
          onChange={(mode) => change(() => phone.network(mode))}
        />
      </Section>

      <Section title={words.process} note={words.programState[phone.state.program]}>
        <div class="buttons">
          {inFront ? (
            <button type="button" class="button" onClick={() => change(() => phone.background())}>
              {words.background}
            </button>
          ) : (
            <button
              type="button"
              class="button"
              disabled={!running}
              onClick={() => settle(phone.foreground())}
            >
              {words.foreground}
            </button>
          )}
          <button
            type="button"
            class="button"
            disabled={!running}
            onClick={() => change(() => phone.kill())}
          >
            {words.kill}
          </button>
        </div>
      </Section>

      <Section title={words.clock} hint={words.clockHint}>
        <div class="buttons">
          {clockSteps.map(({ label, ms }) => (
            <button
              key={label}
              type="button"
              class="button"
              onClick={() => settle(phone.clock.advance(ms))}
            >
              {label}
            </button>
          ))}
        </div>
      </Section>

      <Section title={words.misbehave}>
        <MisbehaviourFields phone={phone} onChanged={onChanged} />
      </Section>

      {setup.servers.controls !== null && setup.servers.controls.length > 0 && (
        <Section title={words.servers}>
          <ServerFields servers={setup.servers} />
        </Section>
      )}
    </aside>
  );
}

const profiles = Object.keys(PROFILES) as readonly ProfileName[];

/** What its holder has chosen stays. */
function become(phone: PhoneDevice, name: ProfileName): void {
  const { language, theme, fontSizeScaleFactor } = phone.device;
  phone.setDevice({ ...PROFILES[name].device, language, theme, fontSizeScaleFactor });
  phone.misbehave(usualOn(name));
}

const clockSteps = [
  { label: '+1 s', ms: 1000 },
  { label: '+5 min', ms: 5 * 60_000 },
  { label: '+30 min', ms: 30 * 60_000 },
] as const;
