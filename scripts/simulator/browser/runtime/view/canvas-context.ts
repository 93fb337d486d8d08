import { canvasIn } from './canvas-element';

type Draw = (context: CanvasRenderingContext2D) => void;

/** Methods that CanvasContext and the browser's context have alike: they wait for draw(). */
const ALIKE = [
  ...[
    'save',
    'restore',
    'beginPath',
    'closePath',
    'moveTo',
    'lineTo',
    'quadraticCurveTo',
    'bezierCurveTo',
    'arc',
    'arcTo',
  ],
  ...[
    'rect',
    'fillRect',
    'strokeRect',
    'clearRect',
    'fill',
    'stroke',
    'clip',
    'fillText',
    'strokeText',
  ],
  ...['scale', 'rotate', 'translate', 'transform', 'setTransform'],
] as const;

/** `setX(value)`, and the property that the browser's context has for it. */
const SETTERS = {
  setFillStyle: 'fillStyle',
  setStrokeStyle: 'strokeStyle',
  setGlobalAlpha: 'globalAlpha',
  setLineWidth: 'lineWidth',
  setLineCap: 'lineCap',
  setLineJoin: 'lineJoin',
  setMiterLimit: 'miterLimit',
  setTextAlign: 'textAlign',
} as const;

/** Properties that a program may set instead. */
const PROPERTIES = [
  ...new Set([
    ...Object.values(SETTERS),
    'font',
    'textBaseline',
    'shadowBlur',
    'shadowColor',
    'shadowOffsetX',
    'shadowOffsetY',
  ]),
  ...(['globalCompositeOperation', 'lineDashOffset'] as const),
] as const;

export interface CanvasContextParts {
  /** The <canvas> with this canvas-id, when it is drawn. */
  find(): Element | null | undefined;
  assetUrl(src: string): string;
  later(run: () => void): void;
}

/**
 * wx.createCanvasContext: what is called is kept until draw().
 * https://developers.weixin.qq.com/miniprogram/dev/api/canvas/CanvasContext.html
 */
export function canvasContext({ find, assetUrl, later }: CanvasContextParts): unknown {
  let waiting: Draw[] = [];
  const scratch = document.createElement('canvas').getContext('2d');
  if (!scratch) throw new Error('this browser has no canvas');
  const add = (draw: Draw) => void waiting.push(draw);
  const context: Record<string, unknown> = {
    setTextBaseline: (value: string) =>
      add((to) => void Reflect.set(to, 'textBaseline', value === 'normal' ? 'alphabetic' : value)),
    setFontSize: (size: number) => {
      const resize = (to: CanvasRenderingContext2D) => {
        to.font = to.font.replace(/[\d.]+px/, `${size}px`);
      };
      resize(scratch);
      add(resize);
    },
    setShadow: (x: number, y: number, blur: number, color: string) =>
      add(
        (to) =>
          void Object.assign(to, {
            shadowOffsetX: x,
            shadowOffsetY: y,
            shadowBlur: blur,
            shadowColor: color,
          }),
      ),
    setLineDash: (pattern: number[], offset = 0) =>
      add((to) => {
        to.setLineDash(pattern);
        to.lineDashOffset = offset;
      }),
    drawImage: (src: unknown, ...place: [number, number]) => {
      const image = new Image();
      image.src = assetUrl(String(src));
      // A picture that is there already is drawn in its turn, another one when it comes.
      add((to) => {
        const state = to.getTransform();
        const draw = () => {
          to.save();
          to.setTransform(state);
          to.drawImage(image, ...place);
          to.restore();
        };
        if (image.complete && image.naturalWidth > 0) draw();
        else image.addEventListener('load', draw);
      });
    },
    measureText: (text: string) => ({ width: scratch.measureText(text).width }),
    createLinearGradient: (...line: [number, number, number, number]) =>
      scratch.createLinearGradient(...line),
    createCircularGradient: (x: number, y: number, r: number) =>
      scratch.createRadialGradient(x, y, 0, x, y, r),
    createPattern: () => null,
    draw(reserve?: unknown, callback?: unknown) {
      const draws = waiting;
      waiting = [];
      later(() => {
        const canvas = canvasIn(find());
        const to = canvas?.getContext('2d');
        if (canvas && to) perform(canvas, to, draws, reserve === true);
        const done = typeof reserve === 'function' ? reserve : callback;
        if (typeof done === 'function') done();
      });
    },
  };
  for (const name of ALIKE)
    context[name] = (...args: never[]) => add((to) => void Reflect.apply(to[name], to, args));
  for (const [name, property] of Object.entries(SETTERS))
    context[name] = (value: unknown) => set(property, value);
  for (const name of PROPERTIES)
    Object.defineProperty(context, name, {
      get: () => Reflect.get(scratch, name),
      set: (value) => set(name, value),
    });
  return context;

  function set(property: string, value: unknown): void {
    Reflect.set(scratch ?? {}, property, value);
    add((to) => void Reflect.set(to, property, value));
  }
}

/** In CSS px, on as many pixels as the screen has. */
function perform(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  draws: readonly Draw[],
  keeps: boolean,
): void {
  const { clientWidth, clientHeight } = canvas;
  const width = Math.round(clientWidth * devicePixelRatio);
  const height = Math.round(clientHeight * devicePixelRatio);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  else if (!keeps) context.reset();
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  for (const draw of draws) draw(context);
}
