import { writeFile } from 'node:fs/promises';
import { bundleNoble, bundlePath } from '../deploy/seal/bundle';

/**
 * `npm run seal`: after a new version of @noble. A test holds the committed file to what this
 * makes.
 */
async function main(): Promise<void> {
  const text = await bundleNoble();
  await writeFile(bundlePath, text);
  console.error(`${bundlePath}: ${text.length} bytes`);
}

await main();
