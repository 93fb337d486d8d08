import type { PhoneDevice } from '@mini-login/simulator/contract';
import { useEffect, useState } from 'preact/hooks';
import type { SheetPolicy } from '../setup/setup';

/** Real ms for which an answered sheet can be seen. */
const readingTime = 700;

/** The reader answers WeChat's own sheets on the phone, or they are always answered the same way. */
export function useSheetPolicy(
  phone: PhoneDevice | null,
): readonly [SheetPolicy, (sheetPolicy: SheetPolicy) => void] {
  const [sheetPolicy, setSheetPolicy] = useState<SheetPolicy>('ask');
  useEffect(() => {
    if (phone === null || sheetPolicy === 'ask') return;
    const pending = new Set<number>();
    const answerLater = () =>
      pending.add(window.setTimeout(() => phone.answerSheet(sheetPolicy), readingTime));
    if (phone.sheet !== null) answerLater();
    const stop = phone.subscribe((entry) => {
      if (entry.kind === 'sheet' && entry.answer === undefined) answerLater();
    });
    return () => {
      stop();
      for (const timer of pending) clearTimeout(timer);
    };
  }, [phone, sheetPolicy]);
  return [sheetPolicy, setSheetPolicy];
}
