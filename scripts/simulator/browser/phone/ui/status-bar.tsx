import type { PhoneScreen } from '../screen';
import { isInkLight } from './ink';

/** Time, network, battery. */
export function StatusBar({ screen }: { screen: PhoneScreen }) {
  const { network, minute } = screen;
  const time = new Date(minute);
  return (
    <div class="status-bar" data-light={isInkLight(screen)} aria-hidden="true">
      <span class="status-time">{`${time.getHours()}:${String(time.getMinutes()).padStart(2, '0')}`}</span>
      <span class="status-icons">
        {network === 'offline' ? <Airplane /> : <Signal />}
        {network === 'offline' ? null : <Wifi slow={network === 'slow'} />}
        <Battery />
      </span>
    </div>
  );
}

function Signal() {
  return (
    <svg width="17" height="11" viewBox="0 0 17 11" role="presentation">
      {[4, 6, 8.5, 11].map((height, index) => (
        <rect
          key={height}
          x={index * 4.6}
          y={11 - height}
          width="3"
          height={height}
          rx="0.8"
          fill="currentColor"
        />
      ))}
    </svg>
  );
}

function Wifi({ slow }: { slow: boolean }) {
  const faint = slow ? 0.3 : 1;
  return (
    <svg
      width="16"
      height="12"
      viewBox="0 0 16 12"
      fill="none"
      stroke="currentColor"
      stroke-width="1.9"
      role="presentation"
    >
      <path d="M1 4.2a10 10 0 0 1 14 0" opacity={faint} />
      <path d="M3.6 7a6.3 6.3 0 0 1 8.8 0" opacity={faint} />
      <circle cx="8" cy="10" r="1.2" fill="currentColor" stroke="none" />
    </svg>
  );
}

function Airplane() {
  return (
    <svg width="15" height="15" viewBox="0 0 24 24" role="presentation">
      <path
        fill="currentColor"
        d="M21 16v-2l-8-5V3.5a1.5 1.5 0 0 0-3 0V9l-8 5v2l8-2.5V19l-2 1.5V22l3.5-1 3.5 1v-1.5L13 19v-5.500z"
      />
    </svg>
  );
}

function Battery() {
  return (
    <svg width="25" height="12" viewBox="0 0 25 12" fill="none" role="presentation">
      <rect x="0.5" y="0.5" width="21" height="11" rx="3.2" stroke="currentColor" opacity="0.4" />
      <rect x="2" y="2" width="15" height="8" rx="1.8" fill="currentColor" />
      <path
        d="M23 4v4c.8-.3 1.400-1.100 1.400-2S23.800 4.300 23 4z"
        fill="currentColor"
        opacity="0.5"
      />
    </svg>
  );
}
