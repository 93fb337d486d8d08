/**
 * What stands next to the compiled templates, evaluated once: the globals of WXS that JavaScript
 * lacks, and WeChat's way of reading and calling what stands in `{{ }}`. `wxsFailed` gets what WXS
 * throws; WeChat says it on its console, and the value is undefined.
 */
export const TEMPLATE_RUNTIME = `
var getRegExp = function (pattern, flags) { return new RegExp(pattern, flags || ''); };
var getDate = function () { return arguments.length ? new (Function.prototype.bind.apply(Date, [null].concat([].slice.call(arguments))))() : new Date(); };
var __wxsType = function (value) { return value === null || value === undefined ? undefined : Object.prototype.toString.call(value).slice(8, -1); };
var __wxsFailed = typeof wxsFailed === 'function' ? wxsFailed : function () {};
var __wxsCopy = function (value) {
  if (Array.isArray(value)) return value.map(__wxsCopy);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  var copy = {};
  for (var key in value) copy[key] = __wxsCopy(value[key]);
  return copy;
};
var __wxsCall = function (callee) {
  return function () {
    try { return callee.apply(undefined, [].map.call(arguments, __wxsCopy)); } catch (error) { __wxsFailed(error); }
  };
};
var __withoutMethods = {
  get: function (target, name) {
    var member = target[name];
    return typeof member === 'function' && !Object.prototype.hasOwnProperty.call(target, name) ? undefined : member;
  },
};
var __membersOf = function (value) {
  if (value === null || value === undefined) return Object.create(null);
  var isPlain = typeof value === 'function' || (typeof value === 'object' && !Array.isArray(value));
  return isPlain ? value : new Proxy(Object(value), __withoutMethods);
};
`;

/**
 * The version of glass-easel-template-compiler whose minified output these are parts of. For
 * another one, look at each of them again; template-compiler-patch.test.ts says which are gone.
 */
export const PATCHED_VERSION = '1.1.0';

/** Helpers that glass-easel's compiler writes into each program, and what WeChat does instead. */
export const HELPERS: readonly (readonly [theirs: string, ours: string])[] = [
  // In a text WeChat shows null as "null", and nothing only for undefined; glass-easel shows
  // nothing for both.
  [
    "var Y=function(a){return a==null?'':String(a)};",
    "var Y=function(a){return a===undefined?'':String(a)};",
  ],
  // `list.find` and `text.link` are undefined, as all that JavaScript adds to a value; only
  // `length` and what it holds are there.
  [
    'var X=function(a){return a==null?Object.create(null):a};',
    'var X=function(a){return __membersOf(a)};',
  ],
  // A function of WXS gets copies, so that it can't change the page's data.
  [
    "var P=function(a){return typeof a==='function'?a:()=>{}};",
    "var P=function(a){return typeof a==='function'?__wxsCall(a):()=>{}};",
  ],
];

/** Written only where there is WXS. A module that throws is undefined. */
export const LOADER = 'module.loader.call(null, require, module.exports, module);';
const SAFE_LOADER = `try { ${LOADER} } catch (error) { module.exports = undefined; __wxsFailed(error); }`;

export function asWeChatRuns(code: string): string {
  return HELPERS.reduce(
    (text, [theirs, ours]) => {
      if (!text.includes(theirs))
        throw new Error(
          `glass-easel-template-compiler is not ${PATCHED_VERSION}: it does not write ${theirs}`,
        );
      return text.replace(theirs, () => ours);
    },
    code.replace(LOADER, SAFE_LOADER),
  );
}
