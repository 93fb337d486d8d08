/** Texts that only the code of a hosted program holds, whatever its names are made to. */
export const marks = ['ecConnections', 'mobileAppID', "The directory's", '/apps/'];

export function scriptsOf(files: ReadonlyMap<string, Uint8Array>): string {
  const scripts = [...files].filter(([path]) => path.endsWith('.js'));
  return scripts.map(([, content]) => content.toString()).join('\n');
}
