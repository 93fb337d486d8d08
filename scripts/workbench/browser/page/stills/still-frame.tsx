import { useMemo } from 'preact/hooks';
import { htmlOf, type Still, scrollAsThen } from './still';

/** A still of a phone in its real size, made smaller as a whole. */
export function StillFrame(props: {
  readonly still: Still;
  readonly title: string;
  /** CSS px of the phone's screen. */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}) {
  const { still, title, width, height, scale } = props;
  const html = useMemo(() => htmlOf(still), [still]);
  return (
    <iframe
      class="still"
      title={title}
      sandbox="allow-same-origin"
      srcdoc={html}
      width={width}
      height={height}
      tabIndex={-1}
      style={{ transform: `scale(${scale})` }}
      onLoad={({ currentTarget: { contentDocument } }) => {
        if (contentDocument !== null) scrollAsThen(contentDocument);
      }}
    />
  );
}
