import { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { PhoneHost } from '../contract/process';
import type { Errors } from './errors';

/** What glass-easel catches in the program's handlers and hooks, and what it warns about. */
export function listenToGlassEasel(errors: Errors, host: PhoneHost): void {
  glassEasel.addGlobalErrorListener((error) => {
    errors.program(error);
    return false;
  });
  glassEasel.addGlobalWarningListener((message, related) => {
    const where = typeof related === 'string' ? related : related.is;
    host.record({ kind: 'console', level: 'warn', args: [where ? `${where}: ${message}` : message] });
    return false;
  });
}
