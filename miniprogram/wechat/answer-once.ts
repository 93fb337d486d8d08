/**
 * Asks WeChat something that is to answer once. A call that throws answers with `failure`, and what
 * comes after the first answer is dropped; one that never answers is given up on by the login's
 * alarm.
 */
export function answerOnce<T>(
  done: (answer: T) => void,
  failure: NoInfer<T>,
  ask: (answer: (answer: T) => void) => void,
): void {
  let isAnswered = false;
  const answer = (first: T): void => {
    if (isAnswered) return;
    isAnswered = true;
    done(first);
  };
  try {
    ask(answer);
  } catch {
    answer(failure);
  }
}

/** For what nobody waits for: a WeChat that throws must not end what else is to be done. */
export function attempt(call: () => void): void {
  try {
    call();
  } catch {
    // What was asked for does not happen; the screen offers the same again.
  }
}
