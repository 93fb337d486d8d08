/**
 * WXS is not JavaScript: its `constructor` is a string, its `getRegExp` takes the text between the slashes as written, and it
 * has `getRegExp`/`getDate` where JavaScript has literals and `new`. glass-easel runs it as JavaScript, so the differences are
 * written out. https://developers.weixin.qq.com/miniprogram/dev/reference/wxs/
 */
export function rewriteWxs(source: string): string {
  return source
    .replace(/\bgetRegExp\(\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g, (call) => call.replace(/\\(?!\\)/g, '\\\\'))
    .replace(/([\w$]+(?:\.[\w$]+|\[[^\]\n]*\])*)\.constructor\b/g, '__wxsType($1)')
    .replace(/\brequire\(\s*(['"])([^'"\n]+?)\.wxs\1\s*\)/g, "require('$2')");
}

/** References to other WXS files, as written, without `.wxs`. */
export function wxsReferences(source: string): string[] {
  return [...source.matchAll(/\brequire\(\s*(['"])([^'"\n]+?)(?:\.wxs)?\1\s*\)/g)].flatMap((match) => match[2] ?? []);
}

/** The globals of WXS that JavaScript lacks; evaluated once beside the compiled templates. */
export const WXS_RUNTIME = `
var getRegExp = function (pattern, flags) { return new RegExp(pattern, flags || ''); };
var getDate = function () { return arguments.length ? new (Function.prototype.bind.apply(Date, [null].concat([].slice.call(arguments))))() : new Date(); };
var __wxsType = function (value) { return value === null || value === undefined ? undefined : Object.prototype.toString.call(value).slice(8, -1); };
`;
