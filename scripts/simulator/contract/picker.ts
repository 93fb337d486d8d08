export type PickerMode = 'selector' | 'multiSelector' | 'time' | 'date' | 'region';

export interface PickerColumn {
  readonly options: readonly string[];
  readonly selected: number;
}

/** What the sheet of a <picker> shows: WeChat draws it, over the program. */
export interface PickerView {
  readonly mode: PickerMode;
  readonly title: string;
  readonly columns: readonly PickerColumn[];
}

/** What the program's side does about it. */
export interface PickerListener {
  /** The person turned a column. */
  chosen(column: number, index: number): void;
  /** The sheet is gone; `dismissed`: nobody answered, and the program is told nothing. */
  answered(answer: 'confirm' | 'cancel' | 'dismissed'): void;
}

export interface PickerHandle {
  update(view: PickerView): void;
  close(): void;
}
