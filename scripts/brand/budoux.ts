import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** Splits a text into phrases: https://github.com/google/budoux */
export interface PhraseParser {
  parse(text: string): readonly string[];
}

/** Past the entrance of the package, which loads a whole HTML parser that nobody needs here. */
const folder = dirname(createRequire(import.meta.filename).resolve('budoux'));

const weights = z.record(z.string(), z.record(z.string(), z.number()));

export function loadParser(model: string): PhraseParser {
  const text = readFileSync(join(folder, 'data/models', `${model}.js`), 'utf8');
  const [, json = ''] = text.match(/exports\.model = (\{.*\});/s) ?? [];
  const groups = weights.parse(JSON.parse(json));
  const all = Object.values(groups).flatMap((group) => Object.values(group));
  const base = -0.5 * all.reduce((sum, weight) => sum + weight, 0);
  return { parse: (text) => parse(groups, base, text) };
}

type Weights = z.infer<typeof weights>;

/** A feature of the model: the characters from `first` to before `end`, counted from the place. */
const FEATURES = [
  ['UW1', -3, -2],
  ['UW2', -2, -1],
  ['UW3', -1, 0],
  ['UW4', 0, 1],
  ['UW5', 1, 2],
  ['UW6', 2, 3],
  ['BW1', -2, 0],
  ['BW2', -1, 1],
  ['BW3', 0, 2],
  ['TW1', -3, 0],
  ['TW2', -2, 1],
  ['TW3', -1, 2],
  ['TW4', 0, 3],
] as const;

/** The weights of a place's neighbours say whether a phrase ends there. */
function parse(model: Weights, base: number, text: string): string[] {
  const phrases: string[] = [];
  let start = 0;
  for (let at = 1; at < text.length; at += 1) {
    const score = FEATURES.reduce((sum, [name, first, end]) => {
      return sum + (model[name]?.[text.substring(at + first, at + end)] ?? 0);
    }, base);
    if (score <= 0) continue;
    phrases.push(text.slice(start, at));
    start = at;
  }
  return [...phrases, text.slice(start)];
}
