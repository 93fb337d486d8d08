import type { PhoneFile } from '../../../../contract/files';
import type { ServiceAnswer } from '../../../../contract/process';
import type { ApiTools, Params, WxFunction } from '../call';
import type { ParamTypes } from '../parameters';
import { refusedObject } from '../refused';
import { decode, encode } from './encoding';
import { FileError } from './file-error';
import type { FileOperations } from './operations';

/** One method, in both styles: by parameters, and by arguments in this order. */
interface Method {
  readonly params: ParamTypes;
  readonly order: readonly string[];
  /** What the callback gets; the synchronous one gives `returned` of it, or nothing. */
  run(params: Params): Params | undefined;
  readonly returned?: string;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
const number = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** https://developers.weixin.qq.com/miniprogram/dev/api/file/FileSystemManager.html */
function methodsOf(files: FileOperations): Readonly<Record<string, Method>> {
  return {
    access: {
      params: { path: 'String' },
      order: ['path'],
      run: ({ path }) => void files.access(String(path)),
    },
    readFile: {
      params: {
        ...{ filePath: 'String', encoding: 'String?', position: 'Number?', length: 'Number?' },
      },
      order: ['filePath', 'encoding', 'position', 'length'],
      returned: 'data',
      run: ({ filePath, encoding, position, length }) => {
        const part = partOf(files.read(String(filePath)), number(position), number(length));
        return { data: decode(part, text(encoding)) };
      },
    },
    writeFile: {
      params: { filePath: 'String', data: 'Any', encoding: 'String?' },
      order: ['filePath', 'data', 'encoding'],
      run: ({ filePath, data, encoding }) =>
        void files.write(String(filePath), encode(data, text(encoding) ?? 'utf8')),
    },
    appendFile: {
      params: { filePath: 'String', data: 'Any', encoding: 'String?' },
      order: ['filePath', 'data', 'encoding'],
      run: ({ filePath, data, encoding }) =>
        void files.append(String(filePath), encode(data, text(encoding) ?? 'utf8')),
    },
    truncate: {
      params: { filePath: 'String', length: 'Number?' },
      order: ['filePath', 'length'],
      run: ({ filePath, length }) => void files.truncate(String(filePath), number(length) ?? 0),
    },
    copyFile: {
      params: { srcPath: 'String', destPath: 'String' },
      order: ['srcPath', 'destPath'],
      run: ({ srcPath, destPath }) => void files.copy(String(srcPath), String(destPath)),
    },
    rename: {
      params: { oldPath: 'String', newPath: 'String' },
      order: ['oldPath', 'newPath'],
      run: ({ oldPath, newPath }) => void files.rename(String(oldPath), String(newPath)),
    },
    unlink: {
      params: { filePath: 'String' },
      order: ['filePath'],
      run: ({ filePath }) => void files.unlink(String(filePath)),
    },
    saveFile: {
      params: { tempFilePath: 'String', filePath: 'String?' },
      order: ['tempFilePath', 'filePath'],
      returned: 'savedFilePath',
      run: ({ tempFilePath, filePath }) => ({
        savedFilePath: files.save(String(tempFilePath), text(filePath)),
      }),
    },
    mkdir: {
      params: { dirPath: 'String', recursive: 'Boolean?' },
      order: ['dirPath', 'recursive'],
      run: ({ dirPath, recursive }) =>
        void files.makeDirectory(String(dirPath), recursive === true),
    },
    rmdir: {
      params: { dirPath: 'String', recursive: 'Boolean?' },
      order: ['dirPath', 'recursive'],
      run: ({ dirPath, recursive }) =>
        void files.removeDirectory(String(dirPath), recursive === true),
    },
    readdir: {
      params: { dirPath: 'String' },
      order: ['dirPath'],
      returned: 'files',
      run: ({ dirPath }) => ({ files: [...files.readDirectory(String(dirPath))] }),
    },
    stat: {
      params: { path: 'String', recursive: 'Boolean?' },
      order: ['path', 'recursive'],
      returned: 'stats',
      run: ({ path, recursive }) => {
        const [first, ...inside] = files
          .stat(String(path))
          .map((file) => ({ file, ...statOf(file) }));
        if (recursive !== true || !first?.file.directory) return { stats: first?.stats };
        const below = (file: PhoneFile) => file.path.slice(first.file.path.length) || '/';
        return {
          stats: [first, ...inside].map(({ file, stats }) => ({ path: below(file), stats })),
        };
      },
    },
  };
}

function partOf(bytes: Uint8Array, position = 0, length?: number): Uint8Array {
  if (position === 0 && length === undefined) return bytes;
  if (position < 0 || position >= bytes.length) throw new FileError(1301009);
  if (length !== undefined && (length < 1 || position + length > bytes.length))
    throw new FileError(1301006);
  return bytes.subarray(position, length === undefined ? undefined : position + length);
}

/** Of the kind and rights that POSIX has for it. */
function statOf({ size, modifiedAt, directory }: PhoneFile) {
  const seconds = Math.floor(modifiedAt / 1000);
  return {
    stats: {
      ...{ mode: directory ? 0o40755 : 0o100644, size },
      ...{ lastAccessedTime: seconds, lastModifiedTime: seconds },
      isDirectory: () => directory,
      isFile: () => !directory,
    },
  };
}

/** What comes after the name, as WeChat words it. */
function refusalOf(api: string, error: unknown): Extract<ServiceAnswer, { ok: false }> {
  const errMsg = `${api}:fail ${error instanceof Error ? error.message : String(error)}`;
  return error instanceof FileError
    ? { ok: false, errMsg, errno: error.errno }
    : { ok: false, errMsg };
}

/**
 * The one file manager of a program. What works with descriptors and archives is refused by name.
 * Callbacks alone: none of its methods gives a promise.
 */
export function fileManager(files: FileOperations, tools: ApiTools): unknown {
  const known: Record<string, WxFunction> = {};
  const add = (name: string, method: Method) => {
    const asynchronous = tools.asynchronous(name, {
      params: method.params,
      run: (params): ServiceAnswer => {
        try {
          return { ok: true, result: method.run(params) ?? {} };
        } catch (error) {
          return refusalOf(name, error);
        }
      },
    });
    // A promise is nothing that this interface gives, and nobody would handle its rejection.
    known[name] = (given) => void asynchronous({ complete: () => undefined, ...Object(given) });
    const sync = `${name}Sync`;
    known[sync] = tools.synchronous(sync, (...args) => {
      const entries = method.order.map((param, index) => [param, args[index]] as const);
      try {
        const result = method.run(Object.fromEntries(entries));
        return method.returned === undefined ? undefined : result?.[method.returned];
      } catch (error) {
        const { errMsg, errno } = refusalOf(sync, error);
        throw Object.assign(new Error(errMsg), errno === undefined ? {} : { errno });
      }
    });
  };
  for (const [name, method] of Object.entries(methodsOf(files))) add(name, method);

  const savedList = () =>
    files.saved().map(({ path, size, modifiedAt }) => ({
      ...{ filePath: path, size, createTime: Math.floor(modifiedAt / 1000) },
    }));
  add('getFileInfo', {
    params: { filePath: 'String' },
    order: ['filePath'],
    run: ({ filePath }) => ({ size: files.read(String(filePath)).length }),
  });
  add('getSavedFileList', { params: {}, order: [], run: () => ({ fileList: savedList() }) });
  add('removeSavedFile', {
    params: { filePath: 'String' },
    order: ['filePath'],
    run: ({ filePath }) => void files.unlink(String(filePath)),
  });
  // These three have no synchronous form.
  for (const name of ['getFileInfo', 'getSavedFileList', 'removeSavedFile'])
    delete known[`${name}Sync`];
  return refusedObject('getFileSystemManager()', tools, known);
}
