import type { PhoneFiles } from '../../../contract/files';

/** Of this document, by the path and what stood there. */
const urls = new Map<string, { readonly bytes: Uint8Array; readonly url: string }>();

/** Where a file of the phone can be drawn from; an address of nothing when there is none. */
export function fileUrl(path: string, files: PhoneFiles): string {
  const bytes = files.read(path);
  if (!bytes) return 'data:,';
  const known = urls.get(path);
  if (known?.bytes === bytes) return known.url;
  if (known) URL.revokeObjectURL(known.url);
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  urls.set(path, { bytes, url });
  return url;
}
