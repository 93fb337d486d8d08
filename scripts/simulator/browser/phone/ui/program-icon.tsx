/** The program's picture, or its first letter on WeChat's green. */
export function ProgramIcon({
  name,
  icon,
  className,
}: {
  name: string;
  icon: string;
  className: string;
}) {
  if (icon) return <img class={`program-icon ${className}`} src={icon} alt="" />;
  return (
    <span class={`program-icon ${className}`} aria-hidden="true">
      {[...name][0] ?? ''}
    </span>
  );
}
