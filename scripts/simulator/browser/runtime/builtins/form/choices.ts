import { elementOf, type GlassElement } from '../../glass/glass';
import { path } from '../../view/gestures';
import { type Builtin, type BuiltinKit, defineBuiltin } from '../kit';

/** checkbox, radio and switch: a mark that a tap changes, and a group that is told of it. */
interface Choice {
  readonly self: Builtin;
  /** As if tapped. */
  choose(): void;
}

/**
 * https://developers.weixin.qq.com/miniprogram/dev/component/checkbox.html, radio.html, switch.html
 * and their groups.
 */
export function defineChoices(kit: BuiltinKit): void {
  const choices = new WeakMap<GlassElement, Choice>();
  const groups = new WeakMap<GlassElement, Builtin>();

  const define = (tag: 'checkbox' | 'radio' | 'switch', choose: (self: Builtin) => void) =>
    defineBuiltin(kit, tag, {
      created(self) {
        const mark = document.createElement('span');
        // WeChat's own names next to ours: programs give them styles.
        mark.className = `wx-mark wx-${tag}-input`;
        mark.setAttribute('aria-hidden', 'true');
        self.dom.prepend(mark);
        self.dom.setAttribute('role', tag);
        self.dom.tabIndex = 0;
        const choice: Choice = {
          self,
          choose() {
            if (!self.flag('disabled')) choose(self);
          },
        };
        choices.set(self.component, choice);
        if (tag === 'switch')
          kit.formFields.set(self.component, {
            value: () => self.flag('checked'),
            reset: () => self.set('checked', false),
          });
        kit.touchTargets.set(self.component, { activate: choice.choose });
      },
      update(self) {
        self.dom.setAttribute('aria-checked', String(self.flag('checked')));
        self.dom
          .querySelector(':scope > .wx-mark')
          ?.classList.toggle(`wx-${tag}-input-checked`, self.flag('checked'));
        self.dom.setAttribute('aria-disabled', String(self.flag('disabled')));
        if (tag === 'switch') self.dom.setAttribute('kind', self.text('type'));
        self.dom
          .querySelector<HTMLElement>(':scope > .wx-mark')
          ?.style.setProperty('--wx-mark-color', self.text('color') || '#07c160');
      },
      // Says only that it can be: whoever calls it puts a finger there.
      ...(tag === 'switch' ? { functions: () => ({ 'switch.tap': () => undefined }) } : {}),
    });

  define('checkbox', (self) => {
    self.set('checked', !self.flag('checked'));
    const group = groupOf(self);
    group?.trigger('change', {
      value: members(group).flatMap((each) => (each.flag('checked') ? [each.text('value')] : [])),
    });
  });
  define('radio', (self) => {
    if (self.flag('checked')) return;
    const group = groupOf(self);
    for (const each of group ? members(group) : []) if (each !== self) each.set('checked', false);
    self.set('checked', true);
    group?.trigger('change', { value: self.text('value') });
  });
  define('switch', (self) => {
    self.set('checked', !self.flag('checked'));
    self.trigger('change', { value: self.flag('checked') });
  });

  for (const tag of ['checkbox-group', 'radio-group'] as const) {
    defineBuiltin(kit, tag, {
      created(self) {
        groups.set(self.component, self);
        if (tag === 'radio-group') self.dom.setAttribute('role', 'radiogroup');
        kit.formFields.set(self.component, {
          value() {
            const chosen = members(self).filter((each) => each.flag('checked'));
            return tag === 'radio-group'
              ? (chosen[0]?.text('value') ?? '')
              : chosen.map((each) => each.text('value'));
          },
          reset() {
            for (const each of members(self)) each.set('checked', false);
          },
        });
      },
    });
  }

  const groupOf = (self: Builtin): Builtin | undefined =>
    path(self.component).flatMap((each) => groups.get(each) ?? [])[0];
  const members = (group: Builtin): Builtin[] =>
    [...group.dom.querySelectorAll('wx-checkbox, wx-radio')].flatMap((node) => {
      const element = elementOf(node);
      const choice = element && choices.get(element);
      return choice ? [choice.self] : [];
    });
}
