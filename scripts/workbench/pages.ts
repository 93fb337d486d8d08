import { join } from 'node:path';
import { bundlePages, type PageFiles } from '@mini-login/local-server/bundle-pages';
import type { HostApp } from '@mini-login/simulator/contract';
import type { Hono } from 'hono';
import { proxy } from 'hono/proxy';
import type { Environment } from '../environment';
import { root } from '../setup/say.mjs';
import { readBrandLook } from './brand-look';
import { addBrandFileRoutes, addBrandRoutes } from './brand-routes';
import type { BrandLook, BrandSwitcher } from './brand-state';
import { addKitCode } from './kit-code';
import { addAppLogic } from './lan/app-logic';
import type { PhoneLink } from './lan/link';
import { addPhoneLinks } from './lan/links';
import { addServerControls } from './server-controls';

/** The workbench and the demo app. */
export function bundleWorkbench(): Promise<PageFiles> {
  const browser = join(import.meta.dirname, 'browser');
  return bundlePages({
    name: 'workbench',
    at: '/pages',
    entryPoints: {
      workbench: join(browser, 'page/main.tsx'),
      'workbench-style': join(browser, 'page/style.css'),
      'on-your-phone': join(browser, 'on-your-phone/main.tsx'),
      'on-your-phone-style': join(browser, 'on-your-phone/style.css'),
      harbor: join(browser, 'demo-app/main.tsx'),
      'harbor-style': join(browser, 'demo-app/harbor.css'),
      gallery: join(browser, 'gallery/main.tsx'),
      'gallery-style': join(browser, 'gallery/style.css'),
      'brand-editor': join(browser, 'brand-editor/main.tsx'),
      'brand-editor-style': join(browser, 'brand-editor/style.css'),
    },
    format: 'esm',
  });
}

/**
 * `/`: the workbench; `/gallery`: every screen; `/harbor`: the demo app, for the phone's slot;
 * `/elsewhere/<host>/...`: what the app reaches by its own network.
 */
export function addPages(
  app: Hono,
  {
    bundles,
    environment,
    project,
    switcher,
    links,
  }: {
    readonly bundles: Promise<PageFiles>;
    readonly environment: () => Environment;
    /** The program's folder. */
    readonly project: string;
    readonly switcher: BrandSwitcher | null;
    /** Where phones of the same network find it. Null: nothing can turn that on. */
    readonly links: (() => readonly PhoneLink[]) | null;
  },
): void {
  const controls = addServerControls(app, environment);
  const brands = switcher === null ? null : addBrandRoutes(app, switcher);
  const code = addKitCode(app, root);
  const phones = links === null ? null : addPhoneLinks(app, links);
  const appLogic = addAppLogic(app, () => {
    const { registration, origins, clock } = controls.inFront();
    return { registration, origins, now: () => clock.now() };
  });
  const look = ({ brand, isHosted, app: { name } }: Environment): BrandLook => ({
    ...readBrandLook(brand, project),
    // Each company has an app of its own name behind the same program.
    ...(isHosted && { name: { en: name } }),
  });
  app.get('/', (c) => {
    const shown = controls.inFront();
    const paths = { controls: controls.path, brands, code, phones };
    return c.html(workbenchPage(shown, look(shown), paths));
  });
  app.get('/harbor', (c) => {
    const shown = controls.inFront();
    return c.html(harborPage(look(shown), logicHere(shown)));
  });
  app.get(onYourPhonePath, (c) => {
    const shown = controls.inFront();
    return c.html(onYourPhonePage(shown, look(shown)));
  });
  app.get(`${onYourPhonePath}/harbor`, (c) =>
    c.html(harborPage(look(controls.inFront()), appLogic)),
  );
  app.get(galleryPath, (c) =>
    c.html(galleryPage(environment(), { brand: programBrandPath, brands })),
  );
  if (switcher !== null) {
    const file = addBrandFileRoutes(app, switcher);
    app.get(editorPath, (c) =>
      c.html(editorPage(environment(), { brand: programBrandPath, file })),
    );
  }
  app.get(programBrandPath, (c) => c.json(switcher?.program() ?? environment().brand));
  app.get('/pages/:file', async (c) => {
    const file = (await bundles).get(c.req.path);
    if (file === undefined) return c.notFound();
    return c.body(file.text, 200, {
      'content-type': `${file.type}; charset=utf-8`,
      'cache-control': 'no-store',
    });
  });
  app.all('/elsewhere/:host/*', async (c) => {
    const origin = `https://${c.req.param('host')}`;
    const target = environment().origins[origin];
    if (target === undefined)
      return c.text(`${origin} is not in the sandbox; scripts/environment.ts says what is`, 502);
    const { pathname, search } = new URL(c.req.url);
    return await proxy(
      `${target}${pathname.slice(`/elsewhere/${c.req.param('host')}`.length)}${search}`,
      { raw: c.req.raw },
    );
  });
}

