import { BOXES } from './boxes';

/**
 * What a property takes: its type, which also says its default ('' or false or 0), or both; null:
 * anything.
 */
export type PropertyType = typeof String | typeof Number | typeof Boolean | null;
export type Properties = Readonly<
  Record<string, PropertyType | { readonly type: PropertyType; readonly value: unknown }>
>;

const hover: Properties = {
  hoverClass: { type: String, value: '' },
  hoverStopPropagation: Boolean,
  hoverStartTime: { type: Number, value: 50 },
  hoverStayTime: { type: Number, value: 400 },
};

const field: Properties = {
  value: String,
  placeholder: String,
  placeholderStyle: String,
  placeholderClass: { type: String, value: '' },
  disabled: Boolean,
  maxlength: { type: Number, value: 140 },
  cursorSpacing: Number,
  autoFocus: Boolean,
  focus: Boolean,
  cursor: { type: Number, value: -1 },
  selectionStart: { type: Number, value: -1 },
  selectionEnd: { type: Number, value: -1 },
  adjustPosition: { type: Boolean, value: true },
  holdKeyboard: Boolean,
  confirmType: { type: String, value: 'done' },
  confirmHold: Boolean,
  name: String,
};

const choice: Properties = { value: String, disabled: Boolean, checked: Boolean, color: String };

/**
 * WeChat's own components that the simulator has, with their properties. The compiler takes a
 * property's name in kebab case for an attribute; `runtime/builtins/` makes each component with the
 * properties that stand here. https://developers.weixin.qq.com/miniprogram/dev/component/
 */
