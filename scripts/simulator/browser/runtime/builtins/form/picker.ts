import { type Builtin, type BuiltinKit, defineBuiltin } from '../kit';
import { answerOf, columnsOf, type PickerMode, type PickerValue } from './picker-columns';

const MODES: ReadonlySet<string> = new Set(['selector', 'multiSelector', 'time', 'date', 'region']);

/**
 * WeChat's own sheet of columns, in five modes. A tap on what the component holds opens it.
 * https://developers.weixin.qq.com/miniprogram/dev/component/picker.html
 */
export function definePicker(kit: BuiltinKit): void {
  defineBuiltin(kit, 'picker', {
    created(self) {
      kit.formFields.set(self.component, {
        value: () => self.value('value'),
        reset: () => self.set('value', ''),
      });
      kit.touchTargets.set(self.component, {
        disabled: () => self.flag('disabled'),
        activate: () => open(self),
      });
    },
    detached: close,
  });
}

function open(self: Builtin): void {
  const mode = modeOf(self);
  const sheet = document.createElement('div');
  sheet.className = 'wx-picker';
  sheet.setAttribute('role', 'dialog');
  let columns = columnsOf(mode, self);
  const chosen = columns.map(({ selected }) => selected);

  const draw = () => {
    columns = columnsOf(mode, self, chosen);
    const lists = columns.map(({ options }, at) => {
      const list = document.createElement('select');
      list.size = 7;
      list.setAttribute('aria-label', `${at + 1}`);
      list.append(
        ...options.map(
          (text, index) => new Option(text, String(index), false, index === chosen[at]),
        ),
      );
      list.addEventListener('change', () => {
        chosen[at] = list.selectedIndex;
        if (mode === 'multiSelector')
          self.trigger('columnchange', { column: at, value: list.selectedIndex });
        draw();
      });
      return list;
    });
    body.replaceChildren(...lists);
  };
  const head = document.createElement('div');
  head.className = 'wx-picker-head';
  const title = document.createElement('span');
  title.textContent = self.text('headerText');
  const answer = (text: string, name: string, run: () => void) => {
    const button = document.createElement('button');
    button.textContent = text;
    button.className = `wx-picker-${name}`;
    button.addEventListener('click', () => {
      close(self);
      run();
    });
    return button;
  };
  head.append(
    answer('取消', 'cancel', () => self.trigger('cancel', {})),
    title,
    answer('确定', 'confirm', () => {
      const value: PickerValue = answerOf(mode, columns, chosen);
      self.set('value', value.value);
      self.trigger('change', value);
    }),
  );
  const body = document.createElement('div');
  body.className = 'wx-picker-body';
  sheet.append(head, body);
  draw();
  close(self);
  document.body.append(sheet);
  sheets.set(self, sheet);
}

const sheets = new WeakMap<Builtin, HTMLElement>();

function close(self: Builtin): void {
  sheets.get(self)?.remove();
  sheets.delete(self);
}

function modeOf(self: Builtin): PickerMode {
  const mode = self.text('mode');
  return MODES.has(mode) ? (mode as PickerMode) : 'selector';
}
