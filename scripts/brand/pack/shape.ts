import type { z } from 'zod';
import { say, type Text } from '../../messages/say';
import { values } from '../../messages/values';

/** For what the schema itself has no words: zod's own are English alone. */
export function otherIssue(issue: z.core.$ZodRawIssue): string {
  return say(messageOf(issue));
}

function messageOf(issue: z.core.$ZodRawIssue): Text {
  if (issue.input === undefined) return values.missing();
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected);
    case 'too_small':
      return values.tooFew(String(issue.minimum));
    case 'too_big':
      return values.tooMany(String(issue.maximum));
    case 'invalid_value':
      return values.oneOf(...issue.values.map(String));
    default:
      return values.otherForm();
  }
}

function wrongType(expected: string): Text {
  if (expected === 'string') return values.textExpected();
  if (expected === 'array') return values.listExpected();
  if (expected === 'number') return values.numberExpected();
  return expected === 'object' || expected === 'record'
    ? values.objectExpected()
    : values.otherForm();
}
