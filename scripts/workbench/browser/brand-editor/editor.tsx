import { applyEdits, modify } from 'jsonc-parser';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Brand } from '../../../../miniprogram/login/brand';
import { titleOf } from '../gallery/gallery';
import { screensOf, tilesOf } from '../gallery/tiles';
import { useStills } from '../gallery/use-stills';
import { languageNames } from '../gallery/words';
import { Select } from '../page/parts/fields';
import { htmlOf, type Still } from '../page/stills/still';
import { StillFrame } from '../page/stills/still-frame';
import { type DrawnLines, drawnLinesIn, linesDrawn } from './drawn-lines';
import { SchemaField } from './fields';
import type { Form } from './form';
import type { Path } from './schema';
import { type EditedFile, useFile } from './use-file';
import type { EditorWords } from './words';

interface Props {
  readonly settings: { readonly phone: string; readonly file: string };
  readonly words: EditorWords;
  readonly brand: Brand;
  readonly edition: number;
}

/** The form of a brand next to its screens, which follow each key. */
export function Editor({ settings, words, brand, edition }: Props) {
  const file = useFile(settings.file);
  const [drawn, setDrawn] = useState<DrawnLines>(new Map());
  return (
    <div class="editor">
      <header class="bar">
        <h1>{words.title}</h1>
        {file !== null && <code class="editor-name">brands/{file.name}/brand.json</code>}
        <span class="bar-gap" />
        {file !== null && <Status file={file} words={words} />}
        <a class="bar-link" href="/gallery">
          {words.gallery}
        </a>
        <a class="bar-link" href="/">
          {words.workbench}
        </a>
      </header>
      {file === null ? <main class="editor-form" /> : <FormOf {...{ file, words, brand, drawn }} />}
      <Preview {...{ words, brand, edition }} phone={settings.phone} onDrawn={setDrawn} />
    </div>
  );
}

function Status({ file, words }: { readonly file: EditedFile; readonly words: EditorWords }) {
  const { hints, isSaved, trouble } = file;
  const wrong = hints.problems.length;
  const said =
    trouble !== null
      ? words[trouble]
      : wrong > 0
        ? words.wrong(wrong)
        : isSaved
          ? words.saved
          : words.unsaved;
  const kind = trouble !== null || wrong > 0 ? 'broken' : isSaved ? 'watching' : 'waiting-to-save';
  return (
    <>
      <output class={`reload reload-${kind}`}>{said}</output>
      <button
        type="button"
        class="button"
        disabled={isSaved && trouble === null}
        onClick={file.discard}
      >
        {words.discard}
      </button>
      <button type="button" class="button" disabled={isSaved || wrong > 0} onClick={file.save}>
        {words.save}
      </button>
    </>
  );
}

