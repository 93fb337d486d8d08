import { missing } from '../../../../contract/places';
import { wxssValueToCss } from '../../../../contract/wxss-value';
import { type Builtin, type BuiltinKit, defineBuiltin } from '../kit';
import { scopedClasses } from '../scoped-class';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** How each `type` is said to a browser: its input mode. */
const INPUT_MODES: Readonly<Record<string, string>> = {
  text: 'text',
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  nickname: 'text',
  // Undocumented, and what Vant's search asks for.
  search: 'search',
};

/** https://developers.weixin.qq.com/miniprogram/dev/component/input.html */
export function defineInput(kit: BuiltinKit): void {
  defineBuiltin(kit, 'input', {
    created: (self) => make(self, kit, document.createElement('input')),
    attached: focusAtStart,
    functions: (self) => ({ 'input.input': (text) => type(self, kit, String(text)) }),
    update(self) {
      const field = fieldOf(self);
      if (!(field instanceof HTMLInputElement)) return;
      const mode = INPUT_MODES[self.text('type')];
      if (mode === undefined) {
        kit.errors.refused(missing(`<input type="${self.text('type')}">`, 'builtin'));
      }
      field.type = self.flag('password') ? 'password' : 'text';
      field.inputMode = mode ?? 'text';
      update(self, field);
    },
  });
}

/** https://developers.weixin.qq.com/miniprogram/dev/component/textarea.html */
export function defineTextarea(kit: BuiltinKit): void {
  defineBuiltin(kit, 'textarea', {
    created: (self) => make(self, kit, document.createElement('textarea')),
    attached: focusAtStart,
    functions: (self) => ({ 'textarea.input': (text) => type(self, kit, String(text)) }),
    update(self) {
      const field = fieldOf(self);
      if (!field) return;
      update(self, field);
      self.dom.toggleAttribute('auto-height', self.flag('autoHeight'));
      grow(self, field);
    },
  });
}

function make(self: Builtin, kit: BuiltinKit, field: Field): void {
  const shown = document.createElement('div');
  shown.className = 'wx-placeholder';
  shown.setAttribute('aria-hidden', 'true');
  self.dom.append(shown, field);
  kit.formFields.set(self.component, {
    value: () => field.value,
    reset: () => self.set('value', ''),
  });
  kit.touchTargets.set(self.component, { activate: () => field.focus() });
  field.addEventListener('input', () => {
    const cursor = field.selectionStart ?? field.value.length;
    self.set('value', field.value);
    self.trigger('input', { value: field.value, cursor, keyCode: 0 }, (replacement) => {
      // WeChat takes a handler's text in place of what was typed.
      if (typeof replacement === 'string') self.set('value', replacement);
    });
    grow(self, field);
  });
  field.addEventListener('focus', () => self.trigger('focus', { value: field.value, height: 0 }));
  field.addEventListener('blur', () =>
    self.trigger('blur', { value: field.value, cursor: field.selectionStart ?? 0 }),
  );
  field.addEventListener('keydown', (event) => {
    if (
      !(event instanceof KeyboardEvent) ||
      event.key !== 'Enter' ||
      event.isComposing ||
      field instanceof HTMLTextAreaElement
    )
      return;
    self.trigger('confirm', { value: field.value });
    if (!self.flag('confirmHold')) field.blur();
  });
}

function update(self: Builtin, field: Field): void {
  if (field.value !== self.text('value')) field.value = self.text('value');
  field.disabled = self.flag('disabled');
  const longest = self.number('maxlength');
  if (longest >= 0) field.maxLength = longest;
  else field.removeAttribute('maxlength');
  // Read to people who can't see; what is seen is the node next to it, which takes the program's
  // style.
  field.placeholder = self.text('placeholder');
  const shown = self.dom.querySelector<HTMLElement>(':scope > .wx-placeholder');
  if (shown) {
    shown.textContent = self.text('value') === '' ? self.text('placeholder') : '';
    shown.className = `wx-placeholder ${scopedClasses(self, self.text('placeholderClass'))}`;
    shown.setAttribute('style', wxssValueToCss(self.text('placeholderStyle')));
  }
  followFocus(self, field);
  const [start, end] = [self.number('selectionStart'), self.number('selectionEnd')];
  if (start >= 0 && end >= 0) field.setSelectionRange(start, end);
  else if (self.number('cursor') >= 0)
    field.setSelectionRange(self.number('cursor'), self.number('cursor'));
}

/** What `focus` was when it was looked at last. */
const asked = new WeakMap<Field, boolean>();

/** The person's finger counts too: only a `focus` that changes takes the field or leaves it. */
function followFocus(self: Builtin, field: Field): void {
  const wanted = self.flag('focus');
  const changed = wanted !== (asked.get(field) ?? false);
  asked.set(field, wanted);
  if (changed && self.dom.isConnected) field[wanted ? 'focus' : 'blur']();
}

function focusAtStart(self: Builtin): void {
  if (self.flag('focus') || self.flag('autoFocus')) fieldOf(self)?.focus();
}

function grow(self: Builtin, field: Field): void {
  if (!self.flag('autoHeight')) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}

/**
 * As a person does: what was there is replaced, and the component's own events follow. The keyboard
 * takes no more than `maxlength`; -1 is no limit.
 *
 * @throws When it is disabled: no keyboard comes up.
 */
function type(self: Builtin, kit: BuiltinKit, text: string): void {
  const field = fieldOf(self);
  if (!field) return;
  const tag = field instanceof HTMLTextAreaElement ? 'textarea' : 'input';
  if (self.flag('disabled')) throw new Error(`<${tag}> is disabled: nobody can type into it`);
  const longest = self.number('maxlength');
  const isCut = longest >= 0 && text.length > longest;
  if (isCut)
    kit.errors.tolerated(
      `<${tag} maxlength="${longest}">: of ${text.length} characters typed, the first ${longest} are taken`,
    );
  field.focus();
  field.value = isCut ? text.slice(0, longest) : text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

function fieldOf(self: Builtin): Field | null {
  return self.dom.querySelector<Field>(':scope > input, :scope > textarea');
}
