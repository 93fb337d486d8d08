import type { PhoneDevice } from '../../contract/phone';
import { quoteText } from '../../test/text';
import { type Located, locate, meantAt } from './locate';
import { readPage } from './page-tree';
import type { RecordedStep, Recording } from './recording';
import { fromEnvironment, isSecretName } from './test-text';
import { type Valued, valuedAt, valueOfWheel, wheelAround } from './valued';

/** CSS px that a finger may move in a tap, and ms after which it is a long press: WeChat's. */
const tapSlop = 10;
const longPress = 350;
/** ms: what of a touch comes after the pointer is lifted. */
const afterwards = 80;
/** ms for which what scrolls does so because of the person. */
const momentum = 1_500;

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Press extends Place {
  readonly at: number;
  readonly located: Promise<Located | null>;
  /** What has its value by such a gesture, which is recorded as the value. */
  readonly valued: Valued | null;
  /** WeChat has taken it for a tap. */
  tapped: boolean;
  moved: boolean;
  scrolled: boolean;
}

export interface Fingers {
  /** WeChat has taken what was pressed last for a tap. */
  tapped(): void;
}

/**
 * What a person does in one process of the program, as steps. Elements are looked for when the
 * finger goes down: what it does may take them away.
 */
export function watchFingers(inner: Window, phone: PhoneDevice, recording: Recording): Fingers {
  const { document } = inner;
  let press: Press | null = null;
  let gestureAt = Number.NEGATIVE_INFINITY;
  const now = () => performance.now();

  const start = (x: number, y: number) => {
    press = {
      ...{ x, y, at: now(), located: locateAt(phone, x, y) },
      valued: valuedAt(document.elementFromPoint(x, y)),
      ...{ tapped: false, moved: false, scrolled: false },
    };
  };
  const options = { capture: true, passive: true };
  document.addEventListener(
    'pointerdown',
    ({ clientX, clientY, isPrimary, button }) => {
      if (isPrimary && button === 0) start(clientX, clientY);
    },
    options,
  );
  document.addEventListener(
    'pointermove',
    ({ clientX, clientY, isPrimary }) => {
      if (!press || !isPrimary) return;
      if (Math.hypot(clientX - press.x, clientY - press.y) <= tapSlop) return;
      press.moved = true;
      gestureAt = now();
    },
    options,
  );
  const end = ({ clientX, clientY }: PointerEvent) => {
    const ended = press;
    if (!ended) return;
    const held = now() - ended.at;
    const over = new Promise<void>((done) => {
      window.setTimeout(() => {
        if (press === ended) press = null;
        done();
      }, afterwards);
    });
    // Its place among the steps is kept until then: the next finger may be quicker.
    recording.add(async () => {
      await over;
      return await stepAfter(ended, held, { x: clientX, y: clientY });
    });
  };
  document.addEventListener('pointerup', end, options);
  const turn = () => {
    gestureAt = now();
  };
  document.addEventListener('wheel', turn, options);
  document.addEventListener(
    'keydown',
    (event) => {
      const { target, key } = event;
      if (!(key === 'Enter' || key === ' ') || !isElement(target)) return;
      if (isField(target)) {
        const isText = target.localName === 'input' && target.type !== 'range';
        if (key === 'Enter' && isText && !event.isComposing)
          recordConfirm(recording, phone, target);
        return;
      }
      const { left, top, width, height } = target.getBoundingClientRect();
      start(left + width / 2, top + height / 2);
    },
    options,
  );
  document.addEventListener(
    'input',
    ({ target }) => {
      if (isElement(target) && isField(target)) recordInput(recording, phone, target);
    },
    options,
  );
  document.addEventListener(
    'scroll',
    ({ target }) => {
      if (now() - gestureAt > momentum && !press) return;
      if (press) press.scrolled = true;
      if (target === document) recordPageScroll(recording, document);
      else if (isElement(target)) recordScroll(recording, phone, target);
    },
    options,
  );
  return {
    tapped() {
      if (!press) return;
      press.tapped = true;
      // A test taps the middle: of a slider that would be another value.
      if (press.valued === 'slider') return;
      const { located } = press;
      recording.add(async () => stepOf('tap', await located, 'tap()'));
    },
  };
}

