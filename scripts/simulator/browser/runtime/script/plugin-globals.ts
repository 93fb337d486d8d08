import { missing } from '../../../contract/places';

/**
 * Globals of WeChat's that a program's bundle names, most often only to hand them on: they are
 * there, and refuse by name when they are called.
 */
export function pluginGlobals(
  refused: (message: string) => void,
): Readonly<Record<string, unknown>> {
  const refuse = (what: string): Error => {
    const message = missing(what, 'global');
    refused(message);
    return new Error(message);
  };
  const requirePlugin = (name: unknown) => {
    throw refuse(`requirePlugin("${String(name)}")`);
  };
  requirePlugin.async = async (name: unknown) => requirePlugin(name);
  return {
    requirePlugin,
    requireMiniProgram: () => {
      throw refuse('requireMiniProgram()');
    },
    /** https://developers.weixin.qq.com/miniprogram/dev/framework/performance/wasm.html */
    WXWebAssembly: {
      instantiate: async (path: unknown) => {
        throw refuse(`WXWebAssembly.instantiate("${String(path)}")`);
      },
      Memory: WebAssembly.Memory,
      Table: WebAssembly.Table,
      Global: WebAssembly.Global,
    },
  };
}
