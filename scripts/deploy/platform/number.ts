import { z } from 'zod';

/** A number of WeChat's, which its documents' samples also write as text: `"auditid": "1234567"`. */
export const wholeNumber = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);
