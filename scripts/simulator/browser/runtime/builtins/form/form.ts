import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { type GlassComponent, type GlassElement, isCaller } from '../../glass/glass';
import {
  type Builtin,
  type BuiltinKit,
  defineBuiltin,
  type FormField,
  type FormHandle,
} from '../kit';

/** https://developers.weixin.qq.com/miniprogram/dev/component/form.html */
export function defineForm(kit: BuiltinKit): void {
  defineBuiltin(kit, 'form', {
    created(self) {
      kit.forms.set(self.component, handleOf(self, kit));
    },
  });
}

/**
 * From inside a component a form outside is reached only through the behavior
 * `wx://form-field-button` (or -group).
 */
export function closestForm(from: GlassElement, kit: BuiltinKit): FormHandle | null {
  for (let each: GlassElement | null = from; each; ) {
    const form = kit.forms.get(each);
    if (form) return form;
    if (glassEasel.ShadowRoot.isShadowRoot(each)) {
      const host: GlassComponent = each.getHostNode();
      if (!hasBehavior(host, kit, 'formFieldButton') && !hasBehavior(host, kit, 'formFieldGroup'))
        return null;
      each = host;
    } else each = each.parentNode;
  }
  return null;
}

function handleOf(self: Builtin, kit: BuiltinKit): FormHandle {
  return {
    submit(by) {
      const value: Record<string, unknown> = {};
      walkFields(self.component, kit, (name, field) => {
        value[name] = field.value();
      });
      self.trigger('submit', { value, target: { id: by.id, dataset: { ...by.dataset } } });
    },
    reset(by) {
      walkFields(self.component, kit, (_, field) => field.reset());
      self.trigger('reset', { target: { id: by.id, dataset: { ...by.dataset } } });
    },
  };
}

function walkFields(
  root: GlassElement,
  kit: BuiltinKit,
  visit: (name: string, field: FormField) => void,
): void {
  for (const child of root.childNodes) {
    if (!glassEasel.Element.isElement(child)) continue;
    const field = fieldOf(child, kit);
    if (field) visit(field.name, field.field);
    if (
      glassEasel.Component.isComponent(child) &&
      hasBehavior(child, kit, 'formFieldGroup') &&
      child.getShadowRoot()
    ) {
      walkFields(child.getShadowRoot() ?? child, kit, visit);
    }
    walkFields(child, kit, visit);
  }
}

function fieldOf(
  element: GlassElement,
  kit: BuiltinKit,
): { name: string; field: FormField } | null {
  if (!glassEasel.Component.isComponent(element)) return null;
  const name: unknown = element.data.name;
  if (typeof name !== 'string' || name === '') return null;
  const own = kit.formFields.get(element);
  if (own) return { name, field: own };
  if (!hasBehavior(element, kit, 'formField')) return null;
  return { name, field: { value: (): unknown => element.data.value, reset: () => undefined } };
}

function hasBehavior(
  component: GlassComponent,
  kit: BuiltinKit,
  name: 'formField' | 'formFieldGroup' | 'formFieldButton',
): boolean {
  const caller: unknown = component.getMethodCaller();
  return isCaller(caller) && caller.hasBehavior(kit.behaviors[name]);
}
