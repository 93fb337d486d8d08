import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { thereAre } from '@mini-login/platform/lists';
import { z } from 'zod';
import { openBrowser } from '../api/browser';
import { openPhone } from '../api/phone';
import type { Phone } from '../api/types';
import { readJsonObject } from '../files';
import { startSimulator } from '../server/server';
import type { OpenEnvironment, ProjectEnvironment } from './environment';

export interface OpenProject {
  readonly phone: Phone;
  close(): Promise<void>;
}

/**
 * As DevTools opens a project: nobody launched it.
 * https://developers.weixin.qq.com/miniprogram/dev/reference/scene-list.html
 */
const openedByDevTools = 1001;

/**
 * Opens the project's program on a phone, up to its first page.
 *
 * @throws With what the compiler found, or why there is no browser, no environment or no such person.
 */
export async function openProject(
  project: string,
  account: string | undefined,
): Promise<OpenProject> {
  const opened = await Promise.allSettled([openEnvironment(project), openBrowser()]);
  const [environment, browser] = opened;
  const close = async () => {
    if (browser.status === 'fulfilled') await browser.value.close();
    if (environment.status === 'fulfilled') await environment.value.close();
  };
  try {
    if (environment.status === 'rejected') throw environment.reason;
    if (browser.status === 'rejected') throw browser.reason;
    const { simulator, app } = environment.value;
    const phone = await openPhone({
      simulator,
      browser: browser.value,
      ...(app ? { app } : {}),
      ...libraryOf(project),
    });
    if (account !== undefined) await hold(phone, account);
    await phone.launch({ scene: openedByDevTools });
    return { phone, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export async function openEnvironment(project: string): Promise<ProjectEnvironment> {
  const path = environmentOf(project);
  if (path === null) {
    const simulator = await startSimulator({ project });
    return { simulator, close: () => simulator.close() };
  }
  const module: { readonly openEnvironment?: OpenEnvironment } = await import(
    pathToFileURL(path).href
  );
  if (typeof module.openEnvironment !== 'function')
    throw new Error(`${path} exports no function openEnvironment`);
  return await module.openEnvironment();
}

const packageJson = z.object({ simulator: z.object({ environment: z.string() }).optional() });

/** The module that package.json names; null for none. */
function environmentOf(project: string): string | null {
  let text: string;
  try {
    text = readFileSync(join(project, 'package.json'), 'utf8');
  } catch {
    return null;
  }
  const { simulator } = packageJson.parse(JSON.parse(text));
  return simulator ? resolve(project, simulator.environment) : null;
}

/** `libVersion` of the project's settings, when it is a number: `latest` is the phone's own. */
export function libraryOf(project: string): { readonly device?: { readonly SDKVersion: string } } {
  const { libVersion } = Object.assign(
    {},
    readJsonObject(join(project, 'project.config.json')),
    readJsonObject(join(project, 'project.private.config.json')),
  );
  return typeof libVersion === 'string' && /^\d+\.\d+\.\d+$/.test(libVersion)
    ? { device: { SDKVersion: libVersion } }
    : {};
}

async function hold(phone: Phone, account: string): Promise<void> {
  const people = await phone.people();
  if (!people.some(({ id }) => id === account))
    throw new Error(`no test account "${account}"; ${thereAre(people.map(({ id }) => id))}`);
  await phone.hold(account);
}
