import { type Builtin, type BuiltinKit, defineBuiltin } from '../kit';

/** https://developers.weixin.qq.com/miniprogram/dev/component/slider.html */
export function defineSlider(kit: BuiltinKit): void {
  defineBuiltin(kit, 'slider', {
    created(self) {
      const field = document.createElement('input');
      field.type = 'range';
      const shown = document.createElement('span');
      self.dom.append(field, shown);
      field.addEventListener('input', () => {
        self.set('value', field.valueAsNumber);
        self.trigger('changing', { value: field.valueAsNumber });
      });
      field.addEventListener('change', () =>
        self.trigger('change', { value: field.valueAsNumber }),
      );
      kit.formFields.set(self.component, {
        value: () => field.valueAsNumber,
        reset: () => self.set('value', self.number('min')),
      });
    },
    update(self) {
      const field = self.dom.querySelector('input');
      const shown = self.dom.querySelector('span');
      if (!field || !shown) return;
      for (const name of ['min', 'max', 'step'] as const) field[name] = self.text(name);
      field.value = self.text('value');
      field.disabled = self.flag('disabled');
      const [min, max] = [self.number('min'), self.number('max')];
      const part = max > min ? ((field.valueAsNumber - min) / (max - min)) * 100 : 0;
      self.dom.style.setProperty('--wx-slider-done', `${part}%`);
      self.dom.style.setProperty(
        '--wx-slider-active',
        self.text('selectedColor') || self.text('activeColor'),
      );
      self.dom.style.setProperty(
        '--wx-slider-rest',
        self.text('color') || self.text('backgroundColor'),
      );
      self.dom.style.setProperty('--wx-slider-block', self.text('blockColor'));
      self.dom.style.setProperty(
        '--wx-slider-size',
        `${Math.min(28, Math.max(12, self.number('blockSize')))}px`,
      );
      shown.hidden = !self.flag('showValue');
      shown.textContent = String(field.valueAsNumber);
    },
    functions: (self) => ({ 'slider.slideTo': (value) => slideTo(self, Number(value)) }),
  });
}

function slideTo(self: Builtin, value: number): void {
  const field = self.dom.querySelector('input');
  if (!field) return;
  const [min, max] = [self.number('min'), self.number('max')];
  // The browser would take the nearest end, which is not what was asked for.
  if (!(value >= min && value <= max))
    throw new Error(`<slider> goes from ${min} to ${max}, and not to ${value}`);
  field.value = String(value);
  field.dispatchEvent(new Event('input'));
  field.dispatchEvent(new Event('change'));
}
