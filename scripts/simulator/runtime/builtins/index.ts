import { defineButton } from './button';
import { defineForm } from './form';
import { defineImage } from './image';
import type { BuiltinKit } from './kit';
import { defineText } from './text';
import { defineView } from './view';

/** All of `contract/builtins.ts`. */
export function defineBuiltins(kit: BuiltinKit): void {
  for (const define of [defineView, defineText, defineImage, defineButton, defineForm]) define(kit);
}
