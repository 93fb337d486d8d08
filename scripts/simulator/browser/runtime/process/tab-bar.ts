import type { PhoneHost } from '../../../contract/process';
import { ASSETS, type CompiledProgram } from '../../../contract/program';
import type { TabBarView, TabItemView } from '../../../contract/tab-bar';
import { normalize } from '../script/module-registry';

interface Item extends TabItemView {
  readonly path: string;
  readonly selectedIcon: string;
}

type Style = Pick<TabBarView, 'color' | 'selectedColor' | 'backgroundColor' | 'borderStyle'>;

/**
 * app.json's `tabBar`, with what the program changed of it.
 * https://developers.weixin.qq.com/miniprogram/dev/api/ui/tab-bar/wx.setTabBarItem.html
 */
export class TabBar {
  /** The program draws it: the component `custom-tab-bar/index` on each of its pages. */
  /** The program draws it, and WeChat does not. */
  readonly isCustom: boolean;
  /** A custom one that the program really has. */
  readonly isThere: boolean;
  readonly #host: PhoneHost;
  #items: readonly Item[];
  #style: Style;
  #hidden = false;
  #front = '';

  constructor(host: PhoneHost, program: CompiledProgram) {
    const config = objectOf(program.app.raw.tabBar);
    const variable = (value: unknown, fallback: string) => {
      const text = typeof value === 'string' && value !== '' ? value : fallback;
      return text.startsWith('@')
        ? (program.theme?.[host.device.theme][text.slice(1)] ?? fallback)
        : text;
    };
    this.#host = host;
    this.isCustom = config.custom === true;
    this.isThere = this.isCustom && program.components['custom-tab-bar/index'] !== undefined;
    this.#items = (Array.isArray(config.list) ? config.list : []).map((each: unknown) => {
      const { pagePath, text, iconPath, selectedIconPath } = objectOf(each);
      return {
        path: normalize(String(pagePath ?? '')),
        text: String(text ?? ''),
        icon: iconOf(iconPath),
        selectedIcon: iconOf(selectedIconPath ?? iconPath),
        badge: '',
        dot: false,
      };
    });
    this.#style = {
      color: variable(config.color, '#7a7e83'),
      selectedColor: variable(config.selectedColor, '#07c160'),
      backgroundColor: variable(config.backgroundColor, '#ffffff'),
      borderStyle: config.borderStyle === 'white' ? 'white' : 'black',
    };
  }

  has(path: string): boolean {
    return this.indexOf(path) >= 0;
  }

  indexOf(path: string): number {
    return this.#items.findIndex((item) => item.path === path);
  }

  pathOf(index: number): string | null {
    return this.#items[index]?.path ?? null;
  }

  textOf(index: number): string {
    return this.#items[index]?.text ?? '';
  }

  /** Whether the page in front is one of its own. */
  get isInFront(): boolean {
    return this.has(this.#front);
  }

  /** CSS px of the screen that WeChat's own bar takes from the page, the safe area apart. */
  get height(): number {
    return this.isInFront && !this.#hidden && !this.isCustom ? 48 : 0;
  }

  /** The page in front changed. */
  show(path: string): void {
    this.#front = path;
    this.#draw();
  }

  setHidden(hidden: boolean): void {
    this.#hidden = hidden;
    this.#draw();
  }

  setStyle(style: Partial<Style>): void {
    this.#style = { ...this.#style, ...style };
    this.#draw();
  }

  /** False when there is no such item. */
  setItem(
    index: number,
    change: {
      text?: string;
      iconPath?: string;
      selectedIconPath?: string;
      badge?: string;
      dot?: boolean;
    },
  ): boolean {
    if (!this.#items[index]) return false;
    const { iconPath, selectedIconPath, ...rest } = change;
    this.#items = this.#items.map((item, at) =>
      at !== index
        ? item
        : {
            ...item,
            ...rest,
            ...(iconPath === undefined ? {} : { icon: iconOf(iconPath) }),
            ...(selectedIconPath === undefined ? {} : { selectedIcon: iconOf(selectedIconPath) }),
          },
    );
    this.#draw();
    return true;
  }

  #draw(): void {
    const selected = this.indexOf(this.#front);
    if (this.height === 0) {
      this.#host.setTabBar(null);
      return;
    }
    const items = this.#items.map(({ text, icon, selectedIcon, badge, dot }, index) => ({
      text,
      icon: index === selected ? selectedIcon : icon,
      badge,
      dot,
    }));
    this.#host.setTabBar({ ...this.#style, selected, items });
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** A path inside the package, or a URL. */
function iconOf(path: unknown): string {
  if (typeof path !== 'string' || path === '') return '';
  return /^(?:https?:|data:)/.test(path) ? path : ASSETS + normalize(path);
}
