import { type ChildProcess, spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

const TAB = '\t';

/** A command with a terminal of its own, and what a person types there. */
export interface Terminal {
  /** Everything shown so far, without colours and movements. */
  shown(): string;
  /** Resolves when this is shown after what was typed last. */
  sees(words: string): Promise<void>;
  type(keys: string): void;
  readonly ended: Promise<number | null>;
}

/** `script` gives it the terminal: it comes with Linux and macOS, and Windows has none. */
export function openTerminal(command: readonly string[], env: NodeJS.ProcessEnv): Terminal {
  const quoted = command.map((part) => `'${part.replaceAll("'", `'\\''`)}'`).join(' ');
  const inside = `stty cols 160 rows 40 -echo; exec ${quoted}`;
  const args =
    process.platform === 'darwin'
      ? ['-q', '/dev/null', 'sh', '-c', inside]
      : ['-qec', inside, '/dev/null'];
  const child: ChildProcess = spawn('script', args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  let all = '';
  let from = 0;
  const shown = () => stripVTControlCharacters(all).replaceAll(TAB, ' ');
  const listeners = new Set<() => void>();
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    all += chunk;
    for (const listener of listeners) listener();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    shown,
    type(keys) {
      from = shown().length;
      child.stdin?.write(keys);
    },
    sees: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!shown().slice(from).includes(words)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        void ended.then(() => reject(new Error(`It ended without “${words}”:\n${shown()}`)));
        look();
      }),
    ended,
  };
}
