import type { ServerControl } from '../controls/use-servers';
import type { WorkbenchWords } from '../words/en';
import { misbehaviourWords } from '../words/misbehaviour';
import { faultKeys } from './setup';

/** What stands at its control. */
export function labelOf(
  name: string,
  words: WorkbenchWords,
  controls: readonly ServerControl[],
  scenario: string,
): string {
  if (name === 'scenario') return scenario;
  if (name === 'phone') return words.profiles.pc;
  if (name === 'text') return words.fontSize;
  if (name === 'network') return words.network;
  const fault = faultKeys.find((key) => name === `wechat.${key}`);
  if (fault !== undefined) return misbehaviourWords[words.lang].labels[fault];
  return controls.find(({ id }) => name === `server.${id}`)?.label[words.lang] ?? name;
}
