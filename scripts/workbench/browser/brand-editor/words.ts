const en = {
  lang: 'en',
  title: 'Brand editor',
  workbench: 'Workbench',
  gallery: 'Gallery',
  form: 'Form',
  preview: 'Preview',
  screen: 'Screen',
  language: 'Language',
  save: 'Save',
  discard: 'Discard',
  file: 'brand.json',
  fileHint: 'The same as text: for what the form does not change.',
  colour: 'colour',
  saved: 'Saved',
  unsaved: 'Not saved: only this computer’s workbench shows it',
  wrong: (count: number) =>
    count === 1
      ? '1 mistake: the phone shows what was right'
      : `${count} mistakes: the phone shows what was right`,
  changed: 'brand.json was changed by another program meanwhile. Discard loads it.',
  lost: 'The workbench does not answer.',
  lines: (count: number) => `About ${count} lines on the narrowest phone`,
  drawn: (count: number) => `${count} lines on the narrowest phone`,
  add: (name: string) => `Add ${name}`,
  remove: (name: string) => `Remove ${name}`,
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  light: 'Light',
  dark: 'Dark',
  problem: 'The program could not be drawn:',
  phone: 'The phone that is drawn',
  narrowest: 'The narrowest phone',
};

export type EditorWords = typeof en;

const zh: EditorWords = {
  lang: 'zh-CN',
  title: '品牌编辑器',
  workbench: '工作台',
  gallery: '画廊',
  form: '表单',
  preview: '预览',
  screen: '界面',
  language: '语言',
  save: '保存',
  discard: '放弃',
  file: 'brand.json',
  fileHint: '同样的内容，以文本编辑：表单里没有的部分在这里修改。',
  colour: '颜色',
  saved: '已保存',
  unsaved: '未保存：只有这台电脑的工作台显示',
  wrong: (count) => `${count} 处错误：手机显示的是上一次正确的内容`,
  changed: '其他程序修改了 brand.json。点击「放弃」重新加载。',
  lost: '工作台没有响应。',
  lines: (count) => `在最窄的手机上约占 ${count} 行`,
  drawn: (count) => `在最窄的手机上占 ${count} 行`,
  add: (name) => `添加 ${name}`,
  remove: (name) => `删除 ${name}`,
  up: (name) => `上移 ${name}`,
  down: (name) => `下移 ${name}`,
  light: '浅色',
  dark: '深色',
  problem: '小程序无法绘制：',
  phone: '用于绘制的手机',
  narrowest: '最窄的手机',
};

/** Chinese when the browser prefers any Chinese, else English. */
export function wordsFor(languages: readonly string[]): EditorWords {
  const preferred = languages.find((language) => /^(zh|en)\b/i.test(language));
  return preferred !== undefined && /^zh/i.test(preferred) ? zh : en;
}
