import { text } from './say';

/** What is wrong with a file of a brand pack as a file. `name` begins the sentence. */
export const files = {
  notThere: (name: string) =>
    text(`${name} is not in the brand folder`, `${name} 不在品牌文件夹里`),
  notThereBut: (name: string, other: string) =>
    text(
      `${name} is not in the brand folder; ${other} is, rename it (capitals count)`,
      `${name} 不在品牌文件夹里，但有 ${other}，请改名（区分大小写）`,
    ),
  link: (name: string) =>
    text(
      `${name} is a symbolic link; put the file itself in its place`,
      `${name} 是符号链接，请放入文件本身`,
    ),
  noFile: (name: string) => text(`${name} is no file`, `${name} 不是文件`),
  tooBig: (name: string, size: number, limit: number) =>
    text(
      `${name} has ${size} bytes; at most ${limit} are allowed`,
      `${name} 有 ${size} 字节，最多 ${limit} 字节`,
    ),

  utf16: () =>
    text(
      'is UTF-16 and not UTF-8; save it again as UTF-8 (Save as → Encoding → UTF-8)',
      '是 UTF-16，不是 UTF-8 编码，请用编辑器另存为 UTF-8',
    ),
  cutOff: () =>
    text(
      'is not UTF-8 to its end: the last character is cut off in the middle; the file is not whole, copy it again',
      '不是完整的 UTF-8：最后一个字符被截断，文件不完整，请重新复制',
    ),
  gbk: (line: number, sample: string) =>
    text(
      `is not UTF-8: line ${line} is GBK (“${sample}”); save it again as UTF-8 (Save as → Encoding → UTF-8)`,
      `不是 UTF-8 编码：第 ${line} 行是 GBK（“${sample}”），请用编辑器另存为 UTF-8`,
    ),
  otherBytes: (line: number) =>
    text(
      `is not UTF-8: line ${line} has bytes that mean nothing in it; save it again as UTF-8 (Save as → Encoding → UTF-8)`,
      `不是 UTF-8 编码：第 ${line} 行有无法识别的字节，请用编辑器另存为 UTF-8`,
    ),

  textEmpty: () =>
    text(
      'is empty: nothing in it shows; write the agreement there',
      '是空的：没有任何可见的内容，请写上协议正文',
    ),
  textBinary: () =>
    text(
      'is no plain text: a picture or a document under another name; save it as plain text',
      '不是纯文本，而是改了名的图片或文档；请存为纯文本',
    ),
  turned: () =>
    text(
      'has a character that turns the direction of what follows, so that people would read something else; remove it',
      '里有改变文字方向的字符，用户看到的会与实际内容不同；请删掉',
    ),
  conflict: (line: number) =>
    text(
      `line ${line} is the mark of a merge that was not finished (<<<<<<<); choose one of the two texts and remove the marks`,
      `第 ${line} 行是没有解决的合并冲突标记（<<<<<<<），请选定内容并删掉标记`,
    ),
  linkOnly: () =>
    text(
      'holds a link and no text; name the web page with "url", or write the text there',
      '只有链接，没有正文；请用 "url" 指向网页，或写上正文',
    ),
  html: (sample: string) =>
    text(
      `is HTML (${sample}), and people would read its tags; save it as plain text, or name the web page with "url"`,
      `是 HTML（${sample}），用户会看到标签；请存为纯文本，或用 "url" 指向网页`,
    ),

  logoHint: (problem: string) =>
    text(
      `${problem}; a square PNG of 192 x 192 px is enough`,
      `${problem}；192 x 192 像素的正方形 PNG 就够`,
    ),
  logoKind: (name: string, kind: string) =>
    text(
      `cannot be read as a PNG picture${kind === '' ? '' : ` (it is a ${kind})`}; save it as PNG, not only as ${name}`,
      `无法作为 PNG 图片读取${kind === '' ? '' : `（它是${/^[ -~]/.test(kind) ? ' ' : ''}${kind}）`}；请真正另存为 PNG，只把名字改成 ${name} 不行`,
    ),
  kindPrintJpeg: () =>
    text(
      'JPEG in CMYK, the colours of print: convert it to RGB',
      '印刷用的 CMYK JPEG，请先转为 RGB',
    ),
  kindPhotoshop: () => text('Photoshop file', 'Photoshop 文件'),
  kindPdf: () => text('PDF or Illustrator file', 'PDF 或 Illustrator 文件'),
  kindApple: () =>
    text(
      'PNG that Xcode has rewritten for an iPhone app: take the one that the app was made of',
      'Xcode 为 iPhone App 改写过的 PNG，请用打包前的原图',
    ),
  kindChangedPng: () =>
    text(
      'PNG whose bytes were changed as if it were a text: copy the original again',
      '被当作文本改动过的 PNG，请重新复制原图',
    ),
  kindPointer: () =>
    text('pointer of Git LFS: run git lfs pull', 'Git LFS 指针，请运行 git lfs pull'),
  kindBase64: () => text('picture as Base64 text', '写成 Base64 文本的图片'),
  kindArchive: () => text('compressed file or a design document', '压缩包或设计稿'),
  kindPage: () => text('web page', '网页'),
  printProfile: () =>
    text(
      'has a colour profile for print (CMYK), and phones would show other colours; export it in RGB (sRGB)',
      '带有印刷用（CMYK）的颜色配置，手机上的颜色会不同；请按 RGB（sRGB）导出',
    ),
  pictureTurned: () =>
    text(
      'stands upright only by a note in its metadata (Exif orientation), which phones do not read; turn the picture itself and export it again',
      '只靠元数据里的标记（Exif 方向）才是正的，手机不认；请把图片本身转正后重新导出',
    ),
  pictureEmpty: () => text('is an empty file; save the picture again', '是空文件，请重新导出图片'),
  logoSquare: (width: number, height: number) =>
    text(
      `is ${width} x ${height} px; it must be square`,
      `是 ${width} x ${height} 像素，必须是正方形`,
    ),
  logoSmall: (width: number, least: number) =>
    text(
      `is ${width} px wide or high; at least ${least} px are needed to be sharp`,
      `宽或高只有 ${width} 像素，至少要 ${least} 像素才清晰`,
    ),
  logoLarge: (width: number, height: number, most: number) =>
    text(
      `is ${width} x ${height} px; at most ${most} px are allowed`,
      `是 ${width} x ${height} 像素，最多 ${most} 像素`,
    ),
  logoInvisible: () =>
    text(
      'is transparent in every pixel, and nothing of it shows; save it again with what it shows',
      '每个像素都是透明的，什么也看不到；请带上图案重新导出',
    ),
  logoDamaged: () =>
    text('is a damaged PNG picture; save it again', '是损坏的 PNG 图片，请重新导出'),
} as const;

