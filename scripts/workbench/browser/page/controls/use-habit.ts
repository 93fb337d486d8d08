import type { PhoneDevice } from '@mini-login/simulator/contract';
import { useEffect, useState } from 'preact/hooks';
import type { Habit } from '../setup/setup';

/** Real ms for which an answered sheet can be seen. */
const readingTime = 700;

/** The reader answers WeChat's own sheets on the phone, or they are always answered the same way. */
export function useHabit(phone: PhoneDevice | null): readonly [Habit, (habit: Habit) => void] {
  const [habit, setHabit] = useState<Habit>('ask');
  useEffect(() => {
    if (phone === null || habit === 'ask') return;
    const pending = new Set<number>();
    const answerLater = () =>
      pending.add(window.setTimeout(() => phone.answerSheet(habit), readingTime));
    if (phone.sheet !== null) answerLater();
    const stop = phone.subscribe((entry) => {
      if (entry.kind === 'sheet' && entry.answer === undefined) answerLater();
    });
    return () => {
      stop();
      for (const timer of pending) clearTimeout(timer);
    };
  }, [phone, habit]);
  return [habit, setHabit];
}
