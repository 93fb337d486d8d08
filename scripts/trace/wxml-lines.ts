/** WXML with one tag a line, indented by depth. A text stands with its tag. */
export function wxmlLines(wxml: string): string {
  const lines: string[] = [];
  let depth = 0;
  for (const [piece] of wxml.matchAll(/<[^>]+>[^<]*|^[^<]+/g)) {
    const closes = piece.startsWith('</');
    if (closes) depth = Math.max(0, depth - 1);
    const before = lines.at(-1);
    const [, name] = /^<\/([\w-]+)>/.exec(piece) ?? [];
    // `<text>words</text>` stays on its line.
    if (closes && before?.trimStart().startsWith(`<${name}`) && !before.includes('</')) {
      lines[lines.length - 1] = before + piece.trimEnd();
    } else lines.push('  '.repeat(depth) + piece.trimEnd());
    if (!closes) depth += 1;
  }
  return lines.join('\n');
}
