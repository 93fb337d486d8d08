/**
 * 16 px line icons, drawn for this page; `currentColor`, never announced: the words next to them say
 * it.
 */
const paths = {
  launch: 'M3 8h8M8 4.5 11.5 8 8 11.5M13.5 3v10',
  result: 'M13 8H5M8 4.5 4.5 8 8 11.5M2.5 3v10',
  wx: 'M6.2 3C3.6 3 1.5 4.7 1.5 6.8c0 1.2.7 2.2 1.7 2.9l-.4 1.5 1.7-.9c.5.2 1.1.3 1.7.3M14.5 9.8c0-1.8-1.7-3.2-3.9-3.2S6.8 8 6.8 9.8s1.7 3.2 3.8 3.2c.5 0 1-.1 1.4-.2l1.4.7-.4-1.3c.9-.6 1.5-1.4 1.5-2.4Z',
  http: 'M2 5.5h10M9.5 3 12 5.5 9.5 8M14 10.5H4M6.5 8 4 10.5 6.5 13',
  screen: 'M4.5 2h7a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1ZM7 12h2',
  sheet: 'M2.5 3h11v10h-11zM2.5 8h11',
  tap: 'M6.5 8.5V3.7a1.2 1.2 0 0 1 2.4 0v3.5l3 .7c.7.2 1.1.8 1 1.5l-.5 2.6c-.2 1-1 1.7-2 1.7H8.6c-.7 0-1.3-.3-1.7-.8L4.3 9.7c.6-.7 1.4-.6 2.2.2',
  lifecycle: 'M13 8a5 5 0 1 1-1.6-3.7M13.2 2.5v2.3h-2.3',
  setData:
    'M5.5 2.5c-1.5 0-2 .7-2 2v1.7c0 1-.5 1.5-1.5 1.8 1 .3 1.5.8 1.5 1.8v1.7c0 1.3.5 2 2 2M10.5 2.5c1.5 0 2 .7 2 2v1.7c0 1 .5 1.5 1.5 1.8-1 .3-1.5.8-1.5 1.8v1.7c0 1.3-.5 2-2 2',
  phone: 'M8 2v5M4.6 4.2a5.2 5.2 0 1 0 6.8 0',
  problem: 'M8 2.5 14 13H2zM8 6.5v3M8 11.3v.2',
  chevron: 'M6 4l4 4-4 4',
  copy: 'M6 5.5h7.5V14H6zM3 11V2.5h7.5',
  check: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.5 10.5 14 14',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  clear: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM3.8 3.8l8.4 8.4',
  external: 'M6.5 3H3v10h10V9.5M9 2.5h4.5V7M13 3 7.5 8.5',
  sliders:
    'M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6M10 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM6 13.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <Line d={paths[name]} width={1.4} />
    </svg>
  );
}

/** With round ends. */
export function Line({
  d,
  width,
  colour = 'currentColor',
}: {
  readonly d: string;
  readonly width: number;
  readonly colour?: string;
}) {
  return (
    <path
      d={d}
      fill="none"
      stroke={colour}
      stroke-width={width}
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  );
}
