import type { StepPicture, TestStep } from './steps';

/** A test as its trace shows it. */
export interface TracedTest {
  readonly title: string;
  /** The error whole; null: it passed. */
  readonly error: string | null;
  /** What it ran on, and the command that runs it again, in this order. */
  readonly environment: Readonly<Record<string, string>>;
  readonly steps: readonly TestStep[];
  /** Width of the program's page, CSS px: places of the finger are in it. */
  readonly width: number;
}

/** How a trace says to the page of all traces what came of its test. */
export const PASSED = '<meta name="verdict" content="passed">';

/** One HTML document, without a script and with nothing to load. */
export function tracePage({ title, error, environment, steps, width }: TracedTest): string {
  const rows = Object.entries(environment).map(
    ([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${error === null ? PASSED : ''}<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body>
<h1>${escapeHtml(title)}</h1>
${error === null ? '<p class="good">passed</p>' : `<pre class="bad">${escapeHtml(error)}</pre>`}
<dl>${rows.join('')}</dl>
<ol>${steps.map((step) => stepRow(step, width)).join('\n')}</ol>
</body>
</html>
`;
}

function stepRow(step: TestStep, width: number): string {
  const { title, source, took, waited, error, before, after } = step;
  const times = `${Math.round(took)} ms${waited > 0 && waited < took ? `, of which it waited ${Math.round(waited)}` : ''}`;
  const pictures = [
    pictureOf(before, 'before', step, width),
    pictureOf(after, 'after', null, width),
  ];
  return `<li${error === null ? '' : ' class="failed"'}><details${error === null ? '' : ' open'}><summary><b>${escapeHtml(title)}</b> <span>${escapeHtml(source ?? '')}</span> <span>${times}</span></summary>${
    error === null ? '' : `<pre class="bad">${escapeHtml(error)}</pre>`
  }<div class="pictures">${pictures.join('')}</div></details></li>`;
}

function pictureOf(
  picture: StepPicture | null,
  when: string,
  step: TestStep | null,
  width: number,
): string {
  if (picture === null) return '';
  const { finger } = step ?? { finger: null };
  const { x, y } = picture.origin ?? { x: 0, y: 0 };
  const across = picture.size?.width ?? width;
  const spot = finger
    ? `<i style="left:${(((finger.x + x) / across) * 100).toFixed(2)}%;--y:${((finger.y + y) / across).toFixed(4)}"></i>`
    : '';
  return `<figure><div><img alt="${when}" src="data:image/${picture.type};base64,${picture.base64}">${spot}</div><figcaption>${when}</figcaption></figure>`;
}

function escapeHtml(text: string): string {
  const marks: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };
  return text.replace(/[&<>"]/g, (mark) => `&${marks[mark]};`);
}

/** The finger's place is a part of the width in both directions: a picture's height is its own. */
const STYLE = `:root { color-scheme: light dark; }
body { font: 15px/1.6 system-ui, sans-serif; margin: 24px; overflow-wrap: anywhere; background: light-dark(#fff, #15171a); color: light-dark(#15181c, #e8eaed); }
a { color: inherit; } ul, ol { padding-left: 24px; } summary { cursor: pointer; } summary span { color: light-dark(#5c6670, #9aa4ae); }
.good { color: light-dark(#06753b, #4cc38a); } .bad, .failed b { color: light-dark(#b42318, #ff8a7a); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; } dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; } dd { margin: 0; overflow-wrap: anywhere; }
.pictures { display: flex; flex-wrap: wrap; gap: 16px; } figure { margin: 8px 0; } figure div { position: relative; width: 240px; }
img { display: block; width: 100%; border: 1px solid light-dark(#d5dae0, #3a4048); }
i { position: absolute; top: calc(var(--y) * 240px); width: 22px; height: 22px; margin: -11px 0 0 -11px; border-radius: 50%; background: rgba(255, 80, 60, .45); border: 2px solid #ff503c; box-sizing: border-box; }`;
