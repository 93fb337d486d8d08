import { compareVersions, SINCE } from '../../../../contract/apis';
import { missing } from '../../../../contract/places';
import type { ServiceAnswer } from '../../../../contract/process';
import { hover } from '../hover';
import { type Builtin, type BuiltinKit, defineBuiltin } from '../kit';
import { closestForm } from './form';

/** An open type asks a service and turns its answer into events. */
type OpenType = (self: Builtin, kit: BuiltinKit) => void;

/** https://developers.weixin.qq.com/miniprogram/dev/component/button.html */
const OPEN_TYPES: Readonly<Record<string, OpenType>> = {
  getPhoneNumber: (self, kit) => askPhoneNumber(self, kit, false),
  'getPhoneNumber|agreePrivacyAuthorization': (self, kit) => askPhoneNumber(self, kit, true),
  agreePrivacyAuthorization: (self, kit) => {
    kit.callTapped('agreePrivacyAuthorization', { buttonId: self.component.id }, (answer) => {
      if (isThere(self))
        self.trigger('agreeprivacyauthorization', detailOf('agreePrivacyAuthorization', answer));
    });
  },
  launchApp: (self, kit) => {
    kit.callTapped('launchApp', { parameter: self.text('appParameter') }, (answer) => {
      if (isThere(self))
        self.trigger(answer.ok ? 'launchapp' : 'error', detailOf('launchApp', answer));
    });
  },
};

export function defineButton(kit: BuiltinKit): void {
  defineBuiltin(kit, 'button', {
    created(self) {
      self.dom.setAttribute('role', 'button');
      self.dom.tabIndex = 0;
      const isDisabled = () => self.flag('disabled');
      kit.touchTargets.set(self.component, {
        ...hover(self, 'default', isDisabled),
        disabled: isDisabled,
        activate: () => activate(self, kit),
      });
    },
    update(self) {
      for (const name of ['size', 'type']) self.dom.setAttribute(name, self.text(name));
      for (const name of ['plain', 'disabled', 'loading'])
        self.dom.toggleAttribute(name, self.flag(name));
      if (self.flag('disabled')) self.dom.setAttribute('aria-disabled', 'true');
      else self.dom.removeAttribute('aria-disabled');
    },
  });
}

function activate(self: Builtin, kit: BuiltinKit): void {
  const formType = self.text('formType');
  if (formType !== '')
    closestForm(self.component, kit)?.[formType === 'reset' ? 'reset' : 'submit'](self.component);
  const openType = self.text('openType');
  if (openType === '' || isTooNew(openType, kit)) return;
  const open = OPEN_TYPES[openType];
  if (open) open(self, kit);
  else kit.errors.refused(missing(`<button open-type="${openType}">`, 'builtin'));
}

/** An older base library takes it for none. */
function isTooNew(openType: string, kit: BuiltinKit): boolean {
  return (
    openType.includes('agreePrivacyAuthorization') &&
    compareVersions(kit.host.device.SDKVersion, SINCE.agreePrivacy) < 0
  );
}

function askPhoneNumber(self: Builtin, kit: BuiltinKit, agree: boolean): void {
  const params = {
    agree,
    phoneNumberNoQuotaToast: self.flag('phoneNumberNoQuotaToast'),
    buttonId: self.component.id,
  };
  kit.callTapped('getPhoneNumber', params, (answer) => {
    if (!isThere(self)) return;
    if (agree && answer.ok)
      self.trigger('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
    self.trigger('getphonenumber', detailOf('getPhoneNumber', answer));
  });
}

/** A button that left the page before the answer came loses it: WeChat has nobody to tell. */
function isThere(self: Builtin): boolean {
  return self.dom.isConnected;
}

function detailOf(service: string, answer: ServiceAnswer): Readonly<Record<string, unknown>> {
  if (answer.ok) return { errMsg: `${service}:ok`, ...answer.result };
  const { errMsg, errno, extra } = answer;
  return { errMsg, ...(errno === undefined ? {} : { errno }), ...extra };
}
