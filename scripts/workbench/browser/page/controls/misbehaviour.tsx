import type { PhoneDevice } from '@mini-login/simulator/contract';
import { MISBEHAVIOURS, type Misbehaviour } from '@mini-login/simulator/contract';
import { Select } from '../parts/fields';
import { misbehaviourWords } from '../words/misbehaviour';
import { useWords } from '../words/words';

interface Props {
  readonly phone: PhoneDevice;
  readonly onChanged: () => void;
}

/** Every way in which this phone's WeChat can let the program down. */
export function MisbehaviourFields({ phone, onChanged }: Props) {
  const { labels, choices } = misbehaviourWords[useWords().lang];
  return (
    <>
      {keys.map((key) => (
        <Select<string>
          key={key}
          over
          label={labels[key]}
          value={phone.misbehaviour[key]}
          options={MISBEHAVIOURS[key].map((value) => ({ value, label: choices[value] ?? value }))}
          onChange={(value) => {
            phone.misbehave({ [key]: value });
            onChanged();
          }}
        />
      ))}
    </>
  );
}

const keys = Object.keys(MISBEHAVIOURS) as readonly (keyof Misbehaviour)[];
