import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { inLanguage } from '../../miniprogram/login/brand';
import { type Brand, BrandError } from '../brand/pack/pack';
import { placeholders, unfinished } from '../brand/pack/placeholders';
import { encryptedKeyFile } from '../deploy/upload/encrypted-keys';
import { readRecord } from '../deploy/upload/record';
import { checklist as messages, steps } from '../messages/checklist';
import { pasted } from '../messages/paste';
import { listedInWords, say } from '../messages/say';

type StepName = keyof typeof steps;

/** In the brand's folder, so that everybody who works on the brand sees how far it is. */
const file = 'checklist.json';

/** What was marked by hand. */
const marks = z.array(z.string());

interface Facts {
  readonly root: string;
  readonly brand: Brand;
  readonly hasKey: boolean;
}

/** Steps that this machine can see; all others are marked by hand, because only WeChat knows. */
const seen: Readonly<Partial<Record<StepName, (known: Facts) => boolean>>> = {
  pack: ({ brand }) => brand.pack.sample !== true && unfinished(brand).length === 0,
  key: ({ root, brand, hasKey }) =>
    hasKey || existsSync(join(root, encryptedKeyFile(brand.pack.miniProgram.appId))),
  upload: ({ root, brand }) => wasUploaded(root, brand.pack.miniProgram.appId),
};

/** All that it depends on lies here. A key and an upload may be with a CI or a provider instead. */
const decidedHere: readonly StepName[] = ['pack'];

/** For the terminal: every step, whose it is, how long it takes and how far it is. */
export function checklistText(known: Facts): string {
  const marked = readMarks(known.brand);
  const rows = stepNames().map((name, index) => {
    const { what, who, time } = steps[name]();
    const isDone = marked.includes(name) && !decidedHere.includes(name);
    const state = say(
      seen[name]?.(known) === true ? messages.seen() : isDone ? messages.done() : messages.open(),
    );
    const number = String(index + 1).padStart(2);
    return `${number}  ${state.padEnd(6)}  ${name.padEnd(9)}  ${say(what)}\n${' '.repeat(23)}${say(messages.whose(say(who), say(time)))}`;
  });
  const { brand } = known;
  return `${[...rows, '', say(messages.legend()), say(messages.mark(brand.name)), '', say(messages.paste()), ...textsToPaste(brand)].join('\n')}\n`;
}

/** What WeChat's forms ask for, in this brand's words. */
function textsToPaste({ pack }: Brand): readonly string[] {
  const appName = inLanguage(pack.appName, 'zh-CN');
  return [
    pasted.introduction(appName),
    pasted.phone(),
    ...(pack.clipboard ? [pasted.clipboard()] : []),
    pasted.review(appName),
  ].map((one) => `  ${say(one)}`);
}

/** @throws BrandError for a step that there is not, or that this machine decides. */
export function markSteps(brand: Brand, done: readonly string[], undone: readonly string[]): void {
  const known = stepNames();
  const problems = [...done, ...undone].flatMap((name) => {
    const step = known.find((one) => one === name);
    if (step === undefined) return [say(messages.unknown(name, listedInWords(known)))];
    return decidedHere.includes(step) ? [say(messages.seenByItself(name))] : [];
  });
  if (problems.length > 0) throw new BrandError(problems);
  const marked = new Set([...readMarks(brand), ...done]);
  for (const name of undone) marked.delete(name);
  const kept = known.filter((name) => marked.has(name));
  writeFileSync(join(brand.folder, file), `${JSON.stringify(kept, null, 2)}\n`);
}

function readMarks({ folder, name }: Brand): readonly string[] {
  const path = join(folder, file);
  if (!existsSync(path)) return [];
  try {
    return marks.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new BrandError([say(messages.broken(`brands/${name}/${file}`))], { cause });
  }
}

function stepNames(): readonly StepName[] {
  return Object.keys(steps).filter((name): name is StepName => Object.hasOwn(steps, name));
}

function wasUploaded(root: string, appId: string): boolean {
  const records = join(root, 'out/upload/records');
  if (appId === placeholders.appId || !existsSync(records)) return false;
  return readdirSync(records)
    .filter((name) => name.startsWith(`upload-${appId}-`))
    .some((name) => {
      const record = readRecord(join(records, name));
      return record !== null && record !== 'unreadable' && record.state === 'sent';
    });
}
