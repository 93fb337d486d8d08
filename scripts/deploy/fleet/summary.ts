import { drawQr, readQr } from '../upload/qr';
import type { FleetSettings, Shipment } from './run';

export const outcomes = {
  sent: 'sent',
  'sent-before': 'sent by an earlier run',
  'not-sent': 'not sent (--dry-run)',
} as const;

export interface Result {
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
    one.ok ? [] : [`FAIL  ${one.brand.padEnd(20)} ${one.reason}`, ...reasonsOf(one).map(indent)],
  );
  const failed = brands.filter(({ ok }) => !ok).length;
  const end =
    failed === 0 ? `${brands.length} done, none failed.` : `${failed} of ${brands.length} failed.`;
  return `${[...right, ...wrong, '', end].join('\n')}\n`;
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
      : `| ${one.brand} | | **failed** (${one.reason}): ${cell(reasonsOf(one).join(' '))} | | |`,
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
