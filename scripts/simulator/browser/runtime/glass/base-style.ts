/** WeChat's own look of page and components, as far as the program can see it. */
const COMMON = `
html {
  height: 100%;
  -webkit-text-size-adjust: 100%;
  -webkit-tap-highlight-color: transparent;
  background: var(--wx-page-background);
  scrollbar-width: none;
  font: 16px/1.4 -apple-system, "PingFang SC", "Hiragino Sans GB",
    "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", Arial, sans-serif;
}
::-webkit-scrollbar { display: none; }
body { margin: 0; min-height: 100vh; box-sizing: border-box; line-height: 1.4; overflow-wrap: break-word; user-select: none; }
[hidden] { display: none !important; }
wx-page { display: contents; }
wx-view, wx-cover-view, wx-form, wx-checkbox-group, wx-radio-group, wx-scroll-view, wx-web-view, wx-rich-text { display: block; }
wx-text { white-space: pre-line; }
wx-label { display: inline-block; cursor: pointer; }
wx-navigator { display: block; cursor: pointer; }
wx-image { display: inline-block; overflow: hidden; width: 320px; height: 240px; }
wx-image > img { display: block; width: 100%; height: 100%; object-fit: fill; object-position: center; }
wx-image[mode="aspectFit"] > img { object-fit: contain; }
wx-image[mode="aspectFill"] > img { object-fit: cover; }
wx-image[mode="widthFix"] { height: auto !important; }
wx-image[mode="widthFix"] > img { height: auto; }
wx-image[mode="heightFix"] { width: auto !important; }
wx-image[mode="heightFix"] > img { width: auto; }
wx-image:is([mode^="top"], [mode^="bottom"], [mode="center"], [mode="left"], [mode="right"]) > img { object-fit: none; }
wx-image[mode="top"] > img { object-position: center top; }
wx-image[mode="bottom"] > img { object-position: center bottom; }
wx-image[mode="left"] > img { object-position: left center; }
wx-image[mode="right"] > img { object-position: right center; }
wx-image[mode="top left"] > img { object-position: left top; }
wx-image[mode="top right"] > img { object-position: right top; }
wx-image[mode="bottom left"] > img { object-position: left bottom; }
wx-image[mode="bottom right"] > img { object-position: right bottom; }
wx-text[selectable] { user-select: text; }
wx-scroll-view { width: 100%; overflow: hidden; -webkit-overflow-scrolling: touch; }
wx-scroll-view[scroll-x] { overflow-x: auto; }
wx-scroll-view[scroll-y] { overflow-y: auto; }
wx-scroll-view[enable-flex] { display: flex; }
wx-scroll-view[refresher] { position: relative; }
wx-scroll-view[refresher]::before { content: ""; display: block; flex: none; height: var(--wx-pulled, 0); background: var(--wx-refresher); color: #000;
  text-align: center; line-height: var(--wx-pulled, 0); overflow: hidden; }
wx-scroll-view[refresher="black"][pulled]::before, wx-scroll-view[refresher="white"][pulled]::before { content: "\\2022  \\2022  \\2022"; }
wx-scroll-view[refresher="white"]::before { color: #fff; }
wx-scroll-view > [wx-refresher] { position: absolute; bottom: 100%; left: 0; right: 0; transform: translateY(var(--wx-pulled, 0)); }
wx-input, wx-textarea { position: relative; display: block; overflow: hidden; user-select: text; }
wx-input { height: 1.4rem; min-height: 1.4rem; }
wx-textarea { width: 300px; height: 150px; }
wx-textarea[auto-height] { height: auto; }
wx-input > input, wx-textarea > textarea { display: block; position: relative; box-sizing: border-box; width: 100%; height: 100%; margin: 0; padding: 0;
  border: 0; outline: 0; background: none; color: inherit; font: inherit; text-align: inherit; resize: none; }
wx-input > input::placeholder, wx-textarea > textarea::placeholder { color: transparent; }
.wx-placeholder { position: absolute; inset: 0; display: flex; align-items: center; overflow: hidden; color: #757575; pointer-events: none;
  white-space: nowrap; text-align: inherit; }
wx-textarea > .wx-placeholder { display: block; white-space: pre-wrap; }
wx-checkbox, wx-radio, wx-switch { display: inline-flex; align-items: center; cursor: pointer; }
.wx-mark { position: relative; flex: none; box-sizing: border-box; width: 24px; height: 24px; margin-right: 5px; border: 1px solid #d1d1d1; border-radius: 3px;
  background: #fff; color: var(--wx-mark-color); }
:where(wx-radio) > .wx-mark { border-radius: 50%; }
wx-radio[aria-checked="true"] > .wx-mark { background: var(--wx-mark-color); border-color: var(--wx-mark-color); color: #fff; }
:is(wx-checkbox, wx-radio, wx-switch[kind="checkbox"])[aria-checked="true"] > .wx-mark::after { content: ""; position: absolute; left: 8px; top: 3px;
  width: 5px; height: 11px; border: solid currentColor; border-width: 0 2px 2px 0; transform: rotate(45deg); }
:where(wx-switch[kind="switch"]) > .wx-mark { width: 52px; height: 32px; border-radius: 16px; background: #dfdfdf; }
wx-switch[kind="switch"] > .wx-mark::after { content: ""; position: absolute; left: 0; top: 0; width: 30px; height: 30px; border-radius: 15px; background: #fff;
  box-shadow: 0 1px 3px rgba(0, 0, 0, .4); }
wx-switch[kind="switch"][aria-checked="true"] > .wx-mark { background: var(--wx-mark-color); border-color: var(--wx-mark-color); }
wx-switch[kind="switch"][aria-checked="true"] > .wx-mark::after { left: auto; right: 0; }
[aria-disabled="true"] > .wx-mark { opacity: .5; }
wx-icon { display: inline-block; font-size: 0; }
wx-progress { display: flex; align-items: center; }
wx-navigator[wx-hover] { background-color: rgba(0, 0, 0, .1); opacity: .7; }
wx-rich-text[selectable] { user-select: text; }
wx-web-view { position: fixed; inset: 0; box-sizing: border-box; padding: 40vh 24px 0; background: #fff; color: #888; text-align: center; overflow-wrap: anywhere; }
wx-cover-image { display: block; }
wx-cover-image > img { display: block; width: 100%; }
wx-root-portal { display: contents; }
wx-page-meta { display: none; }
wx-swiper { position: relative; display: block; height: 150px; overflow: hidden; touch-action: pan-y; }
wx-swiper[vertical] { touch-action: pan-x; }
wx-swiper-item { position: absolute; display: block; overflow: hidden; }
.wx-swiper-dots { position: absolute; bottom: 10px; left: 0; right: 0; display: flex; justify-content: center; gap: 8px; pointer-events: none; }
wx-swiper[vertical] > .wx-swiper-dots { top: 0; bottom: 0; left: auto; right: 10px; flex-direction: column; }
.wx-swiper-dot { width: 8px; height: 8px; border-radius: 50%; }
wx-slider { display: flex; align-items: center; margin: 10px 18px; }
wx-slider > input { flex: 1; appearance: none; height: 2px; margin: 12px 0; border-radius: 1px;
  background: linear-gradient(to right, var(--wx-slider-active) var(--wx-slider-done), var(--wx-slider-rest) var(--wx-slider-done)); }
wx-slider > input::-webkit-slider-thumb { appearance: none; width: var(--wx-slider-size); height: var(--wx-slider-size); border-radius: 50%;
  background: var(--wx-slider-block); box-shadow: 0 0 4px rgba(0, 0, 0, .2); }
wx-slider > span { width: 3ch; margin-left: 12px; color: #888; font-size: 14px; }
wx-canvas { position: relative; display: block; width: 300px; height: 150px; }
wx-canvas > canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
:where(wx-movable-area) { display: block; position: relative; width: 10px; height: 10px; }
:where(wx-movable-view) { display: inline-block; position: absolute; top: 0; left: 0; width: 10px; height: 10px; }
wx-movable-view { touch-action: none; }
:where(wx-grid-view, wx-list-view, wx-sticky-header, wx-sticky-section, wx-snapshot, wx-share-element, wx-match-media) { display: block; }
wx-match-media[wx-other-media] { display: none !important; }
wx-page-container { position: fixed; inset: 0; display: block; }
wx-page-container:not([show]), wx-navigation-bar { display: none; }
.wx-container-overlay { position: absolute; inset: 0; background: rgba(0, 0, 0, .5); }
.wx-container-body { position: absolute; left: 0; right: 0; bottom: 0; overflow: auto; background: #fff; }
.wx-container-body[data-position="top"] { top: 0; bottom: auto; }
.wx-container-body[data-position="right"] { top: 0; left: auto; }
.wx-container-body[data-position="center"] { top: 50%; left: 50%; right: auto; bottom: auto; transform: translate(-50%, -50%); }
.wx-container-body[data-round="bottom"] { border-radius: 20px 20px 0 0; }
.wx-container-body[data-round="top"] { border-radius: 0 0 20px 20px; }
:where([wx-box]) { display: inline-block; position: relative; box-sizing: border-box; width: var(--wx-box-width); height: var(--wx-box-height);
  background: repeating-linear-gradient(45deg, #e8e8e8 0 8px, #dedede 8px 16px); }
:where([wx-box])::after { content: "<" attr(wx-box) ">"; position: absolute; inset: 0; display: grid; place-content: center; color: #666; font: 14px monospace;
  pointer-events: none; }
wx-picker { display: block; }
wx-picker-view { display: flex; position: relative; overflow: hidden; }
wx-picker-view::after { content: ""; position: absolute; top: calc(50% - var(--wx-picker-row) / 2); left: 0; right: 0; height: var(--wx-picker-row);
  box-sizing: border-box; border: solid #e5e5e5; border-width: 1px 0; pointer-events: none; }
wx-picker-view-column { flex: 1; height: 100%; box-sizing: border-box; overflow-y: auto; scroll-snap-type: y mandatory; text-align: center; }
wx-picker-view-column::before, wx-picker-view-column::after { content: ""; display: block; height: calc(50% - var(--wx-picker-row) / 2); }
wx-picker-view-column > * { display: block; height: var(--wx-picker-row); overflow: hidden; scroll-snap-align: center; }
`;

