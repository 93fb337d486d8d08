/** A behaviour that a page of WeChat's documents states, as a program of one page. */
export interface Documented {
  readonly says: string;
  /**
   * What is in the page's folder: `page.js` and `page.wxml`; each other `.wxml` is a component,
   * known to all by its name, and each `.js` without one a module. What stands in a `.json` is
   * added to what is there anyway. Scripts have `log(...)`.
   */
  readonly files: Readonly<Record<string, string>>;
  /** What is in the program's folder, for a behaviour of the whole: a program of its own then. */
  readonly root?: Readonly<Record<string, string>>;
  /** Methods of the page, called in this order once it is there; `tap <selector>` is a finger, `back` the way back,
   * `width <px>` another width of the window, `drag <selector> <px>` a finger that goes down so far. */
  readonly steps?: readonly string[];
  /** What was logged; exceptions, if any, are lines too: `error: ...`. */
  readonly log: readonly string[];
}

export interface Chapter {
  /** Below https://developers.weixin.qq.com/miniprogram/dev/ */
  readonly page: string;
  readonly behaviours: readonly Documented[];
}

const HELPERS =
  "const log = (...args) => getApp().log.push(args.map((arg) => (typeof arg === 'string' ? arg : String(JSON.stringify(arg)))).join(' '));\n";

/** The files of a program with a page for each: `/0/page`, `/1/page`, ... */
export function programOf(
  all: readonly Documented[],
  root: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const ofProgram = Object.entries(root).map(([name, text]) => [`src/${name}`, text]);
  const pages = all.flatMap(({ files }, index) =>
    Object.entries(folder(files)).map(([name, text]) => [`src/${index}/${name}`, text]),
  );
  return {
    'src/app.json': JSON.stringify({
      pages: ['pages/a/a', ...all.map((_, index) => `${index}/page`)],
      lazyCodeLoading: 'requiredComponents',
    }),
    'src/app.js': 'App({ log: [] });',
    ...Object.fromEntries([...pages, ...ofProgram]),
  };
}

function folder(files: Readonly<Record<string, string>>): Record<string, string> {
  const units = Object.keys(files).flatMap((name) => /^(.*)\.wxml$/.exec(name)?.[1] ?? []);
  const usingComponents = Object.fromEntries(
    units.filter((name) => name !== 'page').map((name) => [name, `./${name}`]),
  );
  const json = (name: string): [string, string] => {
    const own = JSON.parse(files[`${name}.json`] ?? '{}') as object;
    return [
      `${name}.json`,
      JSON.stringify({ ...(name === 'page' ? {} : { component: true }), usingComponents, ...own }),
    ];
  };
  const scripts = Object.entries(files).filter(([name]) => name.endsWith('.js'));
  return {
    'page.js': 'Page({});',
    ...files,
    ...Object.fromEntries(
      units.filter((name) => name !== 'page').map((name) => [`${name}.js`, 'Component({});']),
    ),
    ...Object.fromEntries(units.map(json)),
    ...Object.fromEntries(scripts.map(([name, text]) => [name, HELPERS + text])),
  };
}
