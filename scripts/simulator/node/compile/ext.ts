import type { CompiledProgram, CompileError } from '../../contract/program';
import { isObject, isString, readJson, warnOfUnknownKeys } from './json';
import type { Layout } from './layout';
import type { Sources } from './source-cache';

export interface ExtOutput {
  /** Whose program it then is; null: as project.config.json has it. */
  readonly appId: string | null;
  readonly ext: NonNullable<CompiledProgram['ext']>;
  readonly errors: readonly CompileError[];
}

/** The others stand in app.json too, whose values they replace: not done here, and so reported. */
const known = new Set(['extEnable', 'extAppid', 'directCommit', 'ext']);

/**
 * ext.json, in which a third-party platform says for whom a template is. It counts with `extEnable`
 * alone.
 * https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/operation/thirdparty/ext.html
 */
export function compileExt(layout: Layout, sources: Sources): ExtOutput {
  const file = layout.file('ext.json');
  const text = sources.read(file);
  if (text === null) return { appId: null, ext: {}, errors: [] };
  const name = layout.name(file);
  const { value, errors } = readJson(text, name);
  const all = [...errors, ...warnOfUnknownKeys(value, known, text, name, 'ext.json')];
  if (value.extEnable !== true) return { appId: null, ext: {}, errors: all };
  return {
    appId: isString(value.extAppid) && value.extAppid !== '' ? value.extAppid : null,
    ext: isObject(value.ext) ? value.ext : {},
    errors: all,
  };
}