const BUTTON = `
wx-button { position: relative; display: block; margin: 0 auto; padding: 0 14px; box-sizing: border-box; font-size: 18px; line-height: 2.55555556;
  text-align: center; border-radius: 5px; overflow: hidden; color: #000; background-color: #f8f8f8; cursor: pointer; }
wx-button::after { content: ""; position: absolute; top: 0; left: 0; width: 200%; height: 200%; box-sizing: border-box; border: 1px solid rgba(0, 0, 0, .2);
  border-radius: 10px; transform: scale(.5); transform-origin: 0 0; pointer-events: none; }
wx-button[type="primary"] { color: #fff; background-color: #1aad19; }
wx-button[type="warn"] { color: #fff; background-color: #e64340; }
wx-button[size="mini"] { display: inline-block; padding: 0 1.34em; line-height: 2.3; font-size: 13px; }
wx-button[plain] { color: #353535; border: 1px solid #353535; background-color: transparent; }
wx-button[plain]::after { border-width: 0; }
wx-button[plain][type="primary"] { color: #1aad19; border-color: #1aad19; }
wx-button[disabled] { cursor: default; }
wx-button[disabled]:not([type]), wx-button[disabled][type="default"] { color: rgba(0, 0, 0, .3); background-color: #f7f7f7; }
wx-button[disabled][type="primary"] { color: rgba(255, 255, 255, .6); background-color: #9ed99d; }
wx-button[loading]::before { content: ""; display: inline-block; width: 18px; height: 18px; margin-right: .3em; vertical-align: middle; border: 2px solid currentColor;
  border-right-color: transparent; border-radius: 50%; box-sizing: border-box; animation: wx-loading 1s linear infinite; }
@keyframes wx-loading { to { transform: rotate(360deg); } }
wx-button[wx-hover] { background-color: #dedede; color: rgba(0, 0, 0, .6); }
wx-button[wx-hover][type="primary"] { background-color: #179b16; color: rgba(255, 255, 255, .6); }
`;

/** Note the width: one class of the program's does not outweigh it. */
const BUTTON_V2 = `
wx-button { padding: 8px 24px; font-size: 17px; font-weight: 700; line-height: 1.41176471; border-radius: 4px; color: #06ae56; background-color: #f2f2f2; }
wx-button::after { border-width: 0; }
wx-button:not([size="mini"]) { width: 184px; margin-left: auto; margin-right: auto; }
wx-button[type="primary"] { background-color: #07c160; }
wx-button[type="warn"] { color: #fa5151; background-color: #f2f2f2; }
wx-button[size="mini"] { padding: 0 .75em; line-height: 2; font-size: 16px; }
wx-button[plain][type="primary"] { color: #06ae56; border-color: #06ae56; }
wx-button[wx-hover] { background-color: #e6e6e6; }
wx-button[wx-hover][type="primary"] { background-color: #06ae56; }
:where(html[data-theme="dark"]) wx-button:not([type="primary"], [plain]) { color: #07c160; background-color: rgba(255, 255, 255, .08); }
`;

/** `style` is app.json's: with "v2" the components look as WeChat's newer ones. */
export function baseStyle(style: unknown): string {
  return COMMON + BUTTON + (style === 'v2' ? BUTTON_V2 : '');
}
