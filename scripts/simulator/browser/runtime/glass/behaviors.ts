import type { behavior, CodeSpace } from 'glass-easel-miniprogram-adapter';
import { missing } from '../../../contract/places';

export type ProgramBehavior = behavior.GeneralBehavior;

/**
 * The behaviors that WeChat itself names.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/behaviors.html
 * `component-export` is empty because the adapter takes a definition's `export` in any case.
 */
export interface WeChatBehaviors {
  readonly formField: ProgramBehavior;
  readonly formFieldGroup: ProgramBehavior;
  readonly formFieldButton: ProgramBehavior;
  named(name: string): ProgramBehavior;
}

export function defineWeChatBehaviors(space: CodeSpace): WeChatBehaviors {
  const define = (properties: Record<string, null | StringConstructor>): ProgramBehavior =>
    space.behavior().definition({ properties }).register() as unknown as ProgramBehavior;
  const formField = define({ name: String, value: null });
  const formFieldGroup = define({});
  const formFieldButton = define({});
  const byName: Readonly<Record<string, ProgramBehavior>> = {
    'wx://form-field': formField,
    'wx://form-field-group': formFieldGroup,
    'wx://form-field-button': formFieldButton,
    'wx://component-export': define({}),
  };
  return {
    formField,
    formFieldGroup,
    formFieldButton,
    named(name) {
      const found = byName[name];
      if (!found) throw new Error(missing(`The behavior "${name}"`, 'behavior'));
      return found;
    },
  };
}
