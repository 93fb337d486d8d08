/** @type {{ loadOnce(name: string): unknown }} */
const { loadOnce } = Object(globalThis);

module.exports = loadOnce('pngjs');
