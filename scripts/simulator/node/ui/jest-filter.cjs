/**
 * Jest's `filter` in UI mode: the files that somebody chose.
 * https://jestjs.io/docs/cli#--filterfile
 */
const { relative } = require('node:path');

const { url, filtersObjects } = JSON.parse(process.env.SIMULATOR_UI ?? '{}');

/** @param {readonly string[]} testPaths */
module.exports = async (testPaths) => {
  const { files } = await (await fetch(`${url}/plan`)).json();
  const filtered = testPaths.filter((path) =>
    files.includes(relative(process.cwd(), path).replaceAll('\\', '/')),
  );
  // Before Jest 30 each was an object.
  return { filtered: filtersObjects ? filtered.map((test) => ({ test })) : filtered };
};
