import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { found as messages } from '../messages/doctor';
import { pasted } from '../messages/paste';
import { say } from '../messages/say';
import { type CompiledBrand, type DoctorCheck, type Finding, finding } from './finding';

/** The lowest base library that the program supports. */
const minimumBaseLibrary = '3.6.0';

/**
 * Interfaces that need an entry in the privacy guide, with what it is for here; undefined: nothing
 * of ours uses it.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html
 */
const privacyInterfaces: Readonly<
  Record<string, ((compiled: CompiledBrand) => string | null) | undefined>
> = {
  getPhoneNumber: () => say(pasted.phone()),
  setClipboardData: ({ brand }) => (brand.pack.clipboard ? say(pasted.clipboard()) : null),
  ...Object.fromEntries(
    [
      ...[
        'getUserProfile',
        'getUserInfo',
        'getLocation',
        'getFuzzyLocation',
        'chooseLocation',
        'choosePoi',
        'chooseAddress',
      ],
      ...[
        'chooseInvoice',
        'chooseInvoiceTitle',
        'chooseLicensePlate',
        'chooseImage',
        'chooseMedia',
        'chooseVideo',
      ],
      ...[
        'chooseMessageFile',
        'getClipboardData',
        'saveImageToPhotosAlbum',
        'saveVideoToPhotosAlbum',
        'getWeRunData',
      ],
      ...[
        'openBluetoothAdapter',
        'startRecord',
        'getRecorderManager',
        'createCameraContext',
        'addPhoneContact',
      ],
      ...[
        'addPhoneCalendar',
        'startAccelerometer',
        'startCompass',
        'startGyroscope',
        'startDeviceMotionListening',
      ],
      ...['chooseAvatar', 'getRealtimePhoneNumber', 'joinVoIPChat'],
    ].map((name) => [name, undefined]),
  ),
};

/**
 * What the privacy guide with WeChat must say, to be pasted there; and what nobody expects in this
 * program.
 */
export const privacy: DoctorCheck = (compiled) => {
  const used = interfacesIn(compiled);
  return Object.entries(privacyInterfaces).flatMap(([name, purpose]): Finding[] => {
    const where = used.get(name);
    if (where === undefined) return [];
    // Pages of the tenant's own have their own reasons.
    if (purpose === undefined && where.startsWith('own/'))
      return [finding('todo', where, messages.ownInterface(name))];
    if (purpose === undefined) {
      return [finding('error', where, messages.uselessInterface(name))];
    }
    const text = purpose(compiled);
    // It stands in the program, and is never called for this brand.
    if (text === null) return [];
    return [finding('todo', where, messages.declareInterface(name, text))];
  });
};

/** `wx.` interfaces that came after the minimum base library. */
export const tooNewInterfaces: DoctorCheck = ({ files }) => {
  const since = interfaceVersions();
  return [...files]
    .filter(([path]) => path.endsWith('.js'))
    .flatMap(([where, content]) =>
      [...new Set([...content.toString().matchAll(/\bwx\.(\w+)/g)].map(([, name = '']) => name))]
        .filter((name) => isNewer(since.get(name) ?? '0', minimumBaseLibrary))
        .map(
          (name): Finding =>
            finding(
              'error',
              where,
              messages.newInterface(name, since.get(name) ?? '', minimumBaseLibrary),
            ),
        ),
    );
};

/**
 * What is called, or stands on a button, also where an expression or a script chooses it. A mere
 * look whether it is there is no use.
 */
function interfacesIn({ files }: CompiledBrand): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (names: Iterable<string>, path: string) => {
    for (const name of names) if (!found.has(name)) found.set(name, path);
  };
  for (const [path, content] of files) {
    const text = content.toString();
    if (path.endsWith('.js')) {
      add(
        [...text.matchAll(/\bwx\.(\w+)\(/g)].map(([, name = '']) => name),
        path,
      );
      add(
        [...text.matchAll(/["'`]((?:get|choose)\w+)(?:\|\w+)?["'`]/g)].map(([, name = '']) => name),
        path,
      );
    }
    if (path.endsWith('.wxml'))
      add(
        [...text.matchAll(/open-type="([^"]+)"/g)].flatMap(([, value = '']) => value.split(/\W+/)),
        path,
      );
  }
  return found;
}

/** As the official typings say above each. */
function interfaceVersions(): ReadonlyMap<string, string> {
  const folder = dirname(
    createRequire(import.meta.url).resolve('miniprogram-api-typings/package.json'),
  );
  const text = readFileSync(join(folder, 'types/wx/lib.wx.api.d.ts'), 'utf8');
  const versions = new Map<string, string>();
  const start = text.indexOf('interface Wx {');
  for (const [, comment = '', name = ''] of text
    .slice(start)
    .matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s+(\w+)\s*[<(:]/g)) {
    const version = /基础库[：:]?\s*`?(\d+\.\d+\.\d+)/.exec(comment)?.[1];
    if (version !== undefined && !versions.has(name)) versions.set(name, version);
  }
  return versions;
}

function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}
