import { posix } from 'node:path';
import { z } from 'zod';
import { missingReferences } from '../deploy/compile/references';
import { packageSizes } from '../deploy/compile/size';
import { newerSyntax } from '../deploy/compile/syntax';
import { unusedPictures } from '../deploy/compile/unused';
import type { Check, Finding } from './finding';

/**
 * WeChat's limit for each package;
 * https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages.html
 */
const packageLimit = 2 * 1024 * 1024;

const appJson = z.object({
  pages: z.array(z.string()),
  subPackages: z.array(z.object({ root: z.string(), pages: z.array(z.string()) })).default([]),
});

export const missingPages: Check = ({ files }) => {
  const { pages, subPackages } = appJson.parse(
    JSON.parse(files.get('app.json')?.toString() ?? '{"pages":[]}'),
  );
  const all = [
    ...pages,
    ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => posix.join(root, page))),
  ];
  return all
    .flatMap((page) => ['.js', '.wxml'].map((ending) => page + ending))
    .filter((path) => !files.has(path))
    .map((path) => ({
      level: 'error',
      what: 'a page has no file',
      where: path,
      why: 'WeChat refuses the upload, or the page is white.',
      how: 'Take the page out of app.json, or write the file.',
    }));
};

export const tooBig: Check = ({ files }) => {
  const { subPackages } = appJson.parse(
    JSON.parse(files.get('app.json')?.toString() ?? '{"pages":[]}'),
  );
  const { main, subpackages } = packageSizes(
    files,
    subPackages.map(({ root }) => root),
  );
  return Object.entries({ 'the main package': main, ...subpackages })
    .filter(([, bytes]) => bytes > packageLimit)
    .map(([where, bytes]) => ({
      level: 'error',
      what: `${bytes.toLocaleString('en')} bytes are too many`,
      where,
      why: `WeChat refuses a package of more than ${packageLimit.toLocaleString('en')} bytes.`,
      how: 'Make the pictures and the texts of the brand smaller; npm run dev -- compile --files says what is big.',
    }));
};

export const missingFiles: Check = ({ files }) =>
  missingReferences(files).map(({ file, reference }) => ({
    level: 'error',
    what: `'${reference}' is not in the package`,
    where: file,
    why: "WeChat's compiler doesn't look, so it would fail on the phone.",
    how: 'Mend the path, or add the file.',
  }));

export const tooNew: Check = ({ files }) =>
  newerSyntax(files).map(({ file, line, what }) => ({
    level: 'error',
    what,
    where: `${file}:${line}`,
    why: 'The oldest phones of base library 3.6.0 (iOS 14, Chrome 86) show a white page, and no way back.',
    how: 'Write it in ES2020; a new version of a package may have brought it in.',
  }));

export const unusedFiles: Check = ({ files }) =>
  unusedPictures(files).map((where) => ({
    level: 'warning',
    what: 'a picture that nothing shows',
    where,
    why: 'People download it for nothing.',
    how: 'Delete it.',
  }));

const SECRETS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a token (JWT)', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
  [
    "what looks like an AppSecret or a user pool's secret",
    /(?<![0-9a-zA-Z])[0-9a-f]{32}(?![0-9a-zA-Z])/,
  ],
  ["a cloud's access key", /\b(?:AKID[0-9A-Za-z]{32}|LTAI[0-9A-Za-z]{12,}|AKIA[0-9A-Z]{16})\b/],
];

export const secrets: Check = ({ files }) =>
  [...files]
    .filter(([path]) => /\.(?:js|json|wxml|wxss|wxs)$/.test(path))
    .flatMap(([where, content]) =>
      SECRETS.filter(([, pattern]) => pattern.test(content.toString())).map(
        ([what]): Finding => ({
          level: 'error',
          what: `${what} is in the package`,
          where,
          why: 'Everybody can unpack a mini program and read it.',
          how: 'Take it out of the brand, and make a new one: the old one is known as soon as it was uploaded once.',
        }),
      ),
    );
