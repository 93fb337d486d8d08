import { quoteText } from '../../test/text';

/**
 * `jest`: `require` and Jest's globals; `typescript`: the same with `import`; `node`: Node's own
 * runner, which needs nothing else.
 */
export type TestStyle = 'jest' | 'typescript' | 'node';

export interface TestFile {
  readonly title: string;
  /** The mini program's folder, from where the test is run. */
  readonly project: string;
  readonly style: TestStyle;
}

/** A whole test file; each step is a statement without `await` and semicolon. */
export function testText(steps: readonly string[], { title, project, style }: TestFile): string {
  const names = '{ expect, launch }';
  const head = {
    jest: [`const ${names} = require('@mini-login/simulator/test');`, '', 'let program;'],
    typescript: [
      "import { expect, launch, type Program } from '@mini-login/simulator/test';",
      '',
      'let program: Program;',
    ],
    node: [
      "import { after, before, test } from 'node:test';",
      `import ${names} from '@mini-login/simulator/test';`,
      '',
      'let program;',
    ],
  }[style];
  const [before, after] = style === 'node' ? ['before', 'after'] : ['beforeAll', 'afterAll'];
  const within = (ms: string) => (style === 'node' ? '' : `, ${ms}`);
  return [
    ...head,
    `${before}(async () => {`,
    `  program = await launch({ project: ${quoteText(project)} });`,
    `}${within('90_000')});`,
    `${after}(() => program.close()${within('30_000')});`,
    '',
    `test(${quoteText(title)}, async () => {`,
    ...steps.map((step) => `  await ${step};`),
    `}${within('60_000')});`,
    '',
  ].join('\n');
}

const SECRET = /(?:^|[_-])(?:code|token|ticket|secret|password|session|sig|signature)$/i;

/** What only its owner may know: it stays out of a test, which reads it from the environment. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name.replace(/([a-z])([A-Z])/g, '$1_$2'));
}

/** `process.env.ACCESS_TOKEN` */
export function fromEnvironment(name: string): string {
  const variable = name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/\W+/g, '_')
    .toUpperCase();
  return `process.env.${/^\d/.test(variable) || variable === '' ? `VALUE_${variable}` : variable}`;
}

/** A path with its query, as an expression. */
export function writePath(path: string, query: Readonly<Record<string, string>>): string {
  const entries = Object.entries(query);
  if (entries.length === 0) return quoteText(path);
  if (!entries.some(([name]) => isSecretName(name)))
    return quoteText(
      `${path}?${entries.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`,
    );
  const parts = entries.map(([name, value]) =>
    isSecretName(name)
      ? `${name}=\${${fromEnvironment(name)}}`
      : `${name}=${encodeURIComponent(value)}`,
  );
  return `\`${path}?${parts.join('&').replace(/[`\\]/g, '\\$&')}\``;
}

/** Any JSON value as JavaScript writes it. */
export function writeValue(value: unknown, name = ''): string {
  if (isSecretName(name)) return fromEnvironment(name);
  if (typeof value === 'string') return quoteText(value);
  if (Array.isArray(value)) return `[${value.map((each) => writeValue(each)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([key, each]) => {
      const written = /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoteText(key);
      return `${written}: ${writeValue(each, key)}`;
    });
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  return value === undefined ? 'undefined' : JSON.stringify(value);
}
