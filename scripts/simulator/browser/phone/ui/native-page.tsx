import type { NativePageView } from '../../../contract/surroundings';
import type { OpenNativePage } from '../screen';
import { surfaceId } from '../touch/surface-id';
import type { ClientWords } from './words';

interface Props {
  readonly page: OpenNativePage | null;
  readonly words: ClientWords;
  readonly onTurn: (index: number) => void;
  readonly onAnswer: (answer: 'done' | 'back') => void;
}

/** WeChat's own pages: a program's settings, places, the album, a picture. */
export function NativePage({ page, words, onTurn, onAnswer }: Props) {
  if (!page) return null;
  const { view, shown } = page;
  const surface = surfaceId('native page', shown);
  if (view.kind === 'preview')
    return (
      <div class="native-page native-preview" data-native="preview" data-surface={surface}>
        <button
          type="button"
          aria-label={words.close}
          data-testid="native-back"
          onClick={() => onAnswer('back')}
        >
          <img src={view.items[view.chosen[0] ?? 0]?.image} alt="" />
        </button>
      </div>
    );
  return (
    <div class="native-page" data-native={view.kind} data-surface={surface}>
      <header class="native-head">
        <button type="button" data-testid="native-back" onClick={() => onAnswer('back')}>
          {words.back}
        </button>
        <h2>{words.nativeTitle[view.kind]}</h2>
        {view.kind === 'setting' ? (
          <span />
        ) : (
          <button
            type="button"
            class="native-done"
            disabled={view.chosen.length === 0}
            data-testid="native-done"
            onClick={() => onAnswer('done')}
          >
            {words.confirm}
          </button>
        )}
      </header>
      <Items view={view} onTurn={onTurn} />
    </div>
  );
}

function Items({ view, onTurn }: { view: NativePageView; onTurn: Props['onTurn'] }) {
  return (
    <ul class="native-items">
      {view.items.map(({ id, label, image }, index) => (
        <li key={id}>
          <button
            type="button"
            aria-pressed={view.chosen.includes(index)}
            data-testid={`native-item-${index}`}
            onClick={() => onTurn(index)}
          >
            {image && <img src={image} alt="" />}
            <span>{label}</span>
            <i aria-hidden="true">{view.chosen.includes(index) ? '✓' : ''}</i>
          </button>
        </li>
      ))}
    </ul>
  );
}
