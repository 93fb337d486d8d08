import type { HostApp, PhoneDevice } from '@mini-login/simulator/contract';
import { Select } from '../parts/fields';
import { appIdOf, callerOf } from '../setup/on-phone';
import type { CallerChoice } from '../setup/setup';
import { useWords } from '../words/words';

/** Which AppID WeChat names as the one that launches: the demo app's own, another's, or none. */
export function CallerField({
  phone,
  app,
  onChanged,
}: {
  readonly phone: PhoneDevice;
  /** The demo app as it is by itself. */
  readonly app: HostApp;
  readonly onChanged: () => void;
}) {
  const words = useWords();
  return (
    <Select<CallerChoice>
      label={words.caller}
      value={callerOf(phone.app)}
      options={[
        { value: 'own', label: words.callers.own(phone.app.name) },
        { value: 'foreign', label: words.callers.foreign },
        { value: 'none', label: words.callers.none },
      ]}
      onChange={(next) => {
        phone.setApp({ ...phone.app, appId: appIdOf(next, app) });
        onChanged();
      }}
    />
  );
}
