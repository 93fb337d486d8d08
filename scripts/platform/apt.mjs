import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export function isDebian() {
  if (process.platform !== 'linux') return false;
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

export function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * What a person types to install packages.
 *
 * @param {readonly string[]} packages
 */
export function howToInstall(packages) {
  return elevated(`apt-get install ${packages.join(' ')}`);
}

/** What a person types before that, on a machine whose lists are old. */
export function howToUpdate() {
  return elevated('apt-get update');
}

/** @param {string} command */
function elevated(command) {
  return isRoot() ? command : `sudo ${command}`;
}

/** @param {string} name */
export function isOffered(name) {
  return spawnSync('apt-cache', ['show', name]).status === 0;
}

/**
 * Installs without a question; only root can.
 *
 * @param {readonly string[]} packages
 * @throws In apt's own words.
 */
export function installPackages(packages) {
  apt(['update']);
  apt(['install', '--yes', '--no-install-recommends', ...packages]);
}

/** @param {readonly string[]} args */
function apt(args) {
  const { status, error, stdout, stderr } = spawnSync(
    'apt-get',
    ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  if (error === undefined && status === 0) return;
  const words = error?.message ?? `${stdout}${stderr}`.trim().split('\n').slice(-15).join('\n');
  throw new Error(`\`apt-get ${args.join(' ')}\` failed:\n${words}`);
}
