import { createFileStore } from '../../../scripts/simulator/browser/phone/files/store';
import type { PickerListener, PickerView } from '../../../scripts/simulator/contract/picker';
import type {
  PhoneHost,
  ProgramProcess,
  ServiceAnswer,
  StartProgram,
} from '../../../scripts/simulator/contract/process';
import type { CompiledProgram } from '../../../scripts/simulator/contract/program';
import type { EnterOptions, TimelineEvent } from '../../../scripts/simulator/contract/timeline';
import '../../../scripts/simulator/browser/runtime/main';

/** In the browser: a phone that answers what the test tells it to, and remembers everything. */
export interface FakePhone {
  readonly device: PhoneHost['device'];
  readonly events: TimelineEvent[];
  readonly bars: unknown[];
  readonly tabBars: unknown[];
  readonly calls: {
    readonly service: string;
    readonly params: unknown;
    readonly tapped: boolean;
  }[];
  readonly answers: Record<string, ServiceAnswer>;
  /** While held, answers wait: the program is suspended. */
  held: (() => void)[] | null;
  /** Closed by `answerPicker` of the test, as the phone closes it. */
  picker: { readonly view: PickerView; readonly listener: PickerListener } | null;
  process: ProgramProcess;
  start(program: CompiledProgram, options: EnterOptions): Promise<void>;
}

declare global {
  interface Window {
    fakePhone: FakePhone;
    startProgram: StartProgram;
  }
}

const device: PhoneHost['device'] = {
  language: 'zh_CN',
  theme: 'light',
  fontSizeScaleFactor: 1,
  SDKVersion: '3.8.0',
  version: '8.0.50',
  platform: 'android',
  model: 'Test',
  system: 'Android 14',
  screenWidth: 375,
  screenHeight: 667,
  statusBarHeight: 20,
  safeAreaBottom: 34,
  pixelRatio: 2,
  without: [],
};

const phone: FakePhone = {
  device,
  events: [],
  bars: [],
  tabBars: [],
  calls: [],
  answers: {},
  held: null,
  picker: null,
  get process(): ProgramProcess {
    throw new Error('not started');
  },
  async start(program, options) {
    let lastId = 0;
    const host: PhoneHost = {
      device,
      apis: {
        scanCode: {},
        createVKSession: {},
        offBLEConnectionStateChange: {},
        onBLEConnectionStateChange: {},
      },
      strict: true,
      businessDomains: ['example.com'],
      storage: new Map(),
      files: createFileStore(() => Date.now()),
      storagePolicy: 'kept',
      nextId: () => ++lastId,
      onNetworkStatusChange: () => undefined,
      async call(service, params, { tapped }) {
        phone.calls.push({ service, params, tapped });
        return (
          phone.answers[service] ?? {
            ok: false,
            errMsg: `${service}:fail not answered by the test`,
          }
        );
      },
      record(event) {
        const entry: Record<string, unknown> = { ...event };
        phone.events.push(entry as unknown as TimelineEvent);
        return (rest) => void Object.assign(entry, rest);
      },
      deliver(callback) {
        if (phone.held) phone.held.push(callback);
        else callback();
      },
      setTabBar(bar) {
        phone.tabBars.push(bar);
      },
      setNavigationBar: (bar) => void phone.bars.push(bar),
      dialog: async () => ({}),
      pageChanged: () => undefined,
      openPicker(view, listener) {
        phone.picker = { view, listener };
        return {
          update: (next) => {
            phone.picker = { view: next, listener };
          },
          close: () => {
            phone.picker = null;
          },
        };
      },
    };
    const process = window.startProgram(host, program);
    Object.defineProperty(phone, 'process', { value: process });
    await process.launch(options);
  },
};

window.fakePhone = phone;
