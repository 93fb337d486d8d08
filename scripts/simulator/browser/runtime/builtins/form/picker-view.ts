import { elementOf, type GlassElement } from '../../glass/glass';
import { type Builtin, type BuiltinKit, defineBuiltin } from '../kit';

/** CSS px; without an `indicator-style` that says another height. */
const ROW = 34;

/** https://developers.weixin.qq.com/miniprogram/dev/component/picker-view.html */
export function definePickerView(kit: BuiltinKit): void {
  const columns = new WeakMap<GlassElement, Builtin>();
  defineBuiltin(kit, 'picker-view-column', {
    created: (self) => columns.set(self.component, self),
  });
  defineBuiltin(kit, 'picker-view', {
    created(self) {
      kit.formFields.set(self.component, {
        value: () => self.value('value'),
        reset: () => self.set('value', []),
      });
      let settling: ReturnType<typeof setTimeout> | undefined;
      // A column's scrolling does not bubble.
      self.dom.addEventListener(
        'scroll',
        () => {
          if (settling === undefined) self.trigger('pickstart', {});
          clearTimeout(settling);
          settling = setTimeout(() => {
            settling = undefined;
            const value = chosen(self);
            self.trigger('pickend', {});
            if (JSON.stringify(value) === JSON.stringify(self.value('value'))) return;
            self.set('value', value);
            self.trigger('change', { value });
          }, 100);
        },
        { capture: true },
      );
    },
    attached: layOut,
    update: layOut,
    // What a test triggers is what the person has turned to: the wheels stand there too.
    functions: (self) => ({
      'trigger.change': (detail) => {
        const { value } = Object(detail);
        if (Array.isArray(value)) self.set('value', value);
      },
    }),
  });

  function layOut(self: Builtin): void {
    if (!self.dom.isConnected) return;
    const row = rowHeight(self);
    self.dom.style.setProperty('--wx-picker-row', `${row}px`);
    const value = self.value('value');
    const indexes = Array.isArray(value) ? value.map(Number) : [];
    for (const [at, column] of columnsOf(self).entries()) {
      const top = row * Math.min(indexes[at] ?? 0, Math.max(0, column.childElementCount - 1));
      if (Math.round(column.scrollTop) !== top) column.scrollTop = top;
    }
  }

  function columnsOf(self: Builtin): HTMLElement[] {
    return [...self.dom.querySelectorAll<HTMLElement>('wx-picker-view-column')].filter((node) => {
      const element = elementOf(node);
      return element !== null && columns.has(element);
    });
  }

  function chosen(self: Builtin): number[] {
    return columnsOf(self).map((column) => Math.round(column.scrollTop / rowHeight(self)));
  }
}

function rowHeight(self: Builtin): number {
  const height = /(?:^|;)\s*height:\s*(\d+)px/.exec(self.text('indicatorStyle'))?.[1];
  return height === undefined ? ROW : Number(height);
}
