/** Which mini program to open. */
export interface MiniProgramName {
  /** `gh_...`, in the mini program's console under Settings. */
  readonly originalId: string;
  /** 0 released (default), 1 development, 2 trial. */
  readonly type?: 0 | 1 | 2;
}
