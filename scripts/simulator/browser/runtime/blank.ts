/** Elements that are something to look at by themselves. */
const DRAWN = 'img, canvas, input, textarea, video, iframe, svg, [wx-box], wx-web-view';

/** Whether nothing inside `root` can be seen in the window: what a person would call empty. */
export function isBlank(root: HTMLElement): boolean {
  for (const element of root.querySelectorAll<HTMLElement>('*'))
    if (isOnScreen(element.getBoundingClientRect()) && isDrawn(element)) return false;
  return !hasText(root);
}

function isDrawn(element: HTMLElement): boolean {
  const style = getComputedStyle(element);
  if (style.visibility === 'hidden' || style.opacity === '0') return false;
  if (element.matches(DRAWN) || hasText(element)) return true;
  if (isColour(style.backgroundColor) || style.backgroundImage !== 'none') return true;
  if (style.boxShadow !== 'none') return true;
  const sides = ['top', 'right', 'bottom', 'left'];
  const hasLine = sides.some(
    (side) =>
      Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0 &&
      isColour(style.getPropertyValue(`border-${side}-color`)),
  );
  // An icon font's sign stands in a pseudo-element.
  return hasLine || ['::before', '::after'].some((name) => hasContent(element, name));
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

function hasContent(element: HTMLElement, pseudo: string): boolean {
  const { content, display } = getComputedStyle(element, pseudo);
  return display !== 'none' && /^"[^"]+"$/.test(content);
}

function isColour(value: string): boolean {
  return value !== 'transparent' && !/^rgba\(.*, 0\)$/.test(value);
}

function isOnScreen({ width, height, top, bottom, left, right }: DOMRect): boolean {
  if (width <= 0 || height <= 0) return false;
  return bottom > 0 && right > 0 && top < window.innerHeight && left < window.innerWidth;
}
