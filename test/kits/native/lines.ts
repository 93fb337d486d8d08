import {
  type AnswerFile,
  answerFiles,
  olderVectors,
  type ParsedDelivery,
  textOf,
} from './deliveries';

/** One delivery, as the runner of a kit reads it, and what it has to say. */
export interface Expected {
  readonly name: string;
  readonly line: string;
}

export const encode = (text: string) => (text === '' ? '~' : Buffer.from(text).toString('base64'));
export const by = ({ by }: Pick<ParsedDelivery, 'by'>) =>
  by === 'WXLaunchMiniProgram.Resp' ? 'RESP' : 'SHOW_MESSAGE';

/**
 * All vectors in lines of plain fields (kits/kotlin/core/src/test/kotlin/RunDeliveries.kt says
 * which), so that the runner needs no JSON reader, and the one of the kit has no part in the check.
 */
export function allLines(): { readonly input: string; readonly expected: readonly Expected[] } {
  const input: string[] = [];
  const expected: Expected[] = [];
  for (const [file, content] of answerFiles) addAnswers(file, content, input, expected);
  for (const { name, contract, by: way, text, verdict } of olderVectors) {
    input.push(launchLine({ contract, state: '', nonce: '', at: 0 }, answerFiles[0]?.[1]));
    input.push(`deliver 0 ${by({ by: way })} text ${encode(text)}`);
    const fields = Object.entries(verdict.read ?? {});
    const redeemed = fields.map(([field, value]) => `${field}=${encode(value)}`).join(' ');
    expected.push({
      name: `older.json: ${name}`,
      line: verdict.ok ? `redeem ${redeemed}` : `refused ${verdict.code} ${verdict.pending}`,
    });
  }
  return { input: `${input.join('\n')}\n`, expected };
}

function addAnswers(file: string, content: AnswerFile, input: string[], expected: Expected[]) {
  for (const { name, launch, deliveries } of content.vectors) {
    input.push(
      ...genauthLines(content.genauth),
      launchLine({ ...launch, at: Date.parse(launch.at) }, content),
    );
    deliveries.forEach((delivery, index) => {
      input.push(...genauthLines(delivery.genauth ?? {}));
      input.push(`deliver ${Date.parse(delivery.at)} ${by(delivery)} ${valueFields(delivery)}`);
      const { ok, sub = '', code, pending } = delivery.verdict;
      expected.push({
        name: `${file}: ${name}, ${index + 1}`,
        line: ok ? `signed-in ${encode(sub)}` : `refused ${code} ${pending}`,
      });
    });
  }
}

function launchLine(
  launch: { contract: string; state: string; nonce: string; at: number },
  file: AnswerFile | undefined,
): string {
  if (file === undefined) throw new Error('there are no vectors');
  const { contract, state, nonce, at } = launch;
  const { x, y, d } = file.key ?? { x: '', y: '', d: '' };
  const genauth = file.genauth.issuer.replace(/\/oidc$/, '');
  return [
    'launch',
    contract.toUpperCase(),
    encode(state),
    encode(nonce),
    at,
    encode(genauth),
    encode(file.genauth.audience),
    contract === 'sealed' ? encode(`${x},${y},${d}`) : '~',
  ].join(' ');
}

function genauthLines({ jwks, userinfo }: NonNullable<ParsedDelivery['genauth']>): string[] {
  const keys = jwks === undefined ? [] : [`keys ${encode(JSON.stringify(jwks))}`];
  if (userinfo === undefined) return keys;
  const people = Object.entries(userinfo).map(
    ([token, { status, body }]) =>
      `userinfo ${encode(token)} ${status} ${encode(JSON.stringify(body))}`,
  );
  return [...keys, 'nobody', ...people];
}

export function valueFields(delivery: ParsedDelivery): string {
  const text = textOf(delivery);
  if (text !== undefined) return `text ${encode(text)}`;
  const { value } = delivery;
  if (value === null || value === undefined) return 'null ~';
  return `${Array.isArray(value) ? 'list' : typeof value} ~`;
}
