import type { DeviceInfo, PhoneHost } from '../../../contract/process';
import type { CompiledProgram, WindowConfig } from '../../../contract/program';
import type { PageInstance } from './page';
import { applyPageMeta } from './page-meta';

/**
 * What is around the page: theme, safe area, font size on the frame's root, and the native bar
 * above it.
 */
export class ProgramWindow {
  readonly #host: PhoneHost;
  readonly #program: CompiledProgram;
  readonly #document: Document;
  #device: DeviceInfo;
  #front: { page: PageInstance; canGoBack: boolean } | null = null;

  constructor(host: PhoneHost, program: CompiledProgram, document: Document) {
    this.#host = host;
    this.#program = program;
    this.#document = document;
    this.#device = host.device;
    this.#applyDevice();
  }

  get device(): DeviceInfo {
    return this.#device;
  }

  /**
   * A program without `darkmode` is always light, and so is every one on HarmonyOS.
   * https://developers.weixin.qq.com/miniprogram/dev/framework/ability/darkmode.html
   */
  get theme(): 'light' | 'dark' {
    return this.#program.app.darkmode && hasDarkMode(this.#device) ? this.#device.theme : 'light';
  }

  get hasBar(): boolean {
    return (
      { ...this.#program.app.window, ...this.#front?.page.window }.navigationStyle !== 'custom'
    );
  }

  deviceChanged(device: DeviceInfo): { readonly themeChanged: boolean } {
    const before = this.theme;
    this.#device = device;
    this.#applyDevice();
    this.refresh();
    return { themeChanged: this.theme !== before };
  }

  frontChanged(page: PageInstance, canGoBack: boolean): void {
    this.#front = { page, canGoBack };
    this.refresh();
  }

  /** The front page's bar or <page-meta> changed. */
  refresh(): void {
    if (!this.#front) return;
    const { page, canGoBack } = this.#front;
    const config: WindowConfig = { ...this.#program.app.window, ...page.window };
    applyPageMeta(this.#document, page.meta, this.#device);
    const background = this.#resolve(config.backgroundColorContent ?? '');
    this.#document.documentElement.style.setProperty(
      '--wx-page-background',
      background || (this.theme === 'dark' ? '#191919' : '#ffffff'),
    );
    const textStyle = this.#resolve(config.navigationBarTextStyle ?? 'black');
    this.#host.setNavigationBar({
      title: page.bar.title ?? config.navigationBarTitleText ?? '',
      background:
        page.bar.background ?? this.#resolve(config.navigationBarBackgroundColor ?? '#ffffff'),
      textStyle: page.bar.textStyle ?? (textStyle === 'white' ? 'white' : 'black'),
      loading: page.bar.loading ?? false,
      canGoBack,
      custom: config.navigationStyle === 'custom',
    });
  }

  /** `@name` is a variable of theme.json. */
  #resolve(value: string): string {
    if (!value.startsWith('@')) return value;
    return this.#program.theme?.[this.theme][value.slice(1)] ?? '';
  }

  #applyDevice(): void {
    const root = this.#document.documentElement;
    root.dataset.theme = this.theme;
    root.style.setProperty('--safe-area-inset-bottom', `${this.#device.safeAreaBottom}px`);
    root.style.setProperty('--least-rpx', this.#device.platform === 'ios' ? '.5px' : '1px');
    for (const side of ['top', 'left', 'right'])
      root.style.setProperty(`--safe-area-inset-${side}`, '0px');
  }
}

function hasDarkMode({ platform }: DeviceInfo): boolean {
  return platform !== 'ohos';
}
