import type { Answered, Report } from './contract';
import { isRecord, type ProbeJson } from './json';

const answers: Record<string, Answered> = {};

/** A later answer to the same question counts. */
export function answer(id: string, answered: Answered): void {
  answers[id] = answered;
}

export function report(): Report {
  return { probe: 1, where: where(), answers: { ...answers } };
}

/** ASCII alone, so that a byte is a character in every code and on every clipboard. */
export function reportText(): string {
  return JSON.stringify(report()).replace(/[\u007f-\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Which phone and which WeChat. Nothing that names its owner. */
function where(): Readonly<Record<string, ProbeJson>> {
  const found: Record<string, ProbeJson> = {};
  const read = (from: unknown, names: readonly string[]) => {
    if (!isRecord(from)) return;
    for (const name of names) {
      const value = from[name];
      if (typeof value === 'string' || typeof value === 'number') found[name] = value;
    }
  };
  read(wx.getDeviceInfo(), ['platform', 'system', 'brand', 'model']);
  read(wx.getAppBaseInfo(), ['version', 'SDKVersion', 'language', 'theme', 'fontSizeScaleFactor']);
  read(wx.getWindowInfo(), ['windowWidth', 'pixelRatio']);
  return found;
}
