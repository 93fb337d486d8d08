import { constants, publicDecrypt } from 'node:crypto';
import { encode as encodeJpeg } from 'jpeg-js';
import encodeQr from 'qr';
import { z } from 'zod';
import { unpack } from './pack';

export type Accounts = ReadonlyMap<string, string>;

/** A package that was accepted. */
export interface Upload {
  readonly kind: 'upload' | 'preview';
  readonly appId: string;
  readonly version: string;
  readonly description: string;
  readonly robot: number;
  /** What a preview opens. */
  readonly launch: string | null;
  /** Without `ci.signature`. */
  readonly files: ReadonlyMap<string, Buffer>;
}

interface Question {
  readonly path: string;
  readonly method: string;
  readonly query: URLSearchParams;
  readonly body: Buffer;
}

interface Memory {
  readonly uploads: Upload[];
  newRandomString(appId: string): string;
  useRandomString(random: string, appId: string): boolean;
}

const wanted = z.strictObject({ appid: z.string(), clientRand: z.number() });
const signed = z.strictObject({ appid: z.string(), rand_str: z.string() });
const labels = z.object({
  appid: z.string(),
  version: z.string().min(1),
  desc: z.string(),
  robot: z.coerce.number().int().min(1).max(30),
  type: z.literal('miniProgram'),
});
const appJson = z.object({ subPackages: z.array(z.object({ root: z.string() })).default([]) });

/** One question of the official tool, answered as its code reads the answer. */
export function answerTo(
  { path, method, query, body }: Question,
  accounts: Accounts,
  memory: Memory,
): object {
  switch (`${method} ${path}`) {
    case 'GET getwhiteextlist':
    case 'POST getwhiteextlist':
      return { errCode: 0, data: {} };
    case 'POST clientreportv2':
      return {};
    case 'POST getrandstr': {
      const { appid } = wanted.parse(JSON.parse(body.toString()));
      if (!accounts.has(appid)) return refuse(40013, 'invalid appid');
      return { errCode: 0, data: { randomString: memory.newRandomString(appid) } };
    }
    // What the account may do: asked by whoever doesn't bring an answer of their own, as the tool's
    // command line.
    case 'POST getattr':
      return {
        errCode: 0,
        data: { platform: false, appType: 0, setting: { MaxTabbarIconSize: 40 } },
      };
    case 'POST upload':
    case 'POST testSourceURL':
      return accept(path === 'upload' ? 'upload' : 'preview', query, body, accounts, memory);
    default:
      throw new Error(
        `the double of WeChat's upload server knows no ${method} ${path}; add it to scripts/upload-double/answers.ts`,
      );
  }
}

function accept(
  kind: Upload['kind'],
  query: URLSearchParams,
  body: Buffer,
  accounts: Accounts,
  memory: Memory,
): object {
  const { appid, version, desc, robot } = labels.parse(Object.fromEntries(query));
  const all = unpack(body);
  const { signature } = z
    .strictObject({ signature: z.string(), version: z.string() })
    .parse(JSON.parse(all.get('ci.signature')?.toString() ?? ''));
  const publicKey = accounts.get(appid);
  if (publicKey === undefined) return refuse(40013, 'invalid appid');
  if (!isSignedBy(publicKey, signature, appid, memory))
    return refuse(-10_002, 'check signature failed');

  const files = new Map([...all].filter(([name]) => name !== 'ci.signature'));
  const launch = query.get('path');
  memory.uploads.push({ kind, appId: appid, version, description: desc, robot, launch, files });
  const accepted = {
    subpackage_info: sizesOf(files),
    ext_plugin_info: [],
    str_uint64version: String(memory.uploads.length),
  };
  if (kind === 'upload') return { errCode: 0, body: accepted };
  return {
    errCode: 0,
    body: {
      ...accepted,
      qrcode_img: qrPicture(`https://open.weixin.qq.com/sns/getexpappinfo?appid=${appid}`),
    },
  };
}

function isSignedBy(publicKey: string, signature: string, appId: string, memory: Memory): boolean {
  try {
    const key = { key: publicKey, padding: constants.RSA_PKCS1_PADDING };
    const said = signed.parse(
      JSON.parse(publicDecrypt(key, Buffer.from(signature, 'base64')).toString()),
    );
    return said.appid === appId && memory.useRandomString(said.rand_str, appId);
  } catch {
    return false;
  }
}

function sizesOf(files: ReadonlyMap<string, Buffer>): readonly { name: string; size: number }[] {
  const { subPackages } = appJson.parse(JSON.parse(files.get('app.json')?.toString() ?? ''));
  const shipped = [...files].filter(([path]) => !path.endsWith('.js.map'));
  const sum = (fits: (path: string) => boolean) =>
    shipped
      .filter(([path]) => fits(path))
      .reduce((total, [, { byteLength }]) => total + byteLength, 0);
  const roots = subPackages.map(({ root }) => root.replace(/\/?$/, '/'));
  return [
    { name: '__FULL__', size: sum(() => true) },
    { name: '__APP__', size: sum((path) => !roots.some((root) => path.startsWith(root))) },
    ...roots.map((root) => ({ name: root, size: sum((path) => path.startsWith(root)) })),
  ];
}

/** A JPEG in base64, 6 px a module. */
function qrPicture(text: string): string {
  const modules = encodeQr(text, 'raw', { border: 4, scale: 6 });
  const size = modules.length;
  const data = Buffer.alloc(size * size * 4, 255);
  for (const [y, row] of modules.entries()) {
    for (const [x, isDark] of row.entries())
      if (isDark) data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
  }
  return encodeJpeg({ data, width: size, height: size }, 90).data.toString('base64');
}

function refuse(errCode: number, errMsg: string): object {
  return { errCode, errMsg };
}
