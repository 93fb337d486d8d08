import type { PhoneConfig } from '../../../contract/config';
import { createFileStore } from '../files/store';
import { failureOf } from '../net/wording';
import type { PhoneParts } from '../parts';
import { createHost, type HostParts } from './host';
import { ProgramLife } from './life';
import type { LifeParts } from './life-parts';

/** What a program's life asks of the phone that it runs on. */
export interface PhoneAround
  extends Pick<LifeParts, 'place'>,
    Pick<
      HostParts,
      | 'consent'
      | 'device'
      | 'leave'
      | 'misbehaviour'
      | 'permissions'
      | 'person'
      | 'returnToApp'
      | 'surround'
      | 'surroundings'
    > {
  /** Null until the phone is ready. */
  config(): PhoneConfig | null;
}

/** With what outlives each of its processes: the clipboard, storage, files. */
export function createLife(parts: PhoneParts, phone: PhoneAround): ProgramLife {
  let lastId = 0;
  const shared: Omit<HostParts, 'config'> = {
    ...parts,
    ...phone,
    clipboard: { text: '' },
    storage: new Map<string, string>(),
    files: createFileStore(parts.clock.now),
    nextId: () => ++lastId,
    unreached: (service, reason) =>
      failureOf(service, reason, parts.screen.get().device, phone.misbehaviour().wording),
    waysBack: () => life.waysBack,
  };
  const life = new ProgramLife({
    ...parts,
    place: phone.place,
    misbehaviour: phone.misbehaviour,
    leaveNativePage: () => parts.nativePages.answer('back'),
    guardTouches: (inner) => parts.touches.guardProgram(inner),
    isStrict: () => phone.config()?.strict ?? false,
    createHost: (program) => {
      const config = phone.config();
      if (!config) throw new Error('the phone is not ready');
      return createHost({ ...shared, config }, program);
    },
  });
  return life;
}
