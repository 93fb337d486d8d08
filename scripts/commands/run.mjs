/**
 * `node scripts/commands/run.mjs <command> [...]`: sets up what the machine lacks, then runs the
 * command's file beside this one. Every script of package.json starts here.
 *
 * It runs before anything is installed, so it and scripts/setup/ use Node's own modules only until
 * the set-up is done. Says what it does on stderr, because stdout belongs to the command; says
 * nothing when there is nothing to do.
 */
const withBrowser = ['bench', 'journey', 'pictures', 'probe', 'screens', 'survey', 'test'];

/**
 * They say by themselves what is wrong with a brand: it may be another one, and it must not keep
 * the rest of a fleet from being sent.
 */
const withTheirOwnBrands = ['start', 'doctor', 'preview', 'upload'];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `This project needs Node 20.19 or newer; this is ${process.versions.node}.\n` +
      'Get a current one from https://nodejs.org or with your version manager, then run the command again.\n',
  );
  process.exitCode = 1;
} else {
  // The command reads its own arguments, and must not meet its name among them.
  const [name = ''] = process.argv.splice(2, 1);
  takeBrand(process.argv);
  endWithNpm();
  if (withBrowser.includes(name)) endOnSignal();
  // Imported only now: an old Node could not even parse it, and would say so in its own, less
  // helpful words.
  const { setUp } = await import('../setup/set-up.mjs');
  const code = await setUp({ browser: withBrowser.includes(name) });
  if (code === 0) await run(name);
  else process.exitCode = code;
}

/**
 * npm passes a signal on to its shell alone, which dies of it; the command would go on with nobody
 * to end it. A command that was started without npm may outlive its shell (nohup).
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const shell = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  look.unref();
}

/**
 * The browser's driver hears the signal, closes the browser and lets the command go on without one.
 */
function endOnSignal() {
  process.once('SIGTERM', () => process.exit(143));
  process.once('SIGHUP', () => process.exit(129));
}

/**
 * Every command takes `--brand <name>`, for this once: the same as `BRAND=<name>` before it, which
 * Windows' shells can't say.
 *
 * @param {string[]} args
 */
function takeBrand(args) {
  const at = args.findIndex((arg) => arg === '--brand' || arg.startsWith('--brand='));
  if (at < 0) return;
  const [flag = '', value] = args.splice(at, args[at] === '--brand' ? 2 : 1);
  // An empty name is refused as a name, by whoever reads it.
  process.env.BRAND = (flag.includes('=') ? flag.slice('--brand='.length) : value) || '?';
}

/**
 * The applied brand's files are not in git: a fresh checkout makes them here.
 *
 * @param {string} name
 */
async function ensureBrand(name) {
  if (name === 'brand') return true;
  const { ensureAnyBrand, ensureBrand: ensure } = await import(
    new URL('../brand/ensure.ts', import.meta.url).href
  );
  const { root } = await import('../setup/say.mjs');
  if (withTheirOwnBrands.includes(name)) {
    await ensureAnyBrand(root);
    return true;
  }
  const problems = await ensure(root);
  if (problems.length === 0) return true;
  process.stderr.write(
    `${problems.join('\n')}\nThe brand has to be mended first: npm run brand -- check\n`,
  );
  process.exitCode = 1;
  return false;
}

/**
 * @param {string} name A file of this folder, without its ending.
 */
async function run(name) {
  const { register } = await import('tsx/esm/api');
  register();
  if (!(await ensureBrand(name))) return;
  await import(new URL(`${name}.ts`, import.meta.url).href);
}
