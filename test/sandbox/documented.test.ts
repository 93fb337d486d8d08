import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { createClock, people, startSandbox } from '@mini-login/sandbox';
import { Hono } from 'hono';
import { command } from '../../scripts/sandbox/command';
import { fault } from '../../scripts/sandbox/contract/fault';
import { holdLists, inTable, type ListPlace } from '../docs/lists';

const page = (path: string) => ({
  page: path,
  text: readFileSync(join(import.meta.dirname, '../..', path), 'utf8'),
});

/** Each method and path that a server of the sandbox answers. */
async function endpoints(): Promise<readonly string[]> {
  const route = jest.spyOn(Hono.prototype, 'route');
  const sandbox = await startSandbox({ clock: createClock() });
  const parts = new Set<unknown>(route.mock.calls.map(([, part]) => part));
  const servers = new Set(
    route.mock.contexts.filter((app): app is Hono => app instanceof Hono && !parts.has(app)),
  );
  route.mockRestore();
  await sandbox.close();
  const routes = [...servers].flatMap((app) => app.routes);
  return [
    ...new Set(
      routes
        .filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/sandbox/console/'))
        .map(({ method, path }) => `${method} ${path}`),
    ),
  ];
}

const METHOD = /`(GET|POST|PUT|DELETE)(?: (\/[^`?]*)[^`]*)?`/g;

/** A method without a path has that of the next one in its row; the last one that of the one before. */
function inTables(text: string): readonly ListPlace[] {
  const rows = text.split('\n').filter((line) => /^\| `(?:GET|POST|PUT|DELETE)\b/.test(line));
  return rows.flatMap((row) => {
    const cell = row.slice(0, row.indexOf(' | '));
    const offset = text.indexOf(`${row}\n`);
    const found = [...cell.matchAll(METHOD)];
    const paths = found.map(([, , path]) => path);
    return found.map(({ 1: method = '', 2: own, index }, i) => {
      const path = own ?? paths.slice(i).find(Boolean) ?? paths.slice(0, i).findLast(Boolean);
      const written = own === undefined ? method : `${method} ${own}`;
      return { name: `${method} ${path}`, at: offset + index + 1, length: written.length };
    });
  });
}

holdLists(
  ['docs/sandbox.md', 'docs/sandbox.zh-CN.md'].map(page).flatMap((each) => [
    { ...each, title: 'endpoints', find: inTables, actual: endpoints },
    {
      ...each,
      title: "the command's options",
      find: inTable(/^\| (?:option|选项) \|/, /`(--[a-z-]+)/g),
      actual: command.options.map(({ long }) => long ?? ''),
    },
    {
      ...each,
      title: 'people',
      find: inTable(/^\| (?:people|人物) \|/),
      actual: people.map(({ id }) => id),
    },
    {
      ...each,
      title: 'faults',
      find: inTable(/^\| (?:kind|故障) \|/, /`([a-z-]+|errMsg)`/g),
      actual: fault.options.map(({ shape }) => shape.kind.value),
    },
  ]),
);
