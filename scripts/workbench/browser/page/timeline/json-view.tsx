import { useState } from 'preact/hooks';
import { parseJson } from '../../../../timeline/secrets';
import { useWords } from '../words/words';
import { Masked } from './secret';

interface NodeProps {
  readonly name?: string | undefined;
  readonly value: unknown;
  readonly depth: number;
}

/**
 * A value as an outline that folds. A string that itself is JSON (`extraData`, `extMsg`) is opened
 * up in place.
 */
export function JsonView({ value }: { readonly value: unknown }) {
  return (
    <div class="json">
      <JsonNode value={value} depth={0} />
    </div>
  );
}

function JsonNode({ name, value, depth }: NodeProps) {
  if (typeof value === 'string') {
    const inner = /^\s*[[{]/.test(value) ? parseJson(value) : undefined;
    if (typeof inner === 'object' && inner !== null)
      return <Branch name={name} value={inner} depth={depth} isText />;
  }
  if (typeof value === 'object' && value !== null)
    return <Branch name={name} value={value} depth={depth} />;
  return (
    <div class="json-line">
      <Key name={name} />
      <Leaf value={value} />
    </div>
  );
}

function Branch({
  name,
  value,
  depth,
  isText = false,
}: NodeProps & { readonly value: object; readonly isText?: boolean }) {
  const words = useWords();
  const entries = Object.entries(value);
  const [open, setOpen] = useState(depth < 4 && entries.length < 40);
  const [before, after] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const count = <span class="json-count">{words.items(entries.length)}</span>;
  if (entries.length === 0) {
    return (
      <div class="json-line">
        <Key name={name} />
        <span class="json-punctuation">{before + after}</span>
      </div>
    );
  }
  return (
    <div class="json-branch">
      <button
        type="button"
        class="json-line json-fold"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span class="json-arrow" aria-hidden="true" />
        <Key name={name} />
        <span class="json-punctuation">{before}</span>
        {isText && <span class="json-note">{words.jsonText}</span>}
        {!open && count}
        {!open && <span class="json-punctuation">{after}</span>}
      </button>
      {open && (
        <>
          <div class="json-children">
            {entries.map(([key, item]) => (
              <JsonNode
                key={key}
                {...(Array.isArray(value) ? {} : { name: key })}
                value={item}
                depth={depth + 1}
              />
            ))}
          </div>
          <div class="json-line json-punctuation">{after}</div>
        </>
      )}
    </div>
  );
}

function Key({ name }: { readonly name: string | undefined }) {
  if (name === undefined) return null;
  return (
    <>
      <span class="json-key">{name}</span>
      <span class="json-punctuation">: </span>
    </>
  );
}

function Leaf({ value }: { readonly value: unknown }) {
  if (typeof value === 'string') {
    return (
      <span class="json-string">
        "<Masked text={value} />"
      </span>
    );
  }
  if (typeof value === 'number') return <span class="json-number">{value}</span>;
  if (typeof value === 'boolean') return <span class="json-boolean">{String(value)}</span>;
  return <span class="json-null">{value === undefined ? 'undefined' : 'null'}</span>;
}
