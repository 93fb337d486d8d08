/**
 * What a component's template holds goes into another node than its own: glass-easel goes on
 * inserting into the component's node, which passes it on.
 */
export function passChildrenTo(from: HTMLElement, to: HTMLElement): void {
  from.appendChild = (node) => to.appendChild(node);
  from.insertBefore = (node, before) => to.insertBefore(node, before);
  from.removeChild = (node) => to.removeChild(node);
  from.replaceChild = (node, old) => to.replaceChild(node, old);
}
