import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Lang } from '../../../miniprogram/login/lang';
import { files, json } from '../../messages/files';
import { pack as messages } from '../../messages/pack';
import { listed, say, type Text } from '../../messages/say';
import { nearest } from '../../setup/nearest.mjs';
import { listBrands } from '../choice';
import { readPackFile } from '../files';
import { checkSubpackages } from '../subpackages';
import { brokenCharacter, conflictIn, hasVisible, turned } from './characters';
import { decodeText } from './decode';
import { checkAgreements, checkApps, checkHeaders, checkLanguages } from './fit';
import { checkHead } from './head';
import { htmlProblem } from './html';
import { readJson } from './json';
import { fieldsAt } from './json-schema';
import { checkLogo } from './logo';
import { checkLook } from './look';
import { checkEach, ownPacks } from './own';
import { type Renamed, renamedIn, withCurrentWords } from './renamed';
import { type BrandPack, brandSchema } from './schema';
import { otherIssue } from './shape';
import { checkWords } from './texts';

/** What is wrong with a brand pack: file, field and reason, one line each. */
export class BrandError extends Error {
  override readonly name = 'BrandError';
  constructor(
    readonly problems: readonly string[],
    options?: ErrorOptions,
  ) {
    super(problems.join('\n'), options);
  }
}

type Texts = Readonly<Partial<Record<Lang, string>>>;

export interface Brand {
  readonly name: string;
  readonly folder: string;
  /** With every key as this version calls it. */
  readonly pack: BrandPack;
  /** The keys that brand.json calls by an earlier name. */
  readonly renamed: readonly Renamed[];
  /** Texts of agreements that are not web pages, by `textFile`. */
  readonly texts: ReadonlyMap<string, Texts>;
}

/** Names a folder in `brands/`. */
const brandName = /^[a-z0-9][a-z0-9-]{0,31}$/;

/** What `npm run brand -- <word>` means something else by. */
const reserved: readonly string[] = [
  ...['new', 'list', 'check', 'diff', 'undo', 'words', 'migrate', 'help'],
];

/** Bytes; a pack that is longer is no pack. */
const jsonLimit = 256 * 1024;
/** Bytes of one agreement in one language: ten times a long one. */
const textLimit = 128 * 1024;

export function checkName(name: string): void {
  if (reserved.includes(name)) throw new BrandError([`${name}: ${say(messages.reserved())}`]);
  if (brandName.test(name)) return;
  throw new BrandError([`${JSON.stringify(name.slice(0, 60))}: ${say(messages.badName())}`]);
}

/**
 * Reads and checks `brands/<name>`. Throws `BrandError` with everything that is wrong, not only the
 * first thing.
 */
export function readBrand(root: string, name: string): Brand {
  checkName(name);
  const folder = join(root, 'brands', name);
  const place = `brands/${name}/brand.json`;
  if (!existsSync(join(folder, 'brand.json'))) {
    throw new BrandError([
      `${place}: ${say(messages.notFound(listed(listBrands(root)) || say(messages.none())))}`,
    ]);
  }
  if (lstatSync(folder).isSymbolicLink())
    throw new BrandError([`brands/${name}: ${say(messages.folderLink())}`]);
  const bytes = readPackFile(folder, 'brand.json', jsonLimit);
  if (!Buffer.isBuffer(bytes)) throw new BrandError([`${place}: ${bytes.problem}`]);
  const parsed = brandSchema.safeParse(parsePack(bytes, place), { error: otherIssue });
  if (!parsed.success) {
    throw new BrandError(
      parsed.error.issues.flatMap(describeIssue).map((problem) => `${place}: ${problem}`),
    );
  }
  const renamed = renamedIn(parsed.data);
  const pack = withCurrentWords(parsed.data);
  const { texts, problems: textProblems } = readTexts(folder, pack);
  const problems = [
    ...checkLanguages(pack),
    ...checkApps(pack),
    ...checkHeaders(pack),
    ...checkEach(pack, 'agreements', checkAgreements),
    ...checkEach(pack, 'look', ({ look }) => checkLook(look)),
    ...checkHead(folder, pack),
    ...checkSubpackages(folder, pack),
    ...checkEach(pack, 'logo', ({ logo }) => checkLogo(folder, logo)),
    ...checkEach(pack, 'words', checkWords),
    ...textProblems,
  ];
  if (problems.length > 0) throw new BrandError(problems.map((problem) => `${place}: ${problem}`));
  return { name, folder, pack, renamed, texts };
}

function describeIssue(issue: z.core.$ZodIssue): string[] {
  if (issue.code !== 'unrecognized_keys')
    return [`${issue.path.join('.') || say(json.wholeFile())}: ${issue.message}`];
  return issue.keys.map((key) => {
    const meant = nearest(key, fieldsAt(issue.path));
    const other = meant === null ? messages.noField() : messages.noFieldBut(meant);
    const why = /secret|password|private_?key/i.test(key) ? messages.secretField() : other;
    return `${[...issue.path, key].join('.')}: ${say(why)}`;
  });
}

function parsePack(bytes: Buffer, place: string): unknown {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) throw new BrandError([`${place}: ${say(decoded.problem)}`]);
  const read = readJson(decoded.text);
  if (read.ok) return read.value;
  throw new BrandError(read.problems.map((problem) => `${place}: ${problem}`));
}

function readTexts(folder: string, pack: BrandPack) {
  const texts = new Map<string, Texts>();
  const problems: string[] = [];
  const own = ownPacks(pack).filter(({ fields }) => fields.includes('agreements'));
  for (const part of [{ at: '', pack }, ...own]) {
    const read = readTextsOf(folder, part.pack);
    for (const [name, text] of read.texts) texts.set(name, text);
    problems.push(...read.problems.map((one) => (part.at === '' ? one : `${part.at}.${one}`)));
  }
  return { texts, problems };
}

function readTextsOf(folder: string, { agreements, languages }: BrandPack) {
  const texts = new Map<string, Texts>();
  const problems: string[] = [];
  if (agreements.from !== 'brand') return { texts, problems };
  for (const [index, { content }] of agreements.items.entries()) {
    if (!('textFile' in content)) continue;
    for (const lang of languages) {
      const path = `agreements/${content.textFile}.${lang}.txt`;
      const bytes = readPackFile(folder, path, textLimit);
      const read = Buffer.isBuffer(bytes) ? readText(path, bytes) : bytes;
      const text = 'text' in read ? read.text : '';
      const problem = 'text' in read ? null : read.problem;
      if (problem !== null) problems.push(`agreements.items.${index}.content.textFile: ${problem}`);
      texts.set(content.textFile, { ...texts.get(content.textFile), [lang]: text });
    }
  }
  return { texts, problems };
}

function readText(path: string, bytes: Buffer) {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return { problem: `${path} ${say(decoded.problem)}` };
  const text = decoded.text.replaceAll('\r\n', '\n').trim();
  const problem = textProblem(text);
  return problem === null ? { text } : { problem: `${path} ${say(problem)}` };
}

function textProblem(text: string): Text | null {
  if (!hasVisible(text)) return files.textEmpty();
  const broken = brokenCharacter(text);
  if (broken !== null) return broken;
  // A picture or a document under another name.
  if (/[^\P{Cc}\t\n]|^\{\\rtf/u.test(text)) return files.textBinary();
  if (turned.test(text)) return files.turned();
  const conflict = conflictIn(text);
  if (conflict !== null) return files.conflict(text.slice(0, conflict).split('\n').length);
  if (/^(?:https?:\/\/\S+|\[InternetShortcut\].*)$/s.test(text)) return files.linkOnly();
  return htmlProblem(text);
}
