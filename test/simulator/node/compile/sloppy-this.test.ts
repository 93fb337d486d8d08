import { expect, test } from '@jest/globals';
import { OWN_THIS } from '../../../../scripts/simulator/contract/own-this';
import { compileScript } from '../../../../scripts/simulator/node/compile/script';

/** `read(<source>)`: what its `result` is, in a program whose own global object is 'own'. */
async function resultOf(source: string): Promise<unknown> {
  const { code } = await compileScript(source, 'a.js');
  const run = new Function(OWN_THIS, 'module', code);
  const module = { exports: undefined };
  run.call('own', (value: unknown) => (value === globalThis ? 'own' : value), module);
  return module.exports;
}

test.each([
  ['a function', 'function f() { return this; } module.exports = f()', 'own'],
  ['an expression', 'module.exports = (function () { return this; })()', 'own'],
  ['an arrow in one', 'module.exports = (function () { return (() => this)(); })()', 'own'],
  [
    'in a parameter',
    'function f(a = this, b = () => this) { return [a, b(), this]; } module.exports = f()',
    ['own', 'own', 'own'],
  ],
  [
    'a method that lost its object',
    'const { m } = { m() { return this; } }; module.exports = m()',
    'own',
  ],
  ['a generator', 'function* f() { yield this; } module.exports = f().next().value', 'own'],
  [
    'a key of a class',
    'function f() { return new (class { [this] = 1 })(); } module.exports = f.call("k")',
    { k: 1 },
  ],
  [
    'a function behind a directive',
    'function f() { "worklet"; return this; } module.exports = f()',
    'own',
  ],
  ['an object', 'module.exports = { a: 1, m() { return this.a; } }.m()', 1],
  ['a constructor', 'function F() { this.a = 1; } module.exports = new F().a', 1],
  [
    'a class',
    'module.exports = new (class { a = 1; b = this.a; static { this.c = 1; } m() { return this.b; } })().m()',
    1,
  ],
  ['strict code', '"use strict"; module.exports = (function () { return this; })()', undefined],
  [
    'a strict function',
    'module.exports = (function () { "use strict"; return this; })()',
    undefined,
  ],
  [
    'a strict function in a class',
    'class A { m() { return (function () { return this; })(); } } module.exports = new A().m()',
    undefined,
  ],
  [
    'words',
    'function f() { return ["this", `this`, /this/.source, { this: 1 }.this]; } module.exports = f()',
    ['this', 'this', 'this', 1],
  ],
])('this of %s', async (_name, source, result) => {
  expect(await resultOf(source)).toEqual(result);
});

test('every line and column is where the source map says', async () => {
  const source = 'function f() {\n  "worklet";\n  return this.a(this.b, () => this);\n}\n';
  const { code } = await compileScript(source, 'a.js');
  const lines = code.split('\n');
  expect(lines[2]).toMatch(/^ {2}return (\S{4})\.a\(\1\.b, \(\) => \1\);$/);
});

test('code without a sloppy `this` is left as it is', async () => {
  const source = '"use strict";\nfunction f() {\n  return this;\n}\n';
  const { code } = await compileScript(source, 'a.js');
  expect(code.startsWith(source)).toBe(true);
});
