import type { HostApp, NetworkMode, OpenDialog, PhoneState } from '../../contract/phone';
import type { PickerView } from '../../contract/picker';
import type { DeviceInfo } from '../../contract/process';
import type { CompileError } from '../../contract/program';
import type { NativePageView } from '../../contract/surroundings';
import type { TabBarView } from '../../contract/tab-bar';
import type { OpenSheetKind } from '../../contract/timeline';
import type { Store } from './store';

/** Everything that is drawn. */
export interface PhoneScreen {
  readonly device: DeviceInfo;
  readonly app: HostApp;
  readonly front: PhoneState['front'];
  readonly program: PhoneState['program'];
  readonly programName: string;
  readonly programIcon: string;
  readonly bar: NavigationBar;
  readonly tabBar: TabBarView | null;
  readonly sheet: SheetView | null;
  readonly dialog: OpenDialog | null;
  readonly picker: OpenPicker | null;
  readonly nativePage: OpenNativePage | null;
  /** The privacy contract's page is over the program. */
  readonly contract: string | null;
  /** What the compiler or the program's start found; shown over the phone until fixed. */
  readonly problems: readonly CompileError[];
  readonly network: NetworkMode;
  /** ms, for the status bar; changes once a minute. */
  readonly minute: number;
}

export interface NavigationBar {
  readonly title: string;
  readonly background: string;
  readonly textStyle: 'black' | 'white';
  readonly canGoBack: boolean;
  readonly loading: boolean;
  /** The page has the whole screen; only the capsule is drawn. */
  readonly custom: boolean;
}

export interface OpenPicker {
  readonly view: PickerView;
  /** Stands for this showing of it. */
  readonly shown: object;
}

export interface OpenNativePage {
  readonly view: NativePageView;
  /** Stands for this showing of it. */
  readonly shown: object;
}

export interface SheetView {
  readonly kind: OpenSheetKind;
  /** The masked number; the contract's name; the scope; another program's AppID. */
  readonly subject: string;
  /** What the program wants it for, in its own words. */
  readonly reason?: string;
}

export type ScreenStore = Store<PhoneScreen>;
