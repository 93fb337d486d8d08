import { ASSETS } from '../../../../contract/program';
import type { ApiFamily } from '../call';
import { fileManager } from './manager';
import { FileOperations } from './operations';

/** https://developers.weixin.qq.com/miniprogram/dev/api/file/wx.getFileSystemManager.html */
export const fileSystem: ApiFamily = (tools) => {
  const files = new FileOperations(tools.runtime.host.files, readPackage);
  let manager: unknown;
  const ofManager = (name: string) => (given: unknown) => {
    const run: unknown = Reflect.get(Object(manager ?? fileManager(files, tools)), name);
    return typeof run === 'function' ? run(given) : undefined;
  };
  return {
    getFileSystemManager: tools.synchronous('getFileSystemManager', () => {
      manager ??= fileManager(files, tools);
      return manager;
    }),
    // The names from before there was a manager.
    saveFile: ofManager('saveFile'),
    getFileInfo: ofManager('getFileInfo'),
    getSavedFileList: ofManager('getSavedFileList'),
    removeSavedFile: ofManager('removeSavedFile'),
  };
};

/**
 * A file of the package, at once: that is what `readFileSync` promises. Null: there is none. Scripts
 * are not among them, as in WeChat.
 */
function readPackage(path: string): Uint8Array | null {
  if (/^\.{1,2}\//.test(path)) return null;
  const request = new XMLHttpRequest();
  request.open('GET', ASSETS + path.replace(/^\//, ''), false);
  // Bytes as they are: a synchronous request gives nothing but text.
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  if (request.status !== 200) return null;
  return Uint8Array.from(request.responseText, (char) => char.charCodeAt(0) & 0xff);
}
