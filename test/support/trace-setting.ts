export interface TraceSetting {
  /** Of every step and screen, or of the step that fails and the end. */
  readonly pictures: 'all' | 'failed';
  /** The traces of all journeys, or of those that fail. */
  readonly keep: 'all' | 'failed';
}

/**
 * How much is recorded, by the environment variable TRACE. A picture costs about as much as the
 * step that it shows, and most are never looked at: they are taken when somebody asks.
 *
 * @throws When it is set to what is none of its values.
 */
export function traceSetting(value = process.env.TRACE ?? ''): TraceSetting {
  switch (value) {
    case '':
      return { pictures: 'failed', keep: 'failed' };
    case 'pictures':
      return { pictures: 'all', keep: 'failed' };
    case 'all':
      return { pictures: 'all', keep: 'all' };
    default:
      throw new Error(`TRACE is "${value}"; it may be "pictures" or "all"`);
  }
}
