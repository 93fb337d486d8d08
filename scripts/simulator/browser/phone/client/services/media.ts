import { type AlbumFile, PIXEL } from '../../../../contract/surroundings';
import { decodeBase64, encodeBase64 } from '../../net/base64';
import { requireOf } from './scopes';
import { fail, ok, type RunService, type Services } from './service';

/** https://developers.weixin.qq.com/miniprogram/dev/api/media/video/wx.chooseMedia.html */
const most = { chooseImage: 9, chooseMedia: 20 } as const;
const usual = 9;

interface Choice {
  readonly api: keyof typeof most;
  readonly types: readonly unknown[];
  readonly params: Readonly<Record<string, unknown>>;
}

const kindOf = ({ duration }: AlbumFile) => (duration === undefined ? 'image' : 'video');

/** What the person picks in the album, or takes with the camera; null: nothing. */
async function choose({ api, types, params }: Choice, services: Services) {
  const { count, sourceType } = params;
  const wanted = services.surroundings().album.filter((file) => {
    const kind = kindOf(file);
    return types.includes('mix') || types.includes(kind);
  });
  const camera = Array.isArray(sourceType) && !sourceType.includes('album');
  const offered = camera ? wanted.slice(0, 1) : wanted;
  const asked = typeof count === 'number' && count >= 1 ? Math.floor(count) : usual;
  const { by, chosen } = await services.nativePages.open({
    kind: 'album',
    items: offered.map((file) => ({
      ...{ id: file.name, label: file.name },
      ...(kindOf(file) === 'image' ? { image: dataUrl(file.name, file.base64) } : {}),
    })),
    chosen: [],
    most: camera ? 1 : Math.min(asked, most[api]),
  });
  if (by !== 'done' || chosen.length === 0) return null;
  return chosen.flatMap((index) => {
    const file = offered[index];
    if (!file) return [];
    const bytes = new Uint8Array(decodeBase64(file.base64));
    const ending = file.name.slice(file.name.lastIndexOf('.') + 1);
    return [{ ...file, size: bytes.length, path: services.files.addTemporary(bytes, ending) }];
  });
}

export const chooseMedia: RunService = async (params, services) => {
  const { mediaType = ['image', 'video'] } = params;
  const types = Array.isArray(mediaType) ? mediaType : [];
  if (types.length === 0 || types.some((type) => !['image', 'video', 'mix'].includes(String(type))))
    return fail('chooseMedia:fail invalid mediaType');
  const files = await choose({ api: 'chooseMedia', types, params }, services);
  if (!files) return fail('chooseMedia:fail cancel');
  const kinds = new Set(files.map(kindOf));
  return ok({
    type: kinds.size > 1 ? 'mix' : [...kinds][0],
    tempFiles: files.map((file) => ({
      ...{ tempFilePath: file.path, size: file.size, fileType: kindOf(file) },
      ...(file.duration === undefined
        ? {}
        : {
            ...{ duration: file.duration, width: file.width, height: file.height },
            thumbTempFilePath: services.files.addTemporary(
              new Uint8Array(decodeBase64(PIXEL)),
              'png',
            ),
          }),
    })),
  });
};

/** https://developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.chooseImage.html */
export const chooseImage: RunService = async (params, services) => {
  const files = await choose({ api: 'chooseImage', types: ['image'], params }, services);
  if (!files) return fail('chooseImage:fail cancel');
  return ok({
    tempFilePaths: files.map(({ path }) => path),
    tempFiles: files.map(({ path, size }) => ({ path, size })),
  });
};

/** https://developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.previewImage.html */
export const previewImage: RunService = async ({ urls, current }, services) => {
  const all = Array.isArray(urls) ? urls.map(String) : [];
  if (all.length === 0) return fail('previewImage:fail urls is empty');
  const start = typeof current === 'number' ? current : all.indexOf(String(current));
  const shown = all.map((url) => {
    const bytes = services.files.read(url);
    return bytes ? dataUrl(url, encodeBase64(new Uint8Array(bytes).buffer)) : url;
  });
  // It says yes when the picture is shown, and not when it is left.
  void services.nativePages.open({
    kind: 'preview',
    items: all.map((url, index) => ({ id: url, label: url, image: shown[index] ?? url })),
    chosen: [all[start] === undefined ? 0 : start],
    most: 1,
  });
  return ok();
};

/**
 * https://developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.saveImageToPhotosAlbum.html
 */
export const saveImageToPhotosAlbum: RunService = async ({ filePath }, services) => {
  const api = 'saveImageToPhotosAlbum';
  const path = String(filePath);
  const bytes = services.files.read(path);
  if (!bytes) return fail(`${api}:fail file not exists`);
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? '';
  if (!/^(?:png|jpe?g|gif|webp)$/i.test(ending)) return fail(`${api}:fail invalid file type`);
  const refused = await requireOf(api, 'scope.writePhotosAlbum', services);
  if (refused) return refused;
  const copy = new Uint8Array(bytes);
  const picture = await createImageBitmap(new Blob([copy])).catch(() => null);
  if (!picture) return fail(`${api}:fail invalid image`);
  const { width, height } = picture;
  picture.close();
  const name = `saved-${path.slice(path.lastIndexOf('/') + 1)}`;
  const saved = { name, base64: encodeBase64(copy.buffer), width, height };
  services.surround({ album: [...services.surroundings().album, saved] });
  return ok();
};

function dataUrl(name: string, base64: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return `data:image/${ending === 'jpg' ? 'jpeg' : ending};base64,${base64}`;
}
