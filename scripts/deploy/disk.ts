/** Of a disk that is full, over its quota or not to be written to. */
export function isDiskError(error: unknown): error is Error {
  const code: unknown = Reflect.get(Object(error), 'code');
  return error instanceof Error && typeof code === 'string' && isDiskCode(code);
}

export function isDiskCode(code: number | string): boolean {
  return codes.some((one) => one === code);
}

/** Also where a file stands in the place of a folder, as `out` or `out/upload`. */
const codes = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'EISDIR', 'EIO'];