function FormOf(props: {
  readonly file: EditedFile;
  readonly words: EditorWords;
  readonly brand: Brand;
  readonly drawn: DrawnLines;
}) {
  const { file, words, brand, drawn } = props;
  const value = useMemo(() => jsonIn(file.text), [file.text]);
  const form: Form = {
    ...{ words, languages: brand.languages, ...file.hints },
    drawn: (text) => linesDrawn(text, drawn),
    usual: (path) => usualText(brand, path),
    change(path, next) {
      const options = { formattingOptions: { tabSize: 2, insertSpaces: true, eol: '\n' } };
      file.edit(applyEdits(file.text, modify(file.text, [...path], next, options)));
    },
  };
  const properties = Object.entries(file.schema.properties ?? {}).filter(
    ([name]) => !hidden.has(name),
  );
  return (
    <main class="editor-form" aria-label={words.form}>
      {Object.keys(value).length > 0 &&
        properties
          .filter(([name]) => name in value || always.has(name))
          .sort(([one], [other]) => Number(always.has(other)) - Number(always.has(one)))
          .map(([name, schema]) => (
            <SchemaField
              key={name}
              form={form}
              path={[name]}
              schema={schema}
              value={Reflect.get(value, name)}
            />
          ))}
      <details class="group">
        <summary>
          {words.file}
          <small>{words.fileHint}</small>
        </summary>
        <textarea
          class="editor-text"
          aria-label={words.file}
          spellcheck={false}
          rows={24}
          value={file.text}
          onInput={({ currentTarget: { value: text } }) => file.edit(text)}
        />
      </details>
      {file.hints.problems.length > 0 && (
        <ul class="editor-problems">
          {file.hints.problems.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </main>
  );
}

const hidden: ReadonlySet<string> = new Set(['$schema', 'sample', 'version']);
/** What makes a brand look like itself comes first. */
const always: ReadonlySet<string> = new Set(['appName', 'look', 'words']);

function usualText({ texts }: Brand, [top, lang, key]: Path): string {
  const of = top === 'words' ? Reflect.get(Object(texts), lang ?? '') : undefined;
  return String(Reflect.get(Object(of), key ?? '') ?? '');
}

/** Empty while the text is no JSON. */
function jsonIn(text: string): object {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

function Preview(props: {
  readonly phone: string;
  readonly words: EditorWords;
  readonly brand: Brand;
  readonly edition: number;
  readonly onDrawn: (lines: DrawnLines) => void;
}) {
  const { words, brand, edition, onDrawn } = props;
  const [scene, setScene] = useState('login');
  const [chosen, setLang] = useState<string>(words.lang);
  const lang = brand.languages.find((one) => one === chosen) ?? brand.languages[0];
  const screens = useMemo(() => screensOf(brand), [brand]);
  const tiles = useMemo(
    () =>
      tilesOf(
        screens,
        { langs: [lang], sizes: ['375', narrowest], themes: ['light', 'dark'], search: '' },
        (name) => name === scene,
      ).filter(({ look: { name } }) => name !== `${narrowest}-dark`),
    [screens, lang, scene],
  );
  const frame = useRef<HTMLIFrameElement>(null);
  const { stills, problem } = useStills(frame, props.phone, tiles, edition);
  return (
    <section class="editor-preview" aria-label={words.preview}>
      <div class="editor-choice">
        <Select
          label={words.screen}
          value={scene}
          options={screens.map((screen) => ({
            value: screen.name,
            label: titleOf(screen, words, brand),
          }))}
          onChange={setScene}
        />
        <Select
          label={words.language}
          value={lang}
          options={brand.languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={setLang}
        />
      </div>
      {problem !== null && (
        <p class="gallery-problem" role="alert">
          {words.problem} {problem}
        </p>
      )}
      <div class="editor-phones">
        {tiles.map(({ key, look: { name, theme } }) => {
          const still = stills.get(key);
          if (name.startsWith(narrowest))
            return still && <Measured key={key} {...{ still, onDrawn }} title={words.narrowest} />;
          return (
            <figure key={theme} class="tile editor-tile">
              <div class="tile-screen editor-screen">
                {still !== undefined && (
                  <StillFrame
                    still={still}
                    title={words[theme]}
                    width={375}
                    height={812}
                    scale={0.8}
                  />
                )}
              </div>
              <figcaption>{words[theme]}</figcaption>
            </figure>
          );
        })}
      </div>
      <iframe class="gallery-phone" ref={frame} title={words.phone} tabIndex={-1} inert />
    </section>
  );
}

const narrowest = '320';

/** Drawn where nobody sees it, for its lines. */
function Measured(props: {
  readonly still: Still;
  readonly title: string;
  readonly onDrawn: (lines: DrawnLines) => void;
}) {
  const { still, title, onDrawn } = props;
  const html = useMemo(() => htmlOf(still), [still]);
  return (
    <iframe
      class="gallery-phone"
      title={title}
      sandbox="allow-same-origin"
      srcdoc={html}
      width={320}
      height={568}
      tabIndex={-1}
      inert
      onLoad={({ currentTarget: { contentDocument } }) => {
        if (contentDocument !== null) onDrawn(drawnLinesIn(contentDocument));
      }}
    />
  );
}
