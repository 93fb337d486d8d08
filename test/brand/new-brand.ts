import { ask, askName } from '../../scripts/brand/ask';
import { createBrand, standardAnswers } from '../../scripts/brand/create';

// `npm run brand -- new`, with a checkout of its own to write to: run in a terminal by a test.
const [root = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  const name = await askName(root);
  createBrand(root, name, await ask({}, standardAnswers(name)));
  console.log('DONE');
}

void main();
