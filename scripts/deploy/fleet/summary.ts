import { drawQr, readQr } from '../upload/qr';
import type { FleetSettings, Shipment } from './run';

const outcomes = {
  sent: 'sent',
  'sent-before': 'sent by an earlier run',
  'not-sent': 'not sent (--dry-run)',
} as const;

/** In a word or two. */
export function outcomeOf(one: Shipment): string {
  if (one.ok) return outcomes[one.state];
  return one.mayHaveArrived ? 'failed, and may have arrived' : 'failed';
}

export interface Result {
  /** Names this run's report. */
  readonly run: string;
  readonly kind: FleetSettings['kind'];
  readonly version: string;
  readonly description: string;
  readonly robot: number;
  readonly brands: readonly Shipment[];
  /** The folder of the source maps. */
  readonly maps: string;
}

/** For the terminal: what came of each brand, failures last, where they are seen. */
export function summaryText({ brands }: Result): string {
  const right = brands.flatMap((one) =>
    one.ok ? [`ok    ${one.brand.padEnd(20)} ${rowOf(one)}`, ...one.notes.map(indent)] : [],
  );
  const wrong = brands.flatMap((one) =>
    one.ok
      ? []
      : [`FAIL  ${one.brand.padEnd(20)} ${one.reason}${idOf(one)}`, ...reasonsOf(one).map(indent)],
  );
  const failed = brands.filter(({ ok }) => !ok).length;
  const end =
    failed === 0 ? `${brands.length} done, none failed.` : `${failed} of ${brands.length} failed.`;
  return `${[...right, ...wrong, '', end, ...arrivedText(brands)].join('\n')}\n`;
}

/** For a pull request, or a page of CI. */
export function summaryMarkdown({
  kind,
  version,
  description,
  robot,
  brands,
  maps,
}: Result): string {
  const rows = brands.map((one) =>
    one.ok
      ? `| ${one.brand} | \`${one.appId}\` | ${outcomes[one.state]} | ${one.sizes.main.toLocaleString('en')} | ${one.sizes.total.toLocaleString('en')} |`
      : `| ${one.brand} | ${one.appId === null ? '' : `\`${one.appId}\``} | **${outcomeOf(one)}** (${one.reason}): ${cell(reasonsOf(one).join(' '))} | | |`,
  );
  return `## ${kind} ${cell(version)} (robot ${robot})

${cell(description)}

| brand | AppID | | main, bytes | all, bytes |
|---|---|---|---:|---:|
${rows.join('\n')}

Source maps: \`${maps}\`
`;
}

/** A preview's codes, to be scanned from the screen. */
export function qrText(brands: readonly Shipment[]): string {
  return brands
    .flatMap((one) => {
      if (!one.ok || one.qrFile === null) return [];
      const text = readQr(one.qrFile);
      return [
        `${one.brand}: ${one.qrFile}\n${text === null ? '(open the picture: its code could not be read)\n' : drawQr(text)}`,
      ];
    })
    .join('\n');
}

/** What only a person can find out. */
function arrivedText(brands: readonly Shipment[]): string[] {
  const unsure = mayHaveArrived(brands);
  if (unsure.length === 0) return [];
  const names = unsure.map(({ brand, appId }) => `  ${brand.padEnd(20)} ${appId ?? ''}`);
  return ['May have arrived; look at 管理 → 版本管理 of each, before you add --again:', ...names];
}

export function mayHaveArrived(brands: readonly Shipment[]) {
  return brands.flatMap((one) => (!one.ok && one.mayHaveArrived ? [one] : []));
}

function idOf({ appId, mayHaveArrived: unsure }: Extract<Shipment, { ok: false }>): string {
  return `${appId === null ? '' : `  ${appId}`}${unsure ? '  may have arrived' : ''}`;
}

function rowOf(one: Extract<Shipment, { ok: true }>): string {
  const { main, total } = one.sizes;
  return `${one.appId}  ${outcomes[one.state]}, ${main.toLocaleString('en')} B main, ${total.toLocaleString('en')} B in all`;
}

function reasonsOf(one: Extract<Shipment, { ok: false }>): readonly string[] {
  return [...one.problems, ...(one.remedy === null ? [] : [`→ ${one.remedy}`])];
}

function indent(line: string): string {
  return `      ${line}`;
}

function cell(text: string): string {
  return text.replace(/[|\n<]/g, ' ');
}
