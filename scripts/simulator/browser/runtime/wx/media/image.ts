import type { ServiceAnswer } from '../../../../contract/process';
import type { ApiFamily } from '../call';
import { bytesOf, endingOf, sourceOf } from '../file/bytes';

const fail = (errMsg: string): ServiceAnswer => ({ ok: false, errMsg });

/** By its first bytes. */
const TYPES: readonly (readonly [type: string, bytes: readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['webp', [0x52, 0x49, 0x46, 0x46]],
];

function pictureTypeOf(bytes: Uint8Array): string {
  const found = TYPES.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  return found?.[0] ?? 'unknown';
}

export const media: ApiFamily = (tools) => {
  const { asynchronous, runtime } = tools;
  return {
    /** https://developers.weixin.qq.com/miniprogram/dev/api/media/video/wx.chooseMedia.html */
    chooseMedia: asynchronous('chooseMedia', {
      params: {
        ...{ count: 'Number?', mediaType: 'Array?', sourceType: 'Array?', sizeType: 'Array?' },
        ...{ maxDuration: 'Number?', camera: 'String?' },
      },
    }),
    /** https://developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.chooseImage.html */
    chooseImage: asynchronous('chooseImage', {
      params: { count: 'Number?', sizeType: 'Array?', sourceType: 'Array?' },
    }),
    /** https://developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.previewImage.html */
    previewImage: asynchronous('previewImage', {
      params: {
        urls: 'Array',
        current: 'Any?',
        showmenu: 'Boolean?',
        referrerPolicy: 'String?',
      },
    }),
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.saveImageToPhotosAlbum.html
     */
    saveImageToPhotosAlbum: asynchronous('saveImageToPhotosAlbum', {
      params: { filePath: 'String' },
    }),
    /** https://developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.getImageInfo.html */
    getImageInfo: asynchronous('getImageInfo', {
      params: { src: 'String' },
      run: async ({ src }) => {
        const path = String(src);
        const bytes = await bytesOf(path, tools);
        const source = sourceOf(path);
        if (!bytes)
          return fail(
            source === 'server'
              ? 'getImageInfo:fail download image fail'
              : 'getImageInfo:fail file not found',
          );
        // `new Blob` takes no view of memory that may be shared.
        const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)])).catch(
          () => null,
        );
        if (!picture) return fail('getImageInfo:fail decode image fail');
        const { width, height } = picture;
        picture.close();
        const type = pictureTypeOf(bytes);
        const place =
          source === 'server'
            ? runtime.host.files.addTemporary(bytes, endingOf(path, `image/${type}`))
            : path.replace(/^\//, '');
        return { ok: true, result: { width, height, path: place, orientation: 'up', type } };
      },
    }),
  };
};
