import { build, type Message, transform } from 'esbuild';
import type { CompileError } from '../../contract/program';
import { withOwnThis } from './sloppy-this';

export interface ScriptOutput {
  /** A CommonJS function body. */
  readonly code: string;
  /** What it requires, as written. */
  readonly references: readonly string[];
  readonly errors: readonly CompileError[];
}

/**
 * One line stands above a module's code in `runtime/module-registry.ts`; the map is moved down by
 * it.
 */
const FUNCTION_HEAD = ';';

/** Perhaps more than there is: in a comment or a text it looks the same, and harms nothing. */
const moduleSyntax = /(?:^|[^\w$.])(?:import|export)\b/;

/**
 * TypeScript or JavaScript to the CommonJS that WeChat runs. Syntax stays as it is, as with the
 * official compiler (docs/wechat.md#the-official-compiler-keeps-new-syntax). No type checks: `npm
 * run check:types` makes those.
 */
export async function compileScript(source: string, file: string): Promise<ScriptOutput> {
  try {
    const { code, map } = await transform(source, {
      loader: file.endsWith('.ts') ? 'ts' : 'js',
      // Made to CommonJS, `this` of a script would be `exports`.
      ...(moduleSyntax.test(source) ? { format: 'cjs' as const } : {}),
      target: 'esnext',
      sourcefile: file,
      sourcemap: 'external',
      charset: 'utf8',
    });
    const shifted = map.replace(/"mappings":\s*"/, `$&${FUNCTION_HEAD}`);
    const comment = `//# sourceMappingURL=data:application/json;base64,${Buffer.from(shifted).toString('base64')}`;
    return { code: `${withOwnThis(code)}${comment}\n`, references: requiredBy(code), errors: [] };
  } catch (error) {
    return {
      code: failing(`${file} does not compile`),
      references: [],
      errors: scriptMessages(error, file),
    };
  }
}

/** A package that was not made for mini programs, in one piece, as WeChat's npm packer does it. */
export async function bundlePackage(specifier: string, from: string): Promise<ScriptOutput> {
  try {
    const { outputFiles } = await build({
      stdin: {
        contents: `module.exports = require(${JSON.stringify(specifier)})`,
        resolveDir: from,
      },
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'neutral',
      // WeChat's packer takes `main`.
      mainFields: ['main', 'module'],
      target: 'esnext',
      logLevel: 'silent',
    });
    return { code: withOwnThis(outputFiles[0]?.text ?? ''), references: [], errors: [] };
  } catch (error) {
    return {
      code: failing(`${specifier} does not compile`),
      references: [],
      errors: scriptMessages(error, `node_modules/${specifier}`),
    };
  }
}

/** esbuild leaves no comments that matter, so what looks like a `require` of a literal is one. */
function requiredBy(code: string): string[] {
  const found = code.matchAll(/\brequire(?:\.async)?\(\s*(["'])([^"'\n]+)\1/g);
  return [...new Set([...found].flatMap((match) => match[2] ?? []))];
}

function failing(message: string): string {
  return `throw new Error(${JSON.stringify(message)});`;
}

/** What esbuild threw, as entries of the program's error list. */
function scriptMessages(error: unknown, file: string): CompileError[] {
  const messages: readonly Message[] = hasErrors(error) ? error.errors : [];
  if (messages.length === 0)
    return [
      { kind: 'script', file, message: error instanceof Error ? error.message : String(error) },
    ];
  return messages.map(({ text, location }) => ({
    kind: 'script',
    file,
    ...(location ? { line: location.line, column: location.column + 1 } : {}),
    message: text,
  }));
}

function hasErrors(error: unknown): error is { readonly errors: readonly Message[] } {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}
