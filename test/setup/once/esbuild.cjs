// Not loaded outside: it wants its own realm's RegExp. What ends its process stands where
// stop-esbuild.ts finds it, which so need not load it for test files that have no use for it.
const esbuild = require('esbuild/lib/main.js');

Object.assign(globalThis, { stopEsbuild: esbuild.stop });
module.exports = esbuild;
