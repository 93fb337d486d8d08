import { posix } from 'node:path';
import { z } from 'zod';
import { missingReferences } from '../deploy/compile/references';
import { packageSizes } from '../deploy/compile/size';
import { newerSyntax } from '../deploy/compile/syntax';
import { unusedPictures } from '../deploy/compile/unused';
import { doctor, found as messages } from '../messages/doctor';
import { say, type Text } from '../messages/say';
import { type DoctorCheck, type Finding, finding } from './finding';

/**
 * WeChat's limit for each package;
 * https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages.html
 */
const packageLimit = 2 * 1024 * 1024;

const appJson = z.object({
  pages: z.array(z.string()),
  subPackages: z.array(z.object({ root: z.string(), pages: z.array(z.string()) })).default([]),
});

export const missingPages: DoctorCheck = ({ files }) => {
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
    .map((path) => finding('error', path, messages.pageFile()));
};

export const tooBig: DoctorCheck = ({ files }) => {
  const { subPackages } = appJson.parse(
    JSON.parse(files.get('app.json')?.toString() ?? '{"pages":[]}'),
  );
  const { main, subpackages } = packageSizes(
    files,
    subPackages.map(({ root }) => root),
  );
  return Object.entries({ [say(doctor.mainPackage())]: main, ...subpackages })
    .filter(([, bytes]) => bytes > packageLimit)
    .map(([where, bytes]) =>
      finding(
        'error',
        where,
        messages.tooBig(bytes.toLocaleString('en'), packageLimit.toLocaleString('en')),
      ),
    );
};

export const missingFiles: DoctorCheck = ({ files }) =>
  missingReferences(files).map(({ file, reference }) =>
    finding('error', file, messages.missingFile(reference)),
  );

export const tooNew: DoctorCheck = ({ files }) =>
  newerSyntax(files).map(({ file, line, what }) =>
    finding('error', `${file}:${line}`, messages.newSyntax(what)),
  );

export const unusedFiles: DoctorCheck = ({ files }) =>
  unusedPictures(files).map((where) => finding('warning', where, messages.unusedPicture()));

const SECRETS: readonly (readonly [what: () => Text, pattern: RegExp])[] = [
  [doctor.privateKey, /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  [doctor.token, /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
  [doctor.appSecret, /(?<![0-9a-zA-Z])[0-9a-f]{32}(?![0-9a-zA-Z])/],
  [doctor.cloudKey, /\b(?:AKID[0-9A-Za-z]{32}|LTAI[0-9A-Za-z]{12,}|AKIA[0-9A-Z]{16})\b/],
];

export const secrets: DoctorCheck = ({ files }) =>
  [...files]
    .filter(([path]) => /\.(?:js|json|wxml|wxss|wxs)$/.test(path))
    .flatMap(([where, content]) =>
      SECRETS.filter(([, pattern]) => pattern.test(content.toString())).map(
        ([what]): Finding => finding('error', where, messages.secret(say(what()))),
      ),
    );
