import { answerThemeQueries, type Theme } from './theme-queries';

/**
 * The sheets of the page in front. All pages share one document and the class names of pages carry
 * no prefix, so a page's sheets are on only while it is in front. Order as in WeChat: app.wxss,
 * then the components', then the page's own.
 */
export class StyleSheets {
  readonly #contents = new Map<string, string>();
  readonly #elements = new Map<string, HTMLStyleElement>();
  readonly #app: Comment;
  readonly #components: Comment;
  readonly #pages: Comment;
  readonly #document: Document;
  #theme: Theme = 'light';
  /** The sheets asked for since the last call of `collect`. */
  #asked: string[] = [];

  constructor(document: Document) {
    this.#document = document;
    [this.#app, this.#components, this.#pages] = [
      document.createComment('app'),
      document.createComment('components'),
      document.createComment('page'),
    ];
    document.head.append(this.#app, this.#components, this.#pages);
  }

  register(path: string, content: string): void {
    this.#contents.set(path, content);
  }

  ask(path: string): void {
    if (!this.#contents.has(path)) throw new Error(`no style sheet of ${path} was registered`);
    this.#asked.push(path);
  }

  /** Runs `make` and returns the paths whose sheets it asked for. */
  collect(make: () => void): readonly string[] {
    const before = this.#asked;
    this.#asked = [];
    make();
    const asked = [...new Set(this.#asked)];
    this.#asked = before;
    return asked;
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    for (const { sheet } of this.#elements.values()) if (sheet) answerThemeQueries(sheet, theme);
  }

  /** `page` is the path of the page in front: its own sheet comes last. */
  show(paths: readonly string[], page: string): void {
    for (const [path, element] of this.#elements)
      if (!paths.includes(path)) element.media = 'not all';
    for (const path of paths) {
      const content = this.#contents.get(path) ?? '';
      if (content === '') continue;
      const element = this.#elements.get(path) ?? this.#create(path, content);
      element.media = '';
      const anchor = path === 'app' ? this.#app : path === page ? this.#pages : this.#components;
      if (element.dataset.group !== anchor.data) {
        element.dataset.group = anchor.data;
        anchor.before(element);
        if (element.sheet) answerThemeQueries(element.sheet, this.#theme);
      }
    }
  }

  #create(path: string, content: string): HTMLStyleElement {
    const element = this.#document.createElement('style');
    element.dataset.path = path;
    element.textContent = content;
    this.#elements.set(path, element);
    return element;
  }
}
