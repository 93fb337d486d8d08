import type { Brand } from '../../../miniprogram/login/brand';
import { plain } from '../../../scripts/prove/brands';

/* A template, and the least that its ext.json says. */

export const hex = (digit: string) => digit.repeat(24);
export const caller = 'wx0123456789abcdef';
export const template: Brand = {
  ...plain,
  logo: '/brand/logo.png',
  colours: { style: '--light-primary:#000001', bar: bars('#ffffff') },
  contact: { 'zh-CN': '模板客服' },
  apps: [{ mobileAppId: '', app: '', connection: '', returns: ['session'], name: null }],
  languages: ['zh-CN', 'en'],
};

function bars(background: string) {
  const bar = { background, front: '#000000' } as const;
  return { light: bar, dark: bar };
}

export const look = {
  light: { background: '#ffffff', primary: '#0b6478', onPrimary: '#ffffff', link: '#0b6478' },
  dark: { background: '#111111', primary: '#6cc3d3', onPrimary: '#06232a', link: '#7fcbd9' },
};
export const app = { mobileAppId: caller, app: hex('b'), connection: 'acme', returns: ['session'] };
export const rules = { id: 'rules', version: '3', title: 'Rules', text: 'Be kind.' };
export const least = {
  v: 1,
  appName: 'Acme',
  operator: 'Acme Ltd',
  apps: [app],
  genauth: { host: 'https://core.acme.example' },
  agreements: { from: 'brand', items: [rules] },
};
export const both = (text: string) => ({ 'zh-CN': text, en: text });