async function locateAt(phone: PhoneDevice, x: number, y: number): Promise<Located | null> {
  const tree = phone.process && readPage(phone.process.automation);
  const element = tree && (await meantAt(tree, x, y));
  return element ? await locate(tree, element) : null;
}

async function locateNode(phone: PhoneDevice, node: Element): Promise<Located | null> {
  const tree = phone.process && readPage(phone.process.automation);
  const element = tree?.around(node) ?? null;
  return tree && element ? await locate(tree, element) : null;
}

function stepOf(
  kind: RecordedStep['kind'],
  found: Located | null,
  call: string,
): RecordedStep | null {
  return found && { kind, target: found.text, code: `program.${found.text}.${call}` };
}

/** What a finger did that was no tap. */
async function stepAfter(press: Press, held: number, to: Place): Promise<RecordedStep | null> {
  const { tapped, scrolled, moved, valued, located } = press;
  if (tapped || scrolled || valued === 'slider') return null;
  if (!moved) return held >= longPress ? stepOf('other', await located, 'longPress()') : null;
  if (valued === 'wheel') return null;
  // What a drag chooses in a field is only where the keyboard goes on.
  if (valued === 'field') return stepOf('tap', await located, 'tap()');
  const [x, y] = [to.x - press.x, to.y - press.y];
  const direction = Math.abs(x) > Math.abs(y) ? (x < 0 ? 'left' : 'right') : y < 0 ? 'up' : 'down';
  const distance = Math.round(Math.max(Math.abs(x), Math.abs(y)));
  return stepOf('other', await located, `swipe('${direction}', ${distance})`);
}

type Field = HTMLInputElement | HTMLTextAreaElement;

function recordInput(recording: Recording, phone: PhoneDevice, field: Field): void {
  // At once: what it is said to be now, and not when its turn comes.
  const located = locateNode(phone, field);
  const { value } = field;
  const isSlider = field.type === 'range';
  recording.add(async () => {
    const found = await located;
    const written = isSlider ? value : textOf(field, found?.text ?? '', value);
    return stepOf('fill', found, isSlider ? `slideTo(${written})` : `fill(${written})`);
  });
}

/** What is typed into a field for secrets is the environment's. */
function textOf(field: Field, name: string, value: string): string {
  const given = field.getAttribute('name') || /[\w-]{2,}(?=')/.exec(name)?.[0] || 'password';
  return field.type === 'password' || isSecretName(given)
    ? `${fromEnvironment(given)} ?? ''`
    : quoteText(value);
}

function recordConfirm(recording: Recording, phone: PhoneDevice, field: Field): void {
  const located = locateNode(phone, field);
  const { value } = field;
  recording.add(async () => {
    const found = await located;
    const written = textOf(field, found?.text ?? '', value);
    return stepOf('other', found, `trigger('confirm', { value: ${written} })`);
  });
}

function recordScroll(recording: Recording, phone: PhoneDevice, node: HTMLElement): void {
  const wheel = wheelAround(node);
  if (wheel) {
    const found = locateNode(phone, wheel);
    const value = valueOfWheel(wheel).join(', ');
    recording.add(async () =>
      stepOf('fill', await found, `trigger('change', { value: [${value}] })`),
    );
    return;
  }
  const located = locateNode(phone, node);
  const [x, y] = [Math.round(node.scrollLeft), Math.round(node.scrollTop)];
  const place = [x === 0 ? [] : `x: ${x}`, `y: ${y}`].flat().join(', ');
  recording.add(async () => stepOf('scroll', await located, `scroll({ ${place} })`));
}

function recordPageScroll(recording: Recording, document: Document): void {
  const y = Math.round(document.scrollingElement?.scrollTop ?? 0);
  recording.add(() => ({
    ...{ kind: 'scroll', target: 'page', code: `program.mini.pageScrollTo(${y})` },
  }));
}

/** Of another document than this script's, whose classes are others. */
function isElement(target: EventTarget | null): target is HTMLElement {
  return target !== null && 'localName' in target;
}

function isField(element: HTMLElement): element is Field {
  return element.localName === 'input' || element.localName === 'textarea';
}
