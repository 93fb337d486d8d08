import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createProxy, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { generate } from 'selfsigned';
import { z } from 'zod';
import { type Accounts, answerTo, type Upload } from './answers';

/** How the next answer to a path is spoilt. */
export type UploadFault =
  | { readonly kind: 'refuses'; readonly errCode: number; readonly errMsg: string }
  | { readonly kind: 'hangs' | 'cuts' | 'html' | 'status-500' };

export interface UploadServer {
  /** A CONNECT proxy that leads nowhere but to this double. */
  readonly proxy: string;
  /** For NODE_EXTRA_CA_CERTS. */
  readonly caFile: string;
  /** What arrived and was right, in order. */
  readonly uploads: readonly Upload[];
  /** Every request's path, in order. */
  readonly requests: readonly string[];
  /**
   * Spoils the next answer to this path (`upload`, `testSourceURL`, `getrandstr`); of this mini
   * program alone, where one is named.
   */
  fail(path: string, fault: UploadFault, appId?: string): void;
  close(): Promise<void>;
}

/** The only host that the official tool asks. */
const host = 'servicewechat.com';

/**
 * A double of WeChat's upload server on this machine, behind a proxy of its own: the tool's host is
 * fixed, its proxy isn't. Strict: what the real server would have to refuse is refused.
 *
 * @param accounts The upload key's public half (PEM) by AppID.
 */
export async function startUploadServer(accounts: Accounts): Promise<UploadServer> {
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-upload-server-'));
  const caFile = join(folder, 'ca.pem');
  const ca = await generate([{ name: 'commonName', value: 'Mini-login test CA' }], {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'keyUsage', keyCertSign: true, digitalSignature: true, keyEncipherment: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
    ],
  });
  writeFileSync(caFile, ca.cert);

  const uploads: Upload[] = [];
  const requests: string[] = [];
  const faults: {
    readonly path: string;
    readonly fault: UploadFault;
    readonly appId: string | null;
  }[] = [];
  const randomStrings = new Map<string, string>();
  const sockets = new Set<Duplex>();

  const server: Server = createServer({ key: ca.private, cert: ca.cert }, (request, response) => {
    const url = new URL(request.url ?? '/', `https://${host}`);
    const path = url.pathname.split('/').at(-1) ?? '';
    requests.push(path);
    void readBody(request).then((body) => {
      const asker = url.searchParams.get('appid') ?? appIdIn(body);
      const index = faults.findIndex((one) => one.path === path && (one.appId ?? asker) === asker);
      const [spoilt] = index < 0 ? [] : faults.splice(index, 1);
      if (spoilt) return spoil(spoilt.fault, request.socket, response);
      const answer = answerTo(
        { path, method: request.method ?? '', query: url.searchParams, body },
        accounts,
        {
          uploads,
          newRandomString(appId) {
            const random = randomBytes(16).toString('hex');
            randomStrings.set(random, appId);
            return random;
          },
          // Good once.
          useRandomString: (random, appId) =>
            randomStrings.get(random) === appId && randomStrings.delete(random),
        },
      );
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });

  const proxy = createProxy((_request, response) => response.writeHead(405).end());
  proxy.on('connect', (request, socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    if (request.url === `${host}:443`) {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      server.emit('connection', socket);
    } else socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));

  return {
    proxy: `http://127.0.0.1:${portOf(proxy.address())}`,
    caFile,
    uploads,
    requests,
    fail(path, fault, appId) {
      faults.push({ path, fault, appId: appId ?? null });
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function spoil(fault: UploadFault, socket: Socket, response: ServerResponse): void {
  if (fault.kind === 'refuses')
    response.end(JSON.stringify({ errCode: fault.errCode, errMsg: fault.errMsg }));
  else if (fault.kind === 'html') response.end('<html><body>502 Bad Gateway</body></html>');
  else if (fault.kind === 'status-500') response.writeHead(500).end('{"errCode":0,"body":{}}');
  else if (fault.kind === 'cuts') {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"errCode":0,"bo', () => socket.destroy());
  }
  // `hangs`: nothing, ever.
}

/** Some questions name the mini program in their body, which is JSON, others in their query. */
function appIdIn(body: Buffer): string | null {
  try {
    return z.object({ appid: z.string() }).parse(JSON.parse(body.toString())).appid;
  } catch {
    return null;
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return address.port;
}
