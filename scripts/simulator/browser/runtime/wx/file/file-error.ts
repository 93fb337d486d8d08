/**
 * What the file system of WeChat says, by number.
 * https://developers.weixin.qq.com/miniprogram/dev/api/file/FileSystemManager.writeFile.html
 */
const ERRORS = {
  1300001: 'operation not permitted',
  1300002: 'no such file or directory',
  1300020: 'not a directory',
  1300022: 'Invalid argument',
  1300066: 'directory not empty',
  1300202: 'the maximum size of the file storage limit is exceeded',
  1300203: 'base64 encode error',
  1301000: 'permission denied, cannot access file path',
  1301003: 'illegal operation on a directory',
  1301005: 'file already exists',
  1301006: 'value of length is out of range',
  1301009: 'value of position is out of range',
  1301112: 'tempFilePath file not exist',
} as const;

export type FileErrno = keyof typeof ERRORS;

/** Why something with a file can't be; `path` is what it is about. */
export class FileError extends Error {
  readonly errno: FileErrno;

  constructor(errno: FileErrno, path = '') {
    super(path === '' ? ERRORS[errno] : `${ERRORS[errno]} ${path}`);
    this.errno = errno;
  }
}
