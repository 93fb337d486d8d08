import { head as messages } from '../../messages/look';
import { say } from '../../messages/say';
import { readPackFile } from '../files';
import { readPicture } from './picture';
import type { BrandPack } from './schema';

/** Bytes; it is downloaded before the first screen. */
const limit = 40 * 1024;

/** px; sharp on a phone of 430 px with two for each, and no wall of pixels. */
const least = 640;
const most = 1500;

/** The head's pictures, by the theme that shows them. */
export function headPictures({ head }: Pick<BrandPack['look'], 'head'>) {
  if (head === undefined) return [];
  return (['light', 'dark'] as const)
    .map((theme) => ({ theme, file: head[theme] }))
    .filter(({ file }) => !file.startsWith('#'));
}

/** One line per problem, field first. */
export function checkHead(folder: string, pack: BrandPack): string[] {
  if (pack.look.head === undefined) return [];
  const pictures = headPictures(pack.look).flatMap(({ theme, file }) =>
    pictureProblems(folder, file).map((problem) => `look.head.${theme}: ${problem}`),
  );
  return [...pictures, ...fitProblems(pack)];
}

function pictureProblems(folder: string, file: string): string[] {
  const bytes = readPackFile(folder, file, limit);
  if (!Buffer.isBuffer(bytes)) return [bytes.problem];
  const read = readPicture(bytes, file);
  if ('problem' in read) return [`${file} ${read.problem}`];
  const { width, height } = read;
  const wrong = [
    ...(width < least || width > most ? [messages.width(width, least, most)] : []),
    ...(width < 2 * height ? [messages.shape(width, height)] : []),
  ];
  return wrong.map((problem) => `${file} ${say(problem)}`);
}

/** It is made for one logo and one background; others would lie on it by chance. */
function fitProblems({ apps, directory, template }: BrandPack): string[] {
  if (directory !== undefined || template !== undefined)
    return [`look.head: ${say(messages.atRunTime())}`];
  return apps.flatMap(({ own }, index) =>
    own?.look === undefined && own?.logo === undefined
      ? []
      : [`look.head: ${say(messages.ownLook(`apps.${index}.own`))}`],
  );
}
