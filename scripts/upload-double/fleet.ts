import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBrand, standardAnswers } from '../brand/create';
import { startUploadServer, type UploadServer } from './server';
import { makeUploadKey } from './upload-key';

/** Brands that nobody has, with everything that sends them to the double. */
export interface MadeFleet {
  readonly names: readonly string[];
  /** Of `brands/`. */
  readonly root: string;
  /** A folder of `private.<AppID>.key`. */
  readonly keys: string;
  readonly server: UploadServer;
  appIdOf(name: string): string;
  close(): Promise<void>;
}

/** @param root Where their packs are made; a folder of their own when left out. */
export async function makeFleet(names: readonly string[], root?: string): Promise<MadeFleet> {
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-fleet-'));
  const place = root ?? folder;
  const keys = join(folder, 'keys');
  mkdirSync(keys);
  const appIdOf = (name: string) => `wxa${names.indexOf(name).toString(16).padStart(15, '0')}`;
  const accounts = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const appId = appIdOf(name);
    const { privateKey, publicKey } = makeUploadKey();
    writeFileSync(join(keys, `private.${appId}.key`), privateKey);
    accounts.set(appId, publicKey);
    createBrand(place, name, {
      ...standardAnswers(name),
      appId,
      colour: colourOf(index, names.length),
    });
  }
  const server = await startUploadServer(accounts);
  return {
    ...{ names, root: place, keys, server, appIdOf },
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** No two alike, and dark enough for a light background. */
function colourOf(index: number, of: number): string {
  const channel = (value: number) => Math.round(value).toString(16).padStart(2, '0');
  const share = index / of;
  return `#${channel(20 + 80 * share)}${channel(90 - 60 * share)}${channel(60 + 90 * (share % 0.5))}`;
}
