import { expect, test } from '@jest/globals';
import { readFacts } from '../../scripts/probe/facts';
import { textFiles } from '../docs/markdown';

const files = new Map(textFiles());
const deviceCheck = files.get('docs/device-check.md') ?? '';
const program = [...files]
  .filter(([path]) => path.startsWith('scripts/probe/'))
  .map(([, text]) => text);

test.each(['wechat', 'genauth'] as const)(
  'everything in docs/%s.md that is not documented is asked by the probe or by a step',
  (page) => {
    const open = readFacts(page).filter(({ certainty }) => certainty !== 'documented');
    expect(open.length).toBeGreaterThan(3);
    const nobodyAsks = open.filter(({ anchor }) => {
      const isAsked = program.some((text) => text.includes(`'${anchor}'`));
      return !isAsked && !deviceCheck.includes(`(${page}.md#${anchor})`);
    });
    expect(nobodyAsks.map(({ number, title }) => `${number} ${title}`)).toEqual([]);
  },
);
