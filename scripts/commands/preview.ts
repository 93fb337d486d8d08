import { shipCommand } from '../deploy/command';
import { examine } from '../doctor/examine';
import { root } from '../setup/say.mjs';

await shipCommand('preview', root, (brand, files) => {
  const findings = examine({ brand, files });
  const lines = (level: 'error' | 'warning') =>
    findings.filter((one) => one.level === level).map(({ what, where }) => `${level}: ${what} (${where})`);
  return { problems: lines('error'), notes: lines('warning') };
}).parseAsync();
