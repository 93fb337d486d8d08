import { type BuiltinKit, defineBuiltin } from './kit';

/**
 * What a program draws on when it asks a query for `node`.
 * https://developers.weixin.qq.com/miniprogram/dev/api/canvas/Canvas.html
 */
export function defineCanvas(kit: BuiltinKit): void {
  defineBuiltin(kit, 'canvas', {
    created(self) {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, {
        createImage: () => imageOf((src) => kit.assetUrl(src, self.component)),
        createPath2D: (path?: Path2D | string) => new Path2D(path),
        createImageData: (width: number, height: number) => new ImageData(width, height),
        requestAnimationFrame: (callback: (time: number) => void) =>
          setTimeout(() => callback(Date.now()), FRAME),
        cancelAnimationFrame: (id: number) => clearTimeout(id),
      });
      self.dom.append(canvas);
    },
    update: (self) => self.dom.setAttribute('canvas-id', self.text('canvasId')),
  });
}

/** ms, of the phone's clock. */
const FRAME = 16;

/** Canvas.createImage(): its `src` may be a path inside the package. */
function imageOf(assetUrl: (src: string) => string): HTMLImageElement {
  const image = new Image();
  let given = '';
  Object.defineProperty(image, 'src', {
    get: () => given,
    set(src: unknown) {
      given = String(src);
      image.setAttribute('src', assetUrl(given));
    },
  });
  return image;
}
