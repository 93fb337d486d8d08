import { devNull } from 'node:os';
import { git } from '@mini-login/platform/git';

const settings = [
  'user.name=T',
  'user.email=t@example.com',
  'commit.gpgsign=false',
  'init.defaultBranch=main',
];

/** Git with a name of its own and none of this machine's settings, which must change no test. */
export function testGit(folder: string, args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_SYSTEM: devNull };
  return git(folder, [...settings.flatMap((one) => ['-c', one]), ...args], env);
}
