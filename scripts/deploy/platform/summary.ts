import { remedies, steps, todo } from '../../messages/platform';
import { say } from '../../messages/say';
import { summary as messages } from '../../messages/upload';
import type { PlatformRecord } from './record';
import type { PlatformShipment } from './ship';

/** One run over the third-party platform. */
export interface PlatformResult {
  readonly run: string;
  readonly kind: 'platform';
  /** Empty: nothing was committed. */
  readonly version: string;
  /** Null: nobody was asked, or nothing was committed. */
  readonly templateId: number | null;
  readonly brands: readonly PlatformShipment[];
}

type Place = Pick<PlatformRecord, 'state' | 'review'> & { readonly extBytes?: number };

const reviews = [
  steps.approved,
  steps.rejected,
  steps.underReview,
  steps.withdrawn,
  steps.delayed,
] as const;

/** Where a version is, in a word or two. */
export function placeOf({ state, review, extBytes }: Place): string {
  if (extBytes !== undefined) return say(steps.wouldCommit((extBytes / 1_000).toFixed(1)));
  if (state === 'released') return say(steps.released());
  if (state === 'replaced') return say(steps.replaced());
  if (review !== null) return say((reviews[review.status] ?? steps.underReview)());
  return say(state === 'checked' ? steps.checked() : steps.committed());
}

/** What a person, or the next run, has to do for it; null: nothing. */
export function todoOf({ state, review, extBytes }: Place, brand: string): string | null {
  if (state === 'released' || extBytes !== undefined) return null;
  if (state === 'replaced') return say(remedies.newVersion());
  if (review === null) return say(todo.submit(brand));
  if (review.status === 0) return say(todo.release(brand));
  if (review.status === 1) return `${say(todo.rejected())} ${review.reason}`.trim();
  return say(review.status === 3 ? todo.withdrawn() : todo.wait());
}

export function platformOutcome(one: PlatformShipment): string {
  if (one.ok) return placeOf(one);
  return say(one.mayHaveArrived ? steps.failedUnsure() : steps.failed());
}

/** For the terminal: failures last, where they are seen. */
export function platformText({ brands }: PlatformResult): string {
  const rows = brands.flatMap((one) => {
    if (!one.ok) return [];
    const next = todoOf(one, one.brand);
    const row = `${say(messages.ok()).padEnd(5)} ${one.brand.padEnd(20)} ${one.appId}  ${one.version}  ${placeOf(one)}`;
    return next === null ? [row] : [row, `      → ${next}`];
  });
  const wrong = brands.flatMap((one) =>
    one.ok
      ? []
      : [
          `${say(messages.fail()).padEnd(5)} ${one.brand.padEnd(20)} ${one.reason}  ${one.appId ?? ''}`,
          ...reasonsOf(one).map((line) => `      ${line}`),
        ],
  );
  const failed = brands.filter(({ ok }) => !ok).length;
  const end = say(
    failed === 0 ? messages.allDone(brands.length) : messages.someFailed(failed, brands.length),
  );
  return `${[...rows, ...wrong, '', end].join('\n')}\n`;
}

export function platformMarkdown(result: PlatformResult): string {
  const rows = result.brands.map((one) => {
    const id = one.appId === null ? '' : `\`${one.appId}\``;
    return one.ok
      ? `| ${one.brand} | ${id} ${cell(one.version)} | ${placeOf(one)} | ${cell(todoOf(one, one.brand) ?? '')} |`
      : `| ${one.brand} | ${id} | **${platformOutcome(one)}** (${one.reason}) | ${cell(reasonsOf(one).join(' '))} |`;
  });
  const template = result.templateId === null ? '' : ` (${result.templateId})`;
  return `## ${`${result.kind} ${cell(result.version)}`.trim()}${template}

| ${say(messages.brand())} | AppID | | |
|---|---|---|---|
${rows.join('\n')}
`;
}

function reasonsOf(one: Extract<PlatformShipment, { ok: false }>): readonly string[] {
  return [...one.problems, ...(one.remedy === null ? [] : [`→ ${one.remedy}`])];
}

function cell(text: string): string {
  return text.replace(/[|\n<]/g, ' ');
}