export const BUILTINS: Readonly<Record<string, Properties>> = {
  ...Object.fromEntries(Object.keys(BOXES).map((tag) => [tag, {}])),
  canvas: { type: String, canvasId: String, disableScroll: Boolean },
  view: hover,
  text: {
    selectable: Boolean,
    userSelect: Boolean,
    space: String,
    decode: Boolean,
    overflow: String,
    maxLines: Number,
  },
  image: {
    src: String,
    mode: { type: String, value: 'scaleToFill' },
    lazyLoad: Boolean,
    showMenuByLongpress: Boolean,
    webp: Boolean,
    fadeIn: Boolean,
  },
  button: {
    ...hover,
    hoverStartTime: { type: Number, value: 20 },
    hoverStayTime: { type: Number, value: 70 },
    size: { type: String, value: 'default' },
    type: { type: String, value: 'default' },
    plain: Boolean,
    disabled: Boolean,
    loading: Boolean,
    formType: String,
    openType: String,
    appParameter: String,
    phoneNumberNoQuotaToast: { type: Boolean, value: true },
    name: String,
    lang: String,
    sessionFrom: String,
    sendMessageTitle: String,
    sendMessagePath: String,
    sendMessageImg: String,
    showMessageCard: Boolean,
    businessId: String,
  },
  'scroll-view': {
    scrollX: Boolean,
    scrollY: Boolean,
    upperThreshold: { type: Number, value: 50 },
    lowerThreshold: { type: Number, value: 50 },
    scrollTop: { type: Number, value: Number.NaN },
    scrollLeft: { type: Number, value: Number.NaN },
    scrollIntoView: String,
    scrollWithAnimation: Boolean,
    scrollAnchoring: Boolean,
    enableBackToTop: Boolean,
    enableFlex: Boolean,
    enhanced: Boolean,
    bounces: Boolean,
    showScrollbar: Boolean,
    fastDeceleration: Boolean,
    enablePassive: Boolean,
    type: String,
    refresherEnabled: Boolean,
    refresherThreshold: { type: Number, value: 45 },
    refresherDefaultStyle: { type: String, value: 'black' },
    refresherBackground: { type: String, value: '#fff' },
    refresherTriggered: Boolean,
  },
  'match-media': {
    // Of a size that is not said, NaN: it may be any.
    ...Object.fromEntries(
      ['minWidth', 'maxWidth', 'width', 'minHeight', 'maxHeight', 'height'].map((size) => [
        size,
        { type: Number, value: Number.NaN },
      ]),
    ),
    orientation: String,
  },
  'page-container': {
    show: Boolean,
    duration: { type: Number, value: 300 },
    zIndex: { type: Number, value: 100 },
    overlay: { type: Boolean, value: true },
    position: { type: String, value: 'bottom' },
    round: Boolean,
    closeOnSlideDown: Boolean,
    overlayStyle: String,
    customStyle: String,
  },
  input: {
    ...field,
    type: { type: String, value: 'text' },
    password: Boolean,
    alwaysEmbed: Boolean,
    alwaysSystem: Boolean,
  },
  textarea: {
    ...field,
    autoHeight: Boolean,
    fixed: Boolean,
    showConfirmBar: { type: Boolean, value: true },
    disableDefaultPadding: Boolean,
  },
  checkbox: choice,
  'checkbox-group': { name: String },
  radio: choice,
  'radio-group': { name: String },
  switch: {
    checked: Boolean,
    disabled: Boolean,
    type: { type: String, value: 'switch' },
    color: String,
    name: String,
  },
  label: { for: String },
  form: { reportSubmit: Boolean, reportSubmitTimeout: Number },
  icon: { type: String, size: { type: null, value: 23 }, color: String },
  progress: {
    percent: Number,
    showInfo: Boolean,
    borderRadius: { type: Number, value: 0 },
    fontSize: { type: Number, value: 16 },
    strokeWidth: { type: Number, value: 6 },
    activeColor: { type: String, value: '#09bb07' },
    backgroundColor: { type: String, value: '#ebebeb' },
    active: Boolean,
  },
  navigator: {
    ...hover,
    target: { type: String, value: 'self' },
    url: String,
    openType: { type: String, value: 'navigate' },
    delta: { type: Number, value: 1 },
  },
  'web-view': { src: String },
  'page-meta': {
    backgroundTextStyle: String,
    backgroundColor: String,
    backgroundColorTop: String,
    backgroundColorBottom: String,
    rootBackgroundColor: String,
    scrollTop: { type: Number, value: Number.NaN },
    scrollDuration: { type: Number, value: 300 },
    pageStyle: String,
    pageFontSize: String,
    rootFontSize: String,
    pageOrientation: String,
  },
  'rich-text': { nodes: null, space: String, userSelect: Boolean },
  'root-portal': { enable: { type: Boolean, value: true } },
  swiper: {
    indicatorDots: Boolean,
    indicatorColor: { type: String, value: 'rgba(0, 0, 0, .3)' },
    indicatorActiveColor: { type: String, value: '#000000' },
    autoplay: Boolean,
    current: Number,
    currentItemId: String,
    interval: { type: Number, value: 5000 },
    duration: { type: Number, value: 500 },
    circular: Boolean,
    vertical: Boolean,
    previousMargin: { type: String, value: '' },
    nextMargin: { type: String, value: '' },
    displayMultipleItems: { type: Number, value: 1 },
    snapToEdge: Boolean,
    easingFunction: { type: String, value: 'default' },
    skipHiddenItemLayout: Boolean,
  },
  'swiper-item': { itemId: { type: String, value: '' }, skipHiddenItemLayout: Boolean },
  'movable-area': { scaleArea: Boolean },
  'movable-view': {
    direction: { type: String, value: 'none' },
    inertia: Boolean,
    outOfBounds: Boolean,
    x: null,
    y: null,
    damping: { type: Number, value: 20 },
    friction: { type: Number, value: 2 },
    disabled: Boolean,
    scale: Boolean,
    scaleMin: { type: Number, value: 0.5 },
    scaleMax: { type: Number, value: 10 },
    scaleValue: { type: Number, value: 1 },
    animation: { type: Boolean, value: true },
  },
  slider: {
    min: Number,
    max: { type: Number, value: 100 },
    step: { type: Number, value: 1 },
    value: Number,
    disabled: Boolean,
    color: String,
    selectedColor: String,
    activeColor: { type: String, value: '#1aad19' },
    backgroundColor: { type: String, value: '#e9e9e9' },
    blockSize: { type: Number, value: 28 },
    blockColor: { type: String, value: '#ffffff' },
    showValue: Boolean,
    name: String,
  },
  picker: {
    mode: { type: String, value: 'selector' },
    headerText: String,
    disabled: Boolean,
    range: null,
    rangeKey: String,
    value: null,
    start: String,
    end: String,
    fields: { type: String, value: 'day' },
    customItem: String,
    level: String,
    name: String,
  },
  'picker-view': {
    value: null,
    maskClass: String,
    maskStyle: String,
    indicatorStyle: String,
    indicatorClass: String,
    immediateChange: Boolean,
    name: String,
  },
  'picker-view-column': {},
  'cover-view': { scrollTop: Number },
  'cover-image': { src: String },
};

/** What every component takes besides its own attributes. */
export const COMMON_ATTRIBUTES: ReadonlySet<string> = new Set([
  'id',
  'class',
  'style',
  'hidden',
  'slot',
  'animation',
]);

/** `hover-class` -> `hoverClass`; WeChat takes an attribute in either spelling. */
export function toPropertyName(attribute: string): string {
  return attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `hoverClass` -> `hover-class`. */
export function toAttributeName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
