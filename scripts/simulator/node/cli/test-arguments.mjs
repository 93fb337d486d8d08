import { pickText } from '@mini-login/platform/language';

/**
 * What stands behind `cli test`: a few options of its own, and the rest is Jest's.
 *
 * @param {readonly string[]} given
 */
export function readTestArguments(given) {
  /** @type {string[]} */
  const args = [];
  /** @type {string | null} */
  let portText = null;
  let ui = false;
  let open = Boolean(process.stdout.isTTY);
  for (let at = 0; at < given.length; at += 1) {
    const arg = given[at] ?? '';
    if (arg === '--ui') ui = true;
    else if (arg === '--no-open') open = false;
    // Is read before all else.
    else if (arg === '--lang') at += 1;
    else if (arg.startsWith('--lang=')) continue;
    else if (arg === '--ui-port') portText = given[++at] ?? '';
    else if (arg.startsWith('--ui-port=')) portText = arg.slice('--ui-port='.length);
    else args.push(arg);
  }
  const port = Number(portText ?? 0);
  const isPort = portText !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535;
  return {
    ui,
    open,
    port,
    args,
    problem: isPort
      ? null
      : pickText(`--ui-port ${portText} is no port`, `--ui-port ${portText} 不是端口`),
  };
}
