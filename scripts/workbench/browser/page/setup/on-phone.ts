import {
  FOREIGN_APP_ID,
  type HostApp,
  type PhoneDevice,
  PROFILES,
  type ProfileName,
} from '@mini-login/simulator/contract';
import { screens } from '../controls/settings';
import { type CallerChoice, faultKeys, type Setup, usualOn } from './setup';

type OnPhone = Omit<Setup, 'brand' | 'contract' | 'sheetPolicy' | 'servers'>;

/** As the phone is now. */
export function setupOfPhone(phone: PhoneDevice): OnPhone {
  const { device } = phone;
  const kind = profileOf(phone);
  const own = PROFILES[kind].device;
  const usual = usualOn(kind);
  return {
    person: phone.person,
    phone: kind,
    language: device.language,
    theme: device.theme,
    caller: callerOf(phone.app),
    network: phone.networkMode,
    screen:
      device.screenWidth === own.screenWidth && device.screenHeight === own.screenHeight
        ? null
        : String(device.screenWidth),
    fontSize: String(device.fontSizeScaleFactor),
    library: device.SDKVersion === own.SDKVersion ? null : device.SDKVersion,
    faults: Object.fromEntries(
      faultKeys
        .filter((key) => phone.misbehaviour[key] !== usual[key])
        .map((key) => [key, phone.misbehaviour[key]]),
    ),
  };
}

/** What is as asked already is left alone, so that nothing of it stands on the timeline. */
export async function applyToPhone(
  phone: PhoneDevice,
  setup: OnPhone,
  app: HostApp,
): Promise<void> {
  const device = deviceOf(setup);
  if (JSON.stringify({ ...phone.device, ...device }) !== JSON.stringify(phone.device))
    phone.setDevice(device);
  const behaviour = { ...usualOn(setup.phone), ...setup.faults };
  const other = faultKeys.filter((key) => behaviour[key] !== phone.misbehaviour[key]);
  if (other.length > 0)
    phone.misbehave(Object.fromEntries(other.map((key) => [key, behaviour[key]])));
  if (setup.network !== phone.networkMode) phone.network(setup.network);
  if (setup.caller !== callerOf(phone.app))
    phone.setApp({ ...phone.app, appId: appIdOf(setup.caller, app) });
  const people = await phone.people();
  // An address may name somebody who is not here.
  const holder = people.find(({ id }) => id === setup.person) ?? people[0];
  if (holder !== undefined && holder.id !== phone.person) phone.hold(holder.id);
}

export function appIdOf(caller: CallerChoice, own: HostApp): string | null {
  return { own: own.appId, foreign: FOREIGN_APP_ID, none: null }[caller];
}

export function callerOf({ appId }: HostApp): CallerChoice {
  return appId === null ? 'none' : appId === FOREIGN_APP_ID ? 'foreign' : 'own';
}

export function deviceOf({ phone, language, theme, screen, fontSize, library }: OnPhone) {
  const { device } = PROFILES[phone];
  return {
    ...device,
    language,
    theme,
    fontSizeScaleFactor: Number(fontSize),
    ...(library === null ? {} : { SDKVersion: library }),
    ...(screens.find(({ value }) => value === screen)?.size ?? {}),
  };
}

const profiles = Object.keys(PROFILES) as readonly ProfileName[];

export function profileOf({ device }: PhoneDevice): ProfileName {
  return profiles.find((name) => PROFILES[name].device.system === device.system) ?? 'ios';
}
