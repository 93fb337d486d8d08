import { z } from 'zod';
import { surveyFolders } from '../../survey/command';

/** The process behind `cli survey`. */
const options = z
  .object({ folders: z.array(z.string()), json: z.boolean(), limit: z.number().int().positive() })
  .safeParse(JSON.parse(process.argv[2] ?? ''));
if (!options.success) {
  process.stderr.write('--limit is a whole number of milliseconds\n');
  process.exitCode = 2;
} else process.exitCode = await surveyFolders(options.data.folders, options.data);
