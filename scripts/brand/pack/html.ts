import { files } from '../../messages/files';
import type { Text } from '../../messages/say';

/** The elements that editors and consoles write into texts. */
const element =
  /<!doctype\s+html|<!--|<\?xml|<\/?[a-z]+:[a-z]+(?:\s[^<>]*)?\/?>|<\/?(?:html|head|body|title|meta|link|style|script|main|section|article|header|footer|nav|div|span|p|br|hr|h[1-6]|a|b|i|u|s|em|strong|small|sub|sup|font|center|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|th|td|img|blockquote|pre|code|iframe|video|form|input|button|svg)(?:\s[^<>]*)?\/?>/i;

const reference =
  /&(?:nbsp|amp|lt|gt|quot|apos|ldquo|rdquo|mdash|hellip|#\d{1,7}|#x[0-9a-f]{1,6});/i;

/** An agreement is shown as it stands: of HTML, people would read the tags. Null: it is none. */
export function htmlProblem(text: string): Text | null {
  const found = htmlIn(text);
  return found === null ? null : files.html(found);
}

/** The first of it; null: there is none. */
export function htmlIn(text: string): string | null {
  return (element.exec(text)?.[0] ?? reference.exec(text)?.[0])?.slice(0, 40) ?? null;
}
