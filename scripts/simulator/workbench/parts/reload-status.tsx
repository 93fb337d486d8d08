import { useWords } from '../words/words';

export type ReloadState =
  | { readonly kind: 'watching' }
  | { readonly kind: 'building' }
  | { readonly kind: 'reloaded'; readonly at: Date }
  | { readonly kind: 'broken'; readonly errors: number }
  | { readonly kind: 'lost' };

export function ReloadStatus({ state = { kind: 'watching' } }: { readonly state?: ReloadState }) {
  const words = useWords().reload;
  const text = () => {
    switch (state.kind) {
      case 'reloaded':
        return words.reloaded(state.at.toLocaleTimeString(undefined, { hour12: false }));
      case 'broken':
        return words.broken(state.errors);
      default:
        return words[state.kind];
    }
  };
  return <output class={`reload reload-${state.kind}`}>{text()}</output>;
}
