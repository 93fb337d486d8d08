import { FOREIGN_APP_ID, type PhoneDevice } from '@mini-login/simulator/contract';
import { useState } from 'preact/hooks';
import { Pick } from '../parts/fields';
import { useWords } from '../words/words';

/** Which AppID WeChat names as the one that launches: the demo app's own, another's, or none. */
export function CallerField({
  phone,
  onChanged,
}: {
  readonly phone: PhoneDevice;
  readonly onChanged: () => void;
}) {
  const words = useWords();
  const [own] = useState(phone.app.appId);
  const { appId } = phone.app;
  const appIds = { own, foreign: FOREIGN_APP_ID, none: null } as const;
  const value = appId === null ? 'none' : appId === FOREIGN_APP_ID ? 'foreign' : 'own';
  return (
    <Pick<keyof typeof appIds>
      label={words.caller}
      value={value}
      options={[
        { value: 'own', label: words.callers.own(phone.app.name) },
        { value: 'foreign', label: words.callers.foreign },
        { value: 'none', label: words.callers.none },
      ]}
      onChange={(next) => {
        phone.setApp({ ...phone.app, appId: appIds[next] });
        onChanged();
      }}
    />
  );
}
