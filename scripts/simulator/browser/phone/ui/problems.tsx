import type { CompileError } from '../../../contract/program';

/** Over the phone until the program is fixed; the next good compile takes it away. */
export function Problems({
  problems,
  onClose,
}: {
  problems: readonly CompileError[];
  onClose: () => void;
}) {
  if (problems.length === 0) return null;
  return (
    <div class="problems" role="alert" data-testid="problems" data-surface="problems">
      <p class="problems-title">
        The program can't run
        <button type="button" onClick={onClose} aria-label="Close">
          ×
        </button>
      </p>
      {problems.map(({ kind, file, line, column, message }) => (
        <div class="problem" key={`${file}:${line}:${message}`}>
          <code class="problem-place">{`${file}${line ? `:${line}${column ? `:${column}` : ''}` : ''}`}</code>
          <span class="problem-kind">{kind}</span>
          <pre>{message}</pre>
        </div>
      ))}
    </div>
  );
}
