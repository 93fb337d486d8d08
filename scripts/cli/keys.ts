import { Command } from 'commander';
import { addKeys, checkKeys, initKeys, type KeysAnswer, listKeys } from '../deploy/keys';
import { keysHelp as help } from '../messages/help/keys';
import { say } from '../messages/say';
import { root } from '../setup/say.mjs';

export const command = new Command('keys')
  .description(say(help.about()))
  .addHelpText('after', say(help.more()));

command
  .command('init')
  .description(say(help.init()))
  .action(async () => print(await initKeys(root)));

command
  .command('add')
  .description(say(help.add()))
  .argument('<paths...>', say(help.paths()))
  .action(async (paths: string[]) => print(await addKeys(root, paths)));

command
  .command('list')
  .description(say(help.list()))
  .action(() => print(listKeys(root)));

command
  .command('check')
  .description(say(help.check()))
  .action(async () => print(await checkKeys(root, process.env.UPLOAD_KEYS_SECRET)));

function print({ ok, said, result = '' }: KeysAnswer): void {
  if (said.length > 0) process.stderr.write(`${said.join('\n')}\n`);
  process.stdout.write(result);
  if (!ok) process.exitCode = 1;
}
