import { wxssValueToCss } from '../../../contract/wxss-value';
import { domOf, type GlassElement } from '../glass/glass';

interface AnimationOptions {
  /** ms */
  readonly duration?: number;
  readonly timingFunction?: string;
  /** ms */
  readonly delay?: number;
  readonly transformOrigin?: string;
}

interface Step {
  readonly styles: Readonly<Record<string, string>>;
  readonly transform: string;
  readonly options: Required<AnimationOptions>;
}

const DEFAULTS: Required<AnimationOptions> = {
  duration: 400,
  timingFunction: 'linear',
  delay: 0,
  transformOrigin: '50% 50% 0',
};

/** Units of each transform's arguments, in order; the last one holds for the rest. */
const TRANSFORMS: Readonly<Record<string, readonly string[]>> = {
  matrix: [''],
  matrix3d: [''],
  rotate: ['deg'],
  rotate3d: ['', '', '', 'deg'],
  rotateX: ['deg'],
  rotateY: ['deg'],
  rotateZ: ['deg'],
  scale: [''],
  scale3d: [''],
  scaleX: [''],
  scaleY: [''],
  scaleZ: [''],
  skew: ['deg'],
  skewX: ['deg'],
  skewY: ['deg'],
  translate: ['px'],
  translate3d: ['px'],
  translateX: ['px'],
  translateY: ['px'],
  translateZ: ['px'],
};

const STYLES: readonly string[] = [
  'opacity',
  'backgroundColor',
  'width',
  'height',
  'left',
  'right',
  'top',
  'bottom',
];

/** https://developers.weixin.qq.com/miniprogram/dev/api/ui/animation/wx.createAnimation.html */
export function createAnimation(options: AnimationOptions = {}): Readonly<Record<string, unknown>> {
  let steps: Step[] = [];
  let styles: Record<string, string> = {};
  let transforms: string[] = [];
  const { duration, timingFunction, delay, transformOrigin } = { ...DEFAULTS, ...options };
  const own: Record<string, unknown> = {
    // Not documented; libraries change it between steps.
    option: { transition: { duration, timingFunction, delay }, transformOrigin },
    step(overrides: AnimationOptions = {}) {
      steps.push({
        styles,
        transform: transforms.join(' '),
        options: { ...DEFAULTS, ...options, ...overrides },
      });
      return own;
    },
    export() {
      const actions = steps;
      steps = [];
      styles = {};
      transforms = [];
      return { actions };
    },
  };
  for (const [name, units] of Object.entries(TRANSFORMS)) {
    own[name] = (...args: unknown[]) => {
      transforms = [
        ...transforms,
        `${name}(${args.map((arg, index) => withUnit(arg, units[index] ?? units.at(-1) ?? '')).join(',')})`,
      ];
      return own;
    };
  }
  for (const name of STYLES) {
    own[name] = (value: unknown) => {
      const unit = name === 'opacity' || name === 'backgroundColor' ? '' : 'px';
      styles = {
        ...styles,
        [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)]: withUnit(value, unit),
      };
      return own;
    };
  }
  return own;
}

/** glass-easel's style segment for animations. */
const ANIMATION_SEGMENT = 2;

/** The `animation` attribute: runs the steps of an export one after the other. */
export function animate(element: GlassElement, animation: unknown): void {
  const steps = stepsOf(animation);
  const dom = domOf(element);
  if (!dom || steps.length === 0) return;
  const run = (index: number) => {
    const step = steps[index];
    if (!step || !dom.isConnected) return;
    const { duration, delay, timingFunction, transformOrigin } = step.options;
    const styles = { ...step.styles, ...(step.transform ? { transform: step.transform } : {}) };
    element.setNodeStyle(
      [
        `transition: ${duration}ms ${timingFunction} ${delay}ms`,
        `transition-property: ${Object.keys(styles).join(',')}`,
        `transform-origin: ${transformOrigin}`,
        ...Object.entries(styles).map(([name, value]) => `${name}: ${value}`),
      ].join(';'),
      ANIMATION_SEGMENT,
    );
    setTimeout(() => run(index + 1), duration + delay);
  };
  run(0);
}

function stepsOf(animation: unknown): readonly Step[] {
  if (
    typeof animation !== 'object' ||
    animation === null ||
    !('actions' in animation) ||
    !Array.isArray(animation.actions)
  )
    return [];
  // Made by `export` above; anything else in an `animation` attribute is the program's mistake and
  // shows as no movement.
  return animation.actions as readonly Step[];
}

function withUnit(value: unknown, unit: string): string {
  return typeof value === 'number' ? `${value}${unit}` : wxssValueToCss(String(value));
}
