import { say } from '../../messages/say';
import { summary as messages } from '../../messages/upload';
import { drawQr, readQr } from '../upload/qr';
import type { FleetSettings, Shipment } from './run';

const outcomes = {
  sent: messages.sent,
  'sent-before': messages.sentBefore,
  'not-sent': messages.notSent,
} as const;

/** In a word or two. */
export function outcomeOf(one: Shipment): string {
  if (one.ok) return say(outcomes[one.state]());
  return say(one.mayHaveArrived ? messages.failedUnsure() : messages.failed());
}

export interface FleetResult {
  /** Names this run's report. */
  readonly run: string;
  readonly kind: FleetSettings['kind'];
  readonly version: string;
  readonly description: string;
  readonly robot: number;
  readonly brands: readonly Shipment[];
  /** The folder of the source maps, of each brand in `<brand>/<version>/`. */
  readonly maps: string;
}

/** For the terminal: what came of each brand, failures last, where they are seen. */
export function summaryText({ brands }: FleetResult): string {
  const right = brands.flatMap((one) =>
    one.ok
      ? [
          `${say(messages.ok()).padEnd(5)} ${one.brand.padEnd(20)} ${rowOf(one)}`,
          ...one.notes.map(indent),
        ]
      : [],
  );
  const wrong = brands.flatMap((one) =>
    one.ok
      ? []
      : [
          `${say(messages.fail()).padEnd(5)} ${one.brand.padEnd(20)} ${one.reason}${idOf(one)}`,
          ...reasonsOf(one).map(indent),
        ],
  );
  const failed = brands.filter(({ ok }) => !ok).length;
  const end = say(
    failed === 0 ? messages.allDone(brands.length) : messages.someFailed(failed, brands.length),
  );
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
}: FleetResult): string {
  const rows = brands.map((one) =>
    one.ok
      ? `| ${one.brand} | \`${one.appId}\` ${cell(one.version)} | ${say(outcomes[one.state]())} | ${one.sizes.main.toLocaleString('en')} | ${one.sizes.total.toLocaleString('en')} |`
      : `| ${one.brand} | ${one.appId === null ? '' : `\`${one.appId}\``} | **${outcomeOf(one)}** (${one.reason}): ${cell(reasonsOf(one).join(' '))} | | |`,
  );
  return `## ${kind} ${cell(version)} (${say(messages.robot(robot))})

${cell(description)}

| ${say(messages.brand())} | AppID | | ${say(messages.mainBytes())} | ${say(messages.allBytes())} |
|---|---|---|---:|---:|
${rows.join('\n')}
${mapsText(maps, brands)}`;
}

function mapsText(folder: string, brands: readonly Shipment[]): string {
  const some = brands.some((one) => one.ok && one.maps !== null);
  return some ? `\n${say(messages.maps(folder))}\n` : '';
}

/** A preview's codes, to be scanned from the screen. */
export function qrText(brands: readonly Shipment[]): string {
  return brands
    .flatMap((one) => {
      if (!one.ok || one.qrFile === null) return [];
      const text = readQr(one.qrFile);
      return [
        `${one.brand}: ${one.qrFile}\n${text === null ? `${say(messages.noCode())}\n` : drawQr(text)}`,
      ];
    })
    .join('\n');
}

/** What only a person can find out. */
function arrivedText(brands: readonly Shipment[]): string[] {
  const unsure = mayHaveArrived(brands);
  if (unsure.length === 0) return [];
  const names = unsure.map(({ brand, appId }) => `  ${brand.padEnd(20)} ${appId ?? ''}`);
  return [say(messages.mayHave()), ...names];
}

export function mayHaveArrived(brands: readonly Shipment[]) {
  return brands.flatMap((one) => (!one.ok && one.mayHaveArrived ? [one] : []));
}

function idOf({ appId, mayHaveArrived: unsure }: Extract<Shipment, { ok: false }>): string {
  return `${appId === null ? '' : `  ${appId}`}${unsure ? `  ${say(messages.unsure())}` : ''}`;
}

function rowOf(one: Extract<Shipment, { ok: true }>): string {
  const { main, total } = one.sizes;
  const sizes = messages.sizes(main.toLocaleString('en'), total.toLocaleString('en'));
  const row = messages.row(say(outcomes[one.state]()), say(sizes));
  return `${one.appId}  ${one.version}  ${say(row)}`;
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
