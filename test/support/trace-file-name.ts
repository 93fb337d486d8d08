import { basename } from 'node:path';

/**
 * By the test's file and title; `times`: how often that title stood in the file until then. Two
 * tests never have one name: the one that passes removes its trace.
 */
export function traceFileName(testPath: string, title: string, times: number): string {
  const name = `${basename(testPath).replace(/\..*$/, '')} ${title}`
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 120);
  return `${name}${times > 1 ? `-${times}` : ''}.html`;
}
