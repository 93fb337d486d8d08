import { text } from './say';

/** What of a brand's look does not fit. */
export const head = {
  width: (width: number, least: number, most: number) =>
    text(
      `is ${width} px wide; ${least} to ${most} px are expected`,
      `宽 ${width} 像素，应为 ${least} 至 ${most} 像素`,
    ),
  shape: (width: number, height: number) =>
    text(
      `is ${width} x ${height} px; a band is at least twice as wide as it is high`,
      `是 ${width} x ${height} 像素；横幅的宽度至少是高度的两倍`,
    ),
  atRunTime: () =>
    text(
      "a program whose brands come at run time has no head: it would stand behind everybody's logo; remove it",
      '品牌在运行时才确定的小程序不能有横幅：它会出现在每个品牌的图标后面，请删掉',
    ),
  ownLook: (where: string) =>
    text(
      `${where} has a logo or colours of its own, and the head is made for the brand's; remove one of the two`,
      `${where} 有自己的图标或颜色，而横幅是为品牌自己的图标做的，请二选一`,
    ),
  inExt: () =>
    text(
      "the style sheet is the template's, for all brands; remove it, or upload this brand by itself",
      '样式由模板决定，所有品牌共用；请删掉，或单独上传这个品牌',
    ),
} as const;

/** What of a brand's own pages is not as it has to be. */
export const subpackages = {
  noFolder: (path: string) =>
    text(`there is no folder ${path} in the brand folder`, `品牌文件夹里没有文件夹 ${path}`),
  noPage: (page: string) =>
    text(`${page} has no .wxml, or no .js or .ts`, `${page} 缺少 .wxml，或缺少 .js 或 .ts`),
  link: (path: string) =>
    text(
      `${path} is a symbolic link; put the file itself in its place`,
      `${path} 是符号链接，请放入文件本身`,
    ),
  tooBig: (path: string) =>
    text(`${path} is larger than a package may be (2 MB)`, `${path} 超过一个包的上限（2 MB）`),
  inExt: () =>
    text(
      "the program is the template's, for all brands; remove it, or upload this brand by itself",
      '代码由模板决定，所有品牌共用；请删掉，或单独上传这个品牌',
    ),
} as const;
