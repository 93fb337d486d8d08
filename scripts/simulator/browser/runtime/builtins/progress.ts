import { type BuiltinKit, defineBuiltin } from './kit';

/**
 * https://developers.weixin.qq.com/miniprogram/dev/component/progress.html, without its animation.
 */
export function defineProgress(kit: BuiltinKit): void {
  defineBuiltin(kit, 'progress', {
    update(self) {
      const percent = Math.min(100, Math.max(0, self.number('percent')));
      const [bar, done, info] = [
        document.createElement('div'),
        document.createElement('div'),
        document.createElement('span'),
      ];
      bar.style.cssText = `flex: 1; overflow: hidden; height: ${self.number('strokeWidth')}px; border-radius: ${self.number('borderRadius')}px; background: ${self.text('backgroundColor')}`;
      done.style.cssText = `width: ${percent}%; height: 100%; background: ${self.text('activeColor')}`;
      info.style.cssText = `margin-left: 15px; font-size: ${self.number('fontSize')}px`;
      info.textContent = `${percent}%`;
      bar.append(done);
      self.dom.replaceChildren(bar, ...(self.flag('showInfo') ? [info] : []));
      self.dom.setAttribute('role', 'progressbar');
      self.dom.setAttribute('aria-valuenow', String(percent));
    },
  });
}
