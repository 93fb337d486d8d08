import type { Misbehaviour, NetworkMode, PhoneDevice } from '../../../../simulator/contract/phone';
import type { DeviceInfo } from '../../../../simulator/contract/process';
import type { HostContract } from '../contract-choice';
import { hostContracts } from '../contract-choice';
import { Choice, Pick, Section } from '../parts/fields';
import { useWords } from '../words/words';
import { PersonFields } from './person';
import { ServerFields } from './servers';
import { fontSizes, languages, screenOf, screens } from './settings';

interface Props {
  readonly phone: PhoneDevice;
  readonly contract: HostContract;
  readonly onContract: (contract: HostContract) => void;
  /** After each change, so that the page shows the phone's new state. */
  readonly onChanged: () => void;
  /** Where the servers' controls are, if they have any. */
  readonly servers: string | null;
}

export function Controls({ phone, contract, onContract, onChanged, servers }: Props) {
  const words = useWords();
  const change = (doIt: () => void) => {
    doIt();
    onChanged();
  };
  // Why one failed is on the time line.
  const settle = (done: Promise<void>) => void done.then(onChanged, onChanged);
  const running = phone.state.program !== 'none';
  const inFront = phone.state.front === 'program';
  return (
    <aside class="controls" aria-label={words.controls}>
      <Section title={words.contract}>
        <Choice
          label={words.contract}
          layout="alone"
          value={contract}
          options={hostContracts.map((value) => ({ value, ...words.contracts[value] }))}
          onChange={onContract}
        />
        <p class="hint">{words.contracts[contract].hint}</p>
      </Section>

      <Section title={words.person}>
        <PersonFields phone={phone} onChanged={onChanged} />
      </Section>

      <Section title={words.phoneLook}>
        <Pick
          label={words.language}
          value={phone.device.language}
          options={languages}
          onChange={(language) => change(() => phone.setDevice({ language }))}
        />
        <Pick
          label={words.phoneSize}
          value={screenOf(phone.device).value}
          options={screens}
          onChange={(value) => change(() => phone.setDevice(screens.find((screen) => screen.value === value)?.size ?? {}))}
        />
        <Pick
          label={words.fontSize}
          value={String(phone.device.fontSizeScaleFactor)}
          options={fontSizes}
          onChange={(value) => change(() => phone.setDevice({ fontSizeScaleFactor: Number(value) }))}
        />
        <Choice<DeviceInfo['theme']>
          label={words.theme}
          layout="beside"
          value={phone.device.theme}
          options={[
            { value: 'light', label: words.light },
            { value: 'dark', label: words.dark },
          ]}
          onChange={(theme) => change(() => phone.setDevice({ theme }))}
        />
        <Choice<NetworkMode>
          label={words.network}
          layout="beside"
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
            <button type="button" class="button" disabled={!running} onClick={() => settle(phone.foreground())}>
              {words.foreground}
            </button>
          )}
          <button type="button" class="button" disabled={!running} onClick={() => change(() => phone.kill())}>
            {words.kill}
          </button>
        </div>
      </Section>

      <Section title={words.clock} hint={words.clockHint}>
        <div class="buttons">
          {clockSteps.map(({ label, ms }) => (
            <button key={label} type="button" class="button" onClick={() => settle(phone.clock.advance(ms))}>
              {label}
            </button>
          ))}
        </div>
      </Section>

      <Section title={words.misbehave}>
        <MisbehaviourFields phone={phone} onChanged={onChanged} />
      </Section>

      {servers !== null && (
        <Section title={words.servers}>
          <ServerFields path={servers} />
        </Section>
      )}
    </aside>
  );
}

const clockSteps = [
  { label: '+1 s', ms: 1000 },
  { label: '+5 min', ms: 5 * 60_000 },
  { label: '+30 min', ms: 30 * 60_000 },
] as const;

function MisbehaviourFields({ phone, onChanged }: { readonly phone: PhoneDevice; readonly onChanged: () => void }) {
  const words = useWords();
  const now = phone.misbehaviour;
  const set = (change: Partial<Misbehaviour>) => {
    phone.misbehave(change);
    onChanged();
  };
  return (
    <>
      <Pick<Misbehaviour['navigateBackApplication']>
        over
        label="navigateBackApplication"
        value={now.navigateBackApplication}
        options={[
          { value: 'works', label: words.misbehaviour.works },
          { value: 'ok-but-stays', label: words.misbehaviour.okButStays },
          { value: 'fail', label: words.misbehaviour.fails },
          { value: 'missing', label: words.misbehaviour.missing },
        ]}
        onChange={(navigateBackApplication) => set({ navigateBackApplication })}
      />
      <Pick<Misbehaviour['launchApp']>
        over
        label="launchApp"
        value={now.launchApp}
        options={[
          { value: 'works', label: words.misbehaviour.works },
          { value: 'invalid scene', label: 'invalid scene' },
        ]}
        onChange={(launchApp) => set({ launchApp })}
      />
      <Pick<Misbehaviour['phoneCode']>
        over
        label={words.misbehaviour.phoneCode}
        value={now.phoneCode}
        options={[
          { value: 'given', label: words.misbehaviour.given },
          { value: 'missing', label: words.misbehaviour.oldClient },
        ]}
        onChange={(phoneCode) => set({ phoneCode })}
      />
    </>
  );
}
