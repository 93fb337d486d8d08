import type { PickerHandle, PickerMode } from '../../../../contract/picker';
import { type Builtin, type BuiltinKit, defineBuiltin } from '../kit';
import { answerOf, columnsOf } from './picker-columns';

const MODES: ReadonlySet<string> = new Set(['selector', 'multiSelector', 'time', 'date', 'region']);

/**
 * A tap on what the component holds opens WeChat's own sheet of columns, which the phone draws.
 * https://developers.weixin.qq.com/miniprogram/dev/component/picker.html
 */
export function definePicker(kit: BuiltinKit): void {
  const open = new WeakMap<Builtin, PickerHandle>();
  const close = (self: Builtin) => {
    open.get(self)?.close();
    open.delete(self);
  };
  defineBuiltin(kit, 'picker', {
    created(self) {
      kit.formFields.set(self.component, {
        value: () => self.value('value'),
        reset: () => self.set('value', ''),
      });
      kit.touchTargets.set(self.component, {
        disabled: () => self.flag('disabled'),
        activate: () => open.set(self, openSheet(kit, self)),
      });
      kit.functions.set(self.component, {
        // What a test triggers is the person's answer: the sheet is not left open over everything.
        'trigger.change': () => close(self),
        'trigger.cancel': () => close(self),
      });
    },
    detached: close,
  });
}

function openSheet({ host, errors }: BuiltinKit, self: Builtin): PickerHandle {
  const mode = modeOf(self);
  let columns = columnsOf(mode, self);
  const chosen = columns.map(({ selected }) => selected);
  const view = () => ({ mode, title: self.text('headerText'), columns });
  const handle = host.openPicker(view(), {
    chosen(column, index) {
      chosen[column] = index;
      errors.guard(() => {
        if (mode === 'multiSelector') self.trigger('columnchange', { column, value: index });
      });
      // The program may have given other columns meanwhile.
      columns = columnsOf(mode, self, chosen, columns);
      // A wheel that is another now shows what is nearest.
      if (mode === 'time' || mode === 'date')
        for (const [at, { selected }] of columns.entries()) chosen[at] = selected;
      handle.update(view());
    },
    answered(answer) {
      if (answer === 'cancel') errors.guard(() => self.trigger('cancel', {}));
      if (answer !== 'confirm') return;
      errors.guard(() => {
        const value = answerOf(mode, columns, chosen);
        self.set('value', value.value);
        self.trigger('change', value);
      });
    },
  });
  return handle;
}

function modeOf(self: Builtin): PickerMode {
  const mode = self.text('mode');
  return MODES.has(mode) ? (mode as PickerMode) : 'selector';
}
