/** A file, or a test of it. */
export interface Selection {
  readonly path: string;
  readonly test: string | null;
}
