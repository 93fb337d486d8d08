import { BOXES } from '../../../contract/boxes';
import { BUILTINS, COMMON_ATTRIBUTES, toPropertyName } from '../../../contract/builtins';
import { missing } from '../../../contract/places';
import type { CompileError } from '../../../contract/program';
import type { ScannedTag } from './wxml-scan';

/** Tags that the template language itself understands. */
const LANGUAGE_TAGS: ReadonlySet<string> = new Set([
  'block',
  'template',
  'import',
  'include',
  'slot',
  'wxs',
]);

const PREFIXES =
  /^(?:wx:|wx-if$|xmlns|data-|mark:|bind|catch|mut-bind|capture-bind|capture-catch|generic:|change:|model:|aria-|slot:|let:)/;

/**
 * Warnings: WeChat draws an unknown tag as an empty element and ignores an unknown attribute.
 * `declared`: the names that usingComponents and componentGenerics give in the unit that the
 * template belongs to.
 */
export function checkTags(
  tags: readonly ScannedTag[],
  declared: ReadonlySet<string>,
  file: string,
): CompileError[] {
  return tags.flatMap((tag): CompileError[] => {
    if (LANGUAGE_TAGS.has(tag.name) || declared.has(tag.name)) return [];
    const known = BUILTINS[tag.name];
    if (!known || BOXES[tag.name]) {
      const undeclared =
        !known && tag.name.includes('-') ? ', and usingComponents does not declare it,' : '';
      const message = missing(`<${tag.name}>${undeclared}`, 'builtinTable', 'builtin');
      return [{ level: 'warning', kind: 'wxml', file, line: tag.line, message }];
    }
    return tag.attributes
      .filter(
        ({ name }) =>
          !PREFIXES.test(name) &&
          !COMMON_ATTRIBUTES.has(name) &&
          !Object.hasOwn(known, toPropertyName(name)),
      )
      .map(({ name, line }) => ({
        level: 'warning',
        kind: 'wxml',
        file,
        line,
        message: missing(`The attribute "${name}" of <${tag.name}>`, 'builtinTable', 'builtin'),
      }));
  });
}

/** WeChat's compiler stops at these without a value. */
export function checkDirectives(tags: readonly ScannedTag[], file: string): CompileError[] {
  return tags
    .flatMap(({ attributes }) => attributes)
    .filter(({ name, value }) => value === null && /^wx:(?:if|elif|for|for-items)$/.test(name))
    .map(({ name, line }) => ({ kind: 'wxml', file, line, message: `${name} needs a value` }));
}

/**
 * `<template is="row">` must name a template of this file or of one that it imports. A computed
 * name is only known at run time.
 */
export function checkTemplateUses(
  tags: readonly ScannedTag[],
  names: ReadonlySet<string>,
  file: string,
): CompileError[] {
  return tags
    .filter(({ name }) => name === 'template')
    .flatMap(({ attributes }) => attributes.filter(({ name }) => name === 'is'))
    .filter(({ value }) => value !== null && !value.includes('{{') && !names.has(value))
    .map(({ value, line }) => ({
      level: 'warning',
      kind: 'wxml',
      file,
      line,
      message: `there is no template "${value}" in this file or those it imports`,
    }));
}

export function templateNames(tags: readonly ScannedTag[]): string[] {
  const names = tags
    .filter(({ name }) => name === 'template')
    .flatMap(({ attributes }) => attributes.filter(({ name }) => name === 'name'));
  return names.flatMap(({ value }) => value ?? []);
}
