import { sideBySide } from '../deploy/fleet/side-by-side';
import { openApi, openRun } from '../deploy/platform/open-run';
import { readProvider } from '../deploy/platform/provider';
import { realTiming, shipOnPlatform } from '../deploy/platform/ship';

/**
 * A run over the third-party platform in a process of its own, to be killed: `<provider> <out>
 * <template> <programs...>`.
 */
const [file = '', out = '', template = '', ...appIds] = process.argv.slice(2);

async function run(): Promise<void> {
  const provider = readProvider(file);
  if (typeof provider === 'string') throw new Error(provider);
  const api = openApi(provider, { timing: realTiming, timeout: 10_000, key: undefined });
  const platform = openRun({
    ...{ provider, api, out, timing: realTiming, templateId: Number(template) },
    ...{ description: 'killed', submit: true, release: false },
    ...{ settle: 500, checkEvery: 500 },
  });
  const shipments = await sideBySide(appIds, 16, (appId) =>
    shipOnPlatform(platform, {
      ...{ brand: appId, appId, version: '1.0.0' },
      extJson: JSON.stringify({ extAppid: appId, ext: { name: appId } }),
    }),
  );
  process.send?.({
    failed: shipments.filter(({ ok }) => !ok),
    // KB
    memory: process.resourceUsage().maxRSS * 1024,
  });
}

void run().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
