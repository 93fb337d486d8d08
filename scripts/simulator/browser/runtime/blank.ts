/** Elements that are something to look at by themselves. */
const DRAWN = 'img, canvas, input, textarea, video, iframe, svg, [wx-box], wx-web-view';

/**
 * Whether nothing inside `root` can be seen in the window, nor of the page itself (`page` in WXSS)
 * but a colour: what a person would call empty.
 */
export function isBlank(root: HTMLElement): boolean {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    const place = element.getBoundingClientRect();
    if (isOnScreen(place) && isDrawn(element)) return false;
    if (touchesWindow(place) && hasDrawnPseudo(element)) return false;
  }
  const { body } = root.ownerDocument;
  const page = getComputedStyle(body);
  return !(hasText(root) || hasDrawnPseudo(body) || hasPicture(page) || hasLine(page));
}

function isDrawn(element: HTMLElement): boolean {
  const style = getComputedStyle(element);
  if (style.visibility === 'hidden' || style.opacity === '0') return false;
  if (element.matches(DRAWN) || hasText(element)) return true;
  return isColour(style.backgroundColor) || hasPicture(style) || hasLine(style);
}

function hasPicture({ backgroundImage, boxShadow }: CSSStyleDeclaration): boolean {
  return backgroundImage !== 'none' || boxShadow !== 'none';
}

function hasLine(style: CSSStyleDeclaration): boolean {
  return ['top', 'right', 'bottom', 'left'].some(
    (side) =>
      Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0 &&
      isColour(style.getPropertyValue(`border-${side}-color`)),
  );
}

/** Text of its own; that of its children is theirs. */
function hasText(element: HTMLElement): boolean {
  return [...element.childNodes].some((node) => {
    if (node.nodeType !== Node.TEXT_NODE || (node.nodeValue ?? '').trim() === '') return false;
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].some(isOnScreen);
  });
}

/**
 * An icon font's sign stands in a pseudo-element, and lines and badges do: those of an element
 * without a size too.
 */
function hasDrawnPseudo(element: HTMLElement): boolean {
  if (element.getClientRects().length === 0 || getComputedStyle(element).opacity === '0')
    return false;
  return ['::before', '::after'].some((name) => {
    const style = getComputedStyle(element, name);
    const { content, display, visibility, opacity } = style;
    if (content === 'none' || content === 'normal' || display === 'none') return false;
    if (visibility === 'hidden' || opacity === '0') return false;
    if (!/^"\s*"$/.test(content)) return true;
    const hasSize = [style.width, style.height].every((size) => Number.parseFloat(size) > 0);
    return hasLine(style) || (hasSize && (isColour(style.backgroundColor) || hasPicture(style)));
  });
}

function isColour(value: string): boolean {
  return value !== 'transparent' && !/^rgba\(.*, 0\)$/.test(value);
}

function isOnScreen(place: DOMRect): boolean {
  return place.width > 0 && place.height > 0 && touchesWindow(place);
}

/** On it, or a line or a point at its edge. */
function touchesWindow({ width, height, top, bottom, left, right }: DOMRect): boolean {
  const isBefore = (end: number, size: number) => (size > 0 ? end <= 0 : end < 0);
  if (isBefore(bottom, height) || isBefore(right, width)) return false;
  return top < window.innerHeight && left < window.innerWidth;
}
