/**
 * An answer of the phone page. What went wrong comes out as the phone worded it, without the
 * driver's name and the page's trace.
 */
export async function withPlainError<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new Error(readMessage(error), { cause: error });
  }
}

/** The driver's: `page.evaluate: Error: what happened\n    at trace...`. */
function readMessage(error: unknown): string {
  return (error instanceof Error ? error.message : String(error))
    .replace(/^(page|elementHandle|frame)\.\w+: /, '')
    .replace(/^\w*Error: /, '')
    .replace(/\n {4}at [\s\S]*$/, '');
}
