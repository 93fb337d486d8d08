/** @type {{ loadOnce(name: string): unknown }} */
const { loadOnce } = Object(globalThis);

module.exports = loadOnce('glass-easel-template-compiler');