/** The app's own requests, form-encoded ones among them, to GenAuth. */
export function isElsewhere(path: string): boolean {
  return path.startsWith('/elsewhere/');
}

const galleryPath = '/gallery';
const editorPath = '/brand-editor';

/** What the program on the phone was made with. */
const programBrandPath = '/workbench/program-brand';

function galleryPage(
  { simulator }: Environment,
  paths: { brand: string; brands: string | null },
): string {
  const phone = phonePathOf(simulator);
  return page(
    'Mini-login gallery',
    'gallery',
    `<div id="gallery"></div>${settings({ phone, ...paths })}`,
  );
}

function editorPage(
  { simulator }: Environment,
  paths: { readonly brand: string; readonly file: string },
): string {
  const shown = settings({ phone: phonePathOf(simulator), ...paths });
  return page('Mini-login brand editor', 'brand-editor', `<div id="brand-editor"></div>${shown}`);
}

function phonePathOf({ phoneUrl, url }: Environment['simulator']): string {
  return new URL(phoneUrl, url).pathname;
}

function workbenchPage(
  { simulator, sandbox, app: { appId } }: Environment,
  look: BrandLook,
  paths: { controls: string; brands: string | null; code: string; phones: string | null },
): string {
  const demoApp = demoAppOf(appId, look, '/harbor');
  const phone = phonePathOf(simulator);
  const consoleUrl = `${sandbox.genauth.url}/sandbox/console/`;
  return page(
    'Mini-login workbench',
    'workbench',
    `<div id="workbench"></div>${settings({ phone, app: demoApp, console: consoleUrl, gallery: galleryPath, ...(paths.brands !== null && { editor: editorPath }), ...paths })}`,
  );
}

function demoAppOf(
  appId: string,
  { name, logo }: Pick<BrandLook, 'name' | 'logo'>,
  url: string,
): HostApp {
  const inEnglish = name.en ?? name['zh-CN'] ?? Object.values(name)[0] ?? '';
  return { appId, name: inEnglish, icon: logo, url };
}

const onYourPhonePath = '/on-your-phone';

function onYourPhonePage({ simulator, app }: Environment, look: BrandLook): string {
  const shown = {
    phone: phonePathOf(simulator),
    app: demoAppOf(app.appId, look, `${onYourPhonePath}/harbor`),
  };
  return page(shown.app.name, 'on-your-phone', `<div id="on-your-phone"></div>${settings(shown)}`);
}

/** In the page itself: the demo app's requests are on the timeline. */
function logicHere({ registration, origins }: Environment): object {
  const paths = Object.fromEntries(
    Object.keys(origins).map((origin) => [origin, `/elsewhere/${new URL(origin).host}`]),
  );
  return { registration, origins: paths };
}

function harborPage(brand: BrandLook, logic: object | string): string {
  return page('Harbor', 'harbor', `<div id="app"></div>${settings({ logic, brand })}`);
}

function settings(value: unknown): string {
  return `<script type="application/json" id="settings">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;
}

/** @param title Text; one company's own name among them. */
function page(title: string, bundle: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/pages/${bundle}-style.css">
</head>
<body>
${body}
<script type="module" src="/pages/${bundle}.js"></script>
</body>
</html>
`;
}
