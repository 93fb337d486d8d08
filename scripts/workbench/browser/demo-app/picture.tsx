/**
 * The harbour at dusk, drawn for the demo app. Colours come from the style sheet, so that it has a
 * day and a night.
 */
export function HarborPicture() {
  return (
    <svg
      class="picture"
      viewBox="0 0 375 210"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <defs>
        <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" class="sky-top" />
          <stop offset="1" class="sky-low" />
        </linearGradient>
      </defs>
      <rect width="375" height="210" fill="url(#sky)" />
      <circle class="sun" cx="288" cy="104" r="25" />
      <path class="hill" d="M0 150c46-28 84-32 128-12 40-34 96-40 142-8 38-18 72-16 105 4v76H0Z" />
      <path
        class="town"
        d="M22 150v-26h14v-12h12v18h10v-30h16v22h10v-14h14v42Zm222 0v-34h12v-10h14v24h12v-16h16v20h10v16Z"
      />
      <g class="lighthouse">
        <path d="M334 150l4-52h12l4 52Z" />
        <rect x="337" y="88" width="14" height="9" rx="1" />
        <path d="M335 88l9-8 9 8Z" />
      </g>
      <rect class="sea" y="150" width="375" height="60" />
      <path class="ripple" d="M18 170h54M104 182h70M222 168h44M296 186h52M40 196h40M200 198h56" />
      <g class="boat">
        <path d="M138 158h66l-9 13h-48Z" />
        <path d="M150 158v-11h36v11ZM158 147v-7h16v7Z" />
        <path d="M166 140v-9" />
      </g>
    </svg>
  );
}

const services = [
  'M4 15h16l-2.5 4h-11ZM7 15v-4h10v4M12 11V6M9 6h6',
  'M6 4h12v16H6zM10 17V8h3a2.5 2.5 0 0 1 0 5h-3',
  'M4 6c3-1 5.5-1 8 1 2.5-2 5-2 8-1v12c-3-1-5.5-1-8 1-2.5-2-5-2-8-1zM12 7v12',
  'M6 3h12v18l-3-2-3 2-3-2-3 2zM9.5 8h5M9.5 12h5',
  'M4 6h16v12H4zM8 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4M13 10h4M13 14h4',
  'M14 7a4 4 0 0 0-5.3 5L4 16.7 7.3 20l4.7-4.7a4 4 0 0 0 5-5.3l-2.5 2.5-2.5-.5-.5-2.5z',
];

export function ServiceIcon({ index }: { readonly index: number }) {
  return (
    <svg width="26" height="26" viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={services[index] ?? ''}
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

export function BubblesIcon() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <path
        fill="currentColor"
        d="M8.2 3C4.5 3 1.5 5.4 1.5 8.4c0 1.7 1 3.2 2.5 4.2l-.6 2 2.3-1.2c.8.2 1.6.4 2.5.4h.6a5 5 0 0 1-.2-1.4c0-2.9 2.7-5.2 6-5.2h.5C14.5 4.7 11.6 3 8.2 3Zm6.4 5.3c-3.1 0-5.6 2-5.6 4.5s2.5 4.5 5.6 4.5c.7 0 1.4-.1 2-.3l1.9 1-.5-1.7c1.3-.8 2.1-2.1 2.1-3.5 0-2.5-2.5-4.5-5.5-4.5Z"
      />
    </svg>
  );
}
