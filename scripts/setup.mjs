/**
 * `node scripts/setup.mjs [--browser]`: whatever the command after it needs and the machine lacks.
 *
 * Runs before anything is installed, so it and scripts/setup/ use Node's own modules only. Says what it does on stderr, because
 * stdout belongs to the command that follows; says nothing when there is nothing to do.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `This project needs Node 20.19 or newer; this is ${process.versions.node}.\n` +
      'Get a current one from https://nodejs.org or with your version manager, then run the command again.\n',
  );
  process.exitCode = 1;
} else {
  // Imported only now: an old Node could not even parse it, and would say so in its own, less helpful words.
  const { setUp } = await import('./setup/set-up.mjs');
  process.exitCode = setUp({ browser: process.argv.includes('--browser') });
}
