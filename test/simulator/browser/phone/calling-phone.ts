import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from '@jest/globals';
import { type Phone, waiting } from '../../../../scripts/simulator';
import { usePhonesOf } from '../../fixtures/phones-of';
import { project } from '../../node/compile/project';

/* A program that calls what it is told to, by a real tap. */

const FILES = {
  'src/app.json': JSON.stringify({
    pages: ['page'],
    permission: { 'scope.userLocation': { desc: 'shops near you' } },
    requiredPrivateInfos: ['getLocation', 'chooseLocation'],
  }),
  'src/page.json': '{}',
  'src/page.wxml':
    '<view id="tap" style="height: 200px" bind:tap="call" />' +
    '<image id="picture" src="{{ src }}" bind:load="loaded" />' +
    '<canvas id="canvas" type="2d" style="width: 20px; height: 10px" />',
  'src/terms.json': '{"version":1}',
  'src/page.js': `Page({
    data: { src: '', size: null },
    loaded({ detail }) { this.setData({ size: detail }) },
    call() {
      this.answers = this.answers || [];
      wx[this.api]({ ...this.params, complete: (answer) => this.answers.push(answer) });
    },
    will(api, params) { this.api = api; this.params = params },
    readAnswers() { return this.answers || [] },
  })`,
};

/** Phones with that program, and a server for its files. */
export function useCallingPhones() {
  const program = project(FILES);
  let server: Server;
  /** What came to the server: the content type and the body. */
  const received: string[] = [];
  const { open } = usePhonesOf(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('latin1').on('data', (part) => (body += part));
      request.on('end', () => {
        received.push(`${request.headers['content-type']}\n${body}`);
        response.statusCode = request.url === '/none' ? 404 : 201;
        response.setHeader('content-type', 'text/plain').end('kept');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return {
      project: program.dir,
      requestDomains: ['https://files.example.com'],
      hosts: { 'https://files.example.com': `http://127.0.0.1:${port}` },
    };
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    program.dispose();
  });

  async function launched(device: Parameters<Phone['device']['set']>[0] = {}): Promise<Phone> {
    const phone = await open({ device });
    await phone.launch();
    return phone;
  }

  return { launched, received };
}

/** Calls it by a real tap; gives the way to its answer. */
export async function tapped(phone: Phone, api: string, params: object = {}) {
  const page = await phone.miniProgram.currentPage();
  const before = Number(Object(await page.callMethod('readAnswers')).length);
  await page.callMethod('will', api, params);
  await (await page.$('#tap'))?.tap();
  return () =>
    waiting('its answer', async () => {
      const answers: unknown = await page.callMethod('readAnswers');
      return Array.isArray(answers) && answers.length > before ? answers.at(-1) : null;
    });
}

/** A script of the program's. */
export const run = (phone: Phone, body: string) =>
  phone.miniProgram.evaluate(`async function () { ${body} }`);
