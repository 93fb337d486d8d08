/** The browser's own canvas in a <canvas> of the program's; null for every other node. */
export function canvasIn(dom: Element | null | undefined): HTMLCanvasElement | null {
  return dom?.localName === 'wx-canvas' ? dom.querySelector(':scope > canvas') : null;
}
