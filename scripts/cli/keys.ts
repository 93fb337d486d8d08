import { Command } from 'commander';
import { addKeys, checkKeys, initKeys, type KeysAnswer, listKeys } from '../deploy/keys';
import { root } from '../setup/say.mjs';

export const command = new Command('keys')
  .description(
    'Keeps the upload keys of many mini programs in your repository, encrypted; a CI needs one secret.',
  )
  .addHelpText(
    'after',
    `
The keys lie in upload-keys/, each a JWE (RFC 7516) for the public key in upload-keys/recipient.json.
npm run upload opens them with the secret in UPLOAD_KEYS_SECRET.

Examples:
  npm run keys -- init > secret.txt    once; store the secret with your CI, and delete the file
  npm run keys -- add ~/keys           every private.<AppID>.key in the folder; needs no secret
  npm run keys -- list                 which brands have a key here
  npm run keys -- check                whether UPLOAD_KEYS_SECRET opens them all`,
  );

command
  .command('init')
  .description('makes upload-keys/recipient.json, and writes the secret to stdout')
  .action(async () => tell(await initKeys(root)));

command
  .command('add')
  .description('encrypts upload keys, as WeChat gives them')
  .argument('<paths...>', 'files named private.<AppID>.key, or folders of them')
  .action(async (paths: string[]) => tell(await addKeys(root, paths)));

command
  .command('list')
  .description('the brands, and whether there is a key for each')
  .action(() => tell(listKeys(root)));

command
  .command('check')
  .description('opens every key with UPLOAD_KEYS_SECRET, and writes nothing')
  .action(async () => tell(await checkKeys(root, process.env.UPLOAD_KEYS_SECRET)));

function tell({ ok, said, result = '' }: KeysAnswer): void {
  if (said.length > 0) process.stderr.write(`${said.join('\n')}\n`);
  process.stdout.write(result);
  if (!ok) process.exitCode = 1;
}
