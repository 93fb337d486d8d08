export interface Paragraph {
  readonly id: number;
  readonly heading: boolean;
  readonly text: string;
}

/** Blank lines separate sections; the first line of a section of several lines is its heading. */
export function paragraphs(text: string): Paragraph[] {
  const all = text.split(/\n{2,}/).flatMap((section) => {
    const lines = section.split('\n').filter((line) => line !== '');
    return lines.map((line, index) => ({ heading: index === 0 && lines.length > 1, text: line }));
  });
  return all.map((paragraph, id) => ({ id, ...paragraph }));
}
