import type { PhoneDevice } from '../../contract/phone';
import { quoteText } from '../../test/text';
import type { RecordedStep, Recording } from './recording';

/**
 * What a person answers on WeChat's own surfaces. Told after the phone's guard, which stops what a
 * finger did not mean; and before the answer is given, so that what is open can still be read.
 */
export function watchSurfaces(page: Document, phone: PhoneDevice, recording: Recording): void {
  page.addEventListener(
    'click',
    ({ target }) => {
      const button = target !== null && 'closest' in target ? (target as Element) : null;
      const name = button?.closest('[data-testid]')?.getAttribute('data-testid') ?? '';
      const step = stepOf(name, page, phone);
      if (step) recording.add(step);
      else if (button?.closest('.navigation-back')) recordBack(phone, recording);
      else if (/^tab-\d+$/.test(name)) recordTab(phone, recording);
    },
    { capture: true },
  );
}

type Make = Parameters<Recording['add']>[0];

function stepOf(name: string, page: Document, phone: PhoneDevice): Make | null {
  switch (name) {
    case 'modal-confirm': {
      const field = page.querySelector<HTMLInputElement>('.modal-input');
      return plain(`program.dialog.accept(${field ? quoteText(field.value) : ''})`);
    }
    case 'modal-cancel':
    case 'action-cancel':
    case 'picker-cancel':
      return plain('program.dialog.dismiss()');
    case 'sheet-allow':
      return plain('program.sheet.allow()');
    case 'sheet-reject':
      return plain('program.sheet.reject()');
    case 'capsule-close':
      return plain('program.phone.background()');
    case 'picker-confirm':
      return pickerStep(phone);
    case 'native-done':
      return nativeStep(phone);
    case 'native-back':
      return phone.nativePage?.kind === 'setting'
        ? nativeStep(phone)
        : plain('program.dialog.dismiss()');
    default:
      return /^action-\d+$/.test(name) ? actionStep(phone, Number(name.slice(7))) : null;
  }
}

function plain(code: string): Make {
  const step: RecordedStep = { kind: 'other', code };
  return () => step;
}

/** By what stands there, unless that stands there twice. */
function choiceOf(options: readonly string[], index: number): string {
  const text = options[index] ?? '';
  return options.indexOf(text) === index && options.lastIndexOf(text) === index
    ? quoteText(text)
    : String(index);
}

function actionStep(phone: PhoneDevice, index: number): Make {
  const { itemList } = phone.dialog?.params ?? {};
  const items = Array.isArray(itemList) ? itemList.map(String) : [];
  return plain(`program.dialog.choose(${choiceOf(items, index)})`);
}

/** With the tap that has opened it, one step. */
function pickerStep(phone: PhoneDevice): Make {
  const columns = phone.picker?.columns ?? [];
  const choices = columns.map(({ options, selected }) => choiceOf(options, selected)).join(', ');
  return (last) =>
    last?.kind === 'tap' && last.target !== undefined
      ? { kind: 'choose', target: last.target, code: `program.${last.target}.choose(${choices})` }
      : { kind: 'other', code: `program.dialog.choose(${choices})` };
}

function nativeStep(phone: PhoneDevice): Make | null {
  const open = phone.nativePage;
  if (!open) return null;
  const labels = open.items.map(({ label }) => label);
  return plain(
    `program.dialog.choose(${open.chosen.map((index) => choiceOf(labels, index)).join(', ')})`,
  );
}

function recordBack(phone: PhoneDevice, recording: Recording): void {
  const code = phone.contract === null ? 'program.goBack()' : 'program.phone.back()';
  recording.add(plain(code));
}

/** Which page a tab is of is known when it is there. */
function recordTab(phone: PhoneDevice, recording: Recording): void {
  const arrived = new Promise<string>((done) =>
    window.setTimeout(async () => {
      await phone.process?.idle();
      done(phone.process?.automation.currentPage()?.path ?? '');
    }),
  );
  recording.add(async () => ({
    kind: 'other',
    code: `program.switchTab(${quoteText(`/${await arrived}`)})`,
  }));
}
