import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename } from 'node:path';
import { PNG } from 'pngjs';
import { brand } from '../../messages/brand';
import { files } from '../../messages/files';
import { say } from '../../messages/say';
import { readPackFile } from '../files';
import { damageOf, readSize, unreadable } from './picture';
import { stripMetadata } from './png';

/** Bytes; every byte of the logo is downloaded before the first screen. */
const logoLimit = 40 * 1024;

/** px; drawn at 72 px, and sharp on a screen with two. */
const least = 144;
const most = 1024;

export function checkLogo(folder: string, logo: string): string[] {
  const bytes = readPackFile(folder, logo, logoLimit);
  if (!Buffer.isBuffer(bytes)) return [`logo: ${say(files.logoHint(bytes.problem))}`];
  return pictureProblems(bytes, logo).map((problem) => `logo: ${logo} ${problem}`);
}

/** A file that is to become the logo, wherever it lies; null: it can. */
export function logoFileProblem(path: string): string | null {
  const name = basename(path);
  const file = inHome(path);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile()) return say(brand.logoUnreadable(path));
  if (found.size > logoLimit) return say(files.tooBig(name, found.size, logoLimit));
  const [problem] = pictureProblems(readFileSync(file), name);
  return problem === undefined ? null : `${name} ${problem}`;
}

/** As people give a path: `~`, and the quotes that a terminal puts around a file dropped on it. */
export function inHome(path: string): string {
  const plain = path.replace(/^(['"])(.*)\1$/, '$2');
  return plain.replace(/^~(?=$|[/\\])/, homedir());
}

function pictureProblems(bytes: Buffer, logo: string): string[] {
  const size = readSize(bytes);
  if (size === null) return [unreadable(bytes, logo)];
  const { width, height } = size;
  const problems: string[] = [];
  if (width !== height) problems.push(say(files.logoSquare(width, height)));
  if (Math.min(width, height) < least)
    problems.push(say(files.logoSmall(Math.min(width, height), least)));
  if (Math.max(width, height) > most) problems.push(say(files.logoLarge(width, height, most)));
  // Only now: a small file may claim to be a picture of gigabytes.
  if (problems.length > 0) return problems;
  const damage = damageOf(bytes);
  if (damage !== null) return [damage];
  return showsNothing(bytes) ? [say(files.logoInvisible())] : [];
}

function showsNothing(bytes: Buffer): boolean {
  const { data } = PNG.sync.read(stripMetadata(bytes));
  return data.every((value, index) => index % 4 !== 3 || value === 0);
}