/** What is wrong with brand.json as JSON. */
export const json = {
  notJson: (why: string) => text(`is not JSON: ${why}`, `不是正确的 JSON：${why}`),
  empty: () => text('the file is empty', '文件是空的'),
  at: (line: number, column: number) =>
    text(`line ${line}, column ${column}:`, `第 ${line} 行第 ${column} 列：`),
  here: (what: string, place: string) => text(`${what}, ${place}`, `${what}，${place}`),
  line: (line: number) => text(`line ${line}`, `第 ${line} 行`),
  trailingComma: () =>
    text('a comma after the last entry; remove it', '最后一项后面多了逗号，请删掉'),
  quotes: () =>
    text(
      'this is not allowed here; keys and texts stand between "double quotes"',
      '这里不能这样写；键和文字要放在英文双引号 "" 之间',
    ),
  fullWidth: (found: string, right: string) =>
    text(
      `${found} is a full-width sign; JSON needs ${right}`,
      `${found} 是全角符号，JSON 需要半角的 ${right}`,
    ),
  blank: (code: string) =>
    text(
      `${code} is another blank than JSON knows, as a copy from a web page or a Chinese keyboard brings; type a space`,
      `${code} 不是 JSON 认得的空格（来自网页复制或全角输入），请改为半角空格`,
    ),
  conflict: () =>
    text(
      'the mark of a merge that was not finished; choose one of the two sides and remove the marks',
      '没有解决的合并冲突标记，请选定一边并删掉标记',
    ),
  number: () => text('this is no number', '这不是数字'),
  key: () => text('a key between "double quotes" is expected here', '这里应为双引号里的键'),
  value: () => text('a value is expected here', '这里缺少值'),
  colon: () => text('a colon is expected here', '这里缺少冒号'),
  comma: () => text('a comma is missing before this', '这之前缺少逗号'),
  brace: () => text('a } is missing', '缺少 }'),
  bracket: () => text('a ] is missing', '缺少 ]'),
  afterEnd: () => text('nothing may stand after the end', '结尾之后不能再有内容'),
  comment: () => text('JSON has no comments; remove this one', 'JSON 没有注释，请删掉'),
  openComment: () =>
    text('a comment that does not end; JSON has no comments', '注释没有结束；JSON 没有注释'),
  openText: () => text('the text does not end: a " is missing', '文字没有结束：缺少 "'),
  openNumber: () => text('the number does not end', '数字没有写完'),
  unicode: () =>
    text('\\u with four hexadecimal digits is expected', '\\u 后面应为四位十六进制数字'),
  escape: () => text('there is no such \\ escape in JSON', 'JSON 里没有这种 \\ 转义'),
  character: () =>
    text('there is a character here that JSON does not allow', '这里有 JSON 不允许的字符'),
  unexpected: () => text('this is not expected here', '这里不应有这个'),
  twice: (first: string) =>
    text(
      `stands twice, first in ${first}; remove one of them`,
      `出现两次，第一次在${first}，请删掉一个`,
    ),
  forbiddenKey: () => text('is no field; remove it', '不是字段，请删掉'),
  wholeFile: () => text('(whole file)', '（整个文件）'),
} as const;
