import type { Frame, TimelineEntry } from '@mini-login/simulator';
import type { TestStep } from '@mini-login/simulator/test';
import { clockTime, describe } from '../timeline/describe';
import { maskFor } from './mask';
import { script } from './script';
import { environmentHtml, stepsHtml } from './steps';
import { style } from './style';
import { wxmlLines } from './wxml-lines';

/** What the phone showed at a moment. */
export interface Picture {
  /** The entry that was the reason; null: the end. */
  readonly entry: number | null;
  /** ms of the real clock, which the wire goes by too. */
  readonly at: number;
  readonly title: string;
  /** base64; null: it was over before a picture could be taken. */
  readonly jpeg: string | null;
  /** Of the page in front; '' when no program runs. */
  readonly wxml: string;
}

export interface RunOutcome {
  readonly title: string;
  /** Why it failed; absent: it did not. */
  readonly error?: unknown;
  /** What it ran on, by name, and the command that runs it again. */
  readonly environment?: Readonly<Record<string, string>>;
}

interface Recorded extends RunOutcome {
  readonly entries: readonly TimelineEntry[];
  readonly frames: readonly Frame[];
  readonly pictures: readonly Picture[];
  /** What the test did, in its own words. */
  readonly steps?: readonly TestStep[];
}

/** One HTML document that asks for nothing else. */
export function renderTrace(recorded: Recorded): string {
  const { title, error, environment, entries, frames, pictures, steps = [] } = recorded;
  const mask = maskFor(entries, frames);
  const say = (text: string) => escaped(mask(text));
  const start = entries[0]?.at ?? 0;
  const consoles = entries.filter(({ kind }) => kind === 'console');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1><span data-say class="verdict ${error === undefined ? 'good' : 'bad'}">${error === undefined ? 'passed' : 'failed'}</span> ${say(title)}</h1>
${environmentHtml(environment, say)}
<div class="outcome">
${error === undefined ? '' : `<pre class="error" tabindex="0">${say(wordsOf(error))}</pre>`}
<section data-say class="strip" aria-label="Screens">
${pictures.map((picture) => pictureHtml(picture, say)).join('\n')}
</section>
</div>
</header>
<main${steps.length > 0 ? ' class="with-steps"' : ''}>
${stepsHtml(steps, say)}
<section class="lists">
<div class="tabs">
${tab('timeline', `Timeline <small>${entries.length}</small>`, true)}
${tab('wire', `Wire <small>${frames.length}</small>`)}
${tab('console', `Console <small>${consoles.length}</small>`)}
<input data-say type="search" placeholder="Filter" aria-label="Filter">
</div>
<ol id="timeline">${entries.map((entry) => entryHtml(entry, start, say)).join('\n')}</ol>
<ol id="wire" hidden>${frames.map((frame) => frameHtml(frame, frames[0]?.at ?? 0, say)).join('\n')}</ol>
<ol id="console" hidden>${consoles.map((entry) => entryHtml(entry, start, say)).join('\n')}</ol>
</section>
<aside data-say aria-label="The screen at that moment">
<div class="tabs">
${tab('picture', 'Screen', true)}
${tab('wxml', 'WXML')}
<small class="caption"></small>
</div>
<div id="picture"></div>
<div id="wxml" hidden></div>
</aside>
</main>
<script>${script}</script>
</body>
</html>
`;
}

type Say = (text: string) => string;

function tab(id: string, label: string, selected = false): string {
  return `<button data-say type="button" data-tab="${id}" aria-pressed="${selected}">${label}</button>`;
}

function pictureHtml({ entry, at, title, jpeg, wxml }: Picture, say: Say): string {
  const which = `data-entry="${entry ?? 'end'}" data-at="${at}"`;
  if (jpeg === null) {
    const why = 'over before a picture could be taken';
    return `<figure data-say ${which} class="missed" title="${why}"><figcaption>${say(title)}<small data-say>${why}</small></figcaption></figure>`;
  }
  return `<figure ${which}>
<button type="button"><img src="data:image/jpeg;base64,${jpeg}" alt="${say(title)}"></button>
<figcaption>${say(title)}</figcaption>
<template><pre>${say(wxmlLines(wxml)) || '<span data-say>no program is in front</span>'}</pre></template>
</figure>`;
}

function entryHtml(entry: TimelineEntry, start: number, say: Say): string {
  const { title, summary, tone, badge, ms } = describe(entry);
  return rowHtml({
    data: `data-entry="${entry.id}"`,
    kind: entry.kind,
    tone,
    time: clockTime(Math.max(0, entry.at - start)),
    title: say(title),
    summary: say(summary),
    badge: say([badge, ms === null ? null : `${Math.round(ms)} ms`].filter(Boolean).join(' · ')),
    detail: say(JSON.stringify(entry, null, 2)),
  });
}

function frameHtml({ at, from, client, text }: Frame, start: number, say: Say): string {
  const message: unknown = JSON.parse(isJson(text) ? text : '{}');
  const { method, id, params, result, error } = Object(message);
  return rowHtml({
    data: `data-at="${at}"`,
    kind: from === 'client' ? '→' : '←',
    tone: error === undefined ? 'plain' : 'bad',
    time: clockTime(at - start),
    title: say(String(method ?? (error === undefined ? 'result' : 'error'))),
    summary: say((JSON.stringify(error ?? result ?? params) ?? text).slice(0, 300)),
    badge: say(`client ${client}${id === undefined ? '' : ` · ${String(id).slice(0, 8)}`}`),
    detail: say(isJson(text) ? JSON.stringify(message, null, 2) : text),
  });
}

interface RowParts {
  /** By what its picture is found. */
  readonly data: string;
  readonly kind: string;
  readonly tone: string;
  readonly time: string;
  readonly title: string;
  readonly summary: string;
  readonly badge: string;
  readonly detail: string;
}

function rowHtml({ data, kind, tone, time, title, summary, badge, detail }: RowParts): string {
  return `<li class="${tone}" ${data}><details><summary><time>${time}</time><span class="kind">${kind}</span><b>${title}</b><span class="summary">${summary}</span><span class="badge">${badge}</span></summary><pre>${detail}</pre></details></li>`;
}

function wordsOf(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  // Colours for a terminal.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what they begin with.
  return text.replace(/\u001b\[\d+m/g, '');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
