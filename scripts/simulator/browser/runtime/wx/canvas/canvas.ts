import type { ServiceAnswer } from '../../../../contract/process';
import type { ApiFamily, Params } from '../call';
import type { ParamTypes } from '../parameters';

const fail = (why: string): ServiceAnswer => ({
  ok: false,
  errMsg: `canvasToTempFilePath:fail ${why}`,
});

/** Both take a component as a second argument; the page's canvas is meant without one. */
export const canvas: ApiFamily = (tools) => {
  const { runtime, asynchronous } = tools;
  const run = async (params: Params, component: unknown): Promise<ServiceAnswer> => {
    const found = runtime.view.findCanvas(params.canvas ?? params.canvasId, component);
    if (!found) return fail('canvas is empty');
    const type = params.fileType ?? 'png';
    if (type !== 'png' && type !== 'jpg') return fail('invalid fileType');
    const { width, height } = found.getBoundingClientRect();
    // What is drawn has other pixels than the place that it is shown in.
    const [scaleX, scaleY] = [found.width / (width || 1), found.height / (height || 1)];
    const number = (name: string, otherwise: number) =>
      typeof params[name] === 'number' ? params[name] : otherwise;
    const [x, y] = [number('x', 0), number('y', 0)];
    const [w, h] = [number('width', width - x), number('height', height - y)];
    if (!(w > 0 && h > 0)) return fail('the area is empty');
    const { pixelRatio } = runtime.device();
    const copy = document.createElement('canvas');
    copy.width = Math.round(number('destWidth', w * pixelRatio));
    copy.height = Math.round(number('destHeight', h * pixelRatio));
    const pen = copy.getContext('2d');
    const from = [x * scaleX, y * scaleY, w * scaleX, h * scaleY] as const;
    pen?.drawImage(found, ...from, 0, 0, copy.width, copy.height);
    const mime = type === 'jpg' ? 'image/jpeg' : 'image/png';
    const blob = await new Promise<Blob | null>((resolve) =>
      copy.toBlob(resolve, mime, number('quality', 1)),
    );
    if (!blob) return fail('create bitmap failed');
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return { ok: true, result: { tempFilePath: runtime.host.files.addTemporary(bytes, type) } };
  };
  const types: ParamTypes = {
    ...{ canvas: 'Any?', canvasId: 'String?', fileType: 'String?', quality: 'Number?' },
    ...{ x: 'Number?', y: 'Number?', width: 'Number?', height: 'Number?' },
    ...{ destWidth: 'Number?', destHeight: 'Number?' },
  };
  return {
    /** https://developers.weixin.qq.com/miniprogram/dev/api/canvas/wx.canvasToTempFilePath.html */
    canvasToTempFilePath: (given: unknown, component: unknown) =>
      asynchronous('canvasToTempFilePath', {
        params: types,
        run: (read) => run(read, component),
      })(given),
  };
};
