import type { TimelineEntry } from '@mini-login/simulator/contract';
import { Component } from 'preact';
import { clockTime, describe } from '../../../../timeline/describe';
import { Icon, type IconName } from '../parts/icon';
import type { WorkbenchWords } from '../words/en';
import { useWords } from '../words/words';
import { Details } from './details';
import { groupOf } from './groups';
import { Masked } from './secret';

interface Props {
  readonly entry: TimelineEntry;
  /** ms on the phone's clock from which times are counted. */
  readonly since: number;
  readonly open: boolean;
  /** The phone shows this moment. */
  readonly current: boolean;
  readonly onToggle: (id: number, isOpen: boolean) => void;
}

/** Drawn again only when it changed: a long session has thousands. */
export class TimelineRow extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { entry, since, open, current } = this.props;
    return (
      next.entry !== entry || next.since !== since || next.open !== open || next.current !== current
    );
  }

  override render() {
    return <RowLine {...this.props} />;
  }
}

function RowLine({ entry, since, open, current, onToggle }: Props) {
  const words = useWords();
  const row = describe(entry);
  const from =
    entry.kind === 'http'
      ? entry.from === 'app'
        ? words.details.fromApp
        : words.details.fromProgram
      : null;
  return (
    <li
      class={`row tone-${row.tone} group-${groupOf(entry)}`}
      data-kind={entry.kind}
      id={`entry-${entry.id}`}
    >
      <button
        type="button"
        class="row-line"
        aria-expanded={open}
        aria-current={current ? 'time' : undefined}
        onClick={() => onToggle(entry.id, open)}
      >
        <time class="row-time">{clockTime(entry.at - since)}</time>
        <span class="row-icon">
          <Icon name={iconOf(entry)} />
        </span>
        <span class="row-title">
          <Masked text={titleOf(entry, words) ?? row.title} quiet />
        </span>
        <span class="row-summary">
          <Masked text={row.summary} quiet />
        </span>
        {from !== null && <span class="row-from">{from}</span>}
        {row.badge !== null && <span class="row-badge">{row.badge}</span>}
        {row.ms !== null && row.ms >= 1 && <span class="row-ms">{Math.round(row.ms)} ms</span>}
        {row.tone === 'waiting' && <span class="row-waiting" title={words.details.waiting} />}
      </button>
      {open && <Details entry={entry} />}
    </li>
  );
}

/** Words for what has no name in WeChat's or OIDC's documents. */
function titleOf(entry: TimelineEntry, words: WorkbenchWords): string | null {
  switch (entry.kind) {
    case 'sheet':
      return words.sheets[entry.sheet];
    case 'phone':
      return words.happened[entry.what];
    case 'app':
      return words.appSays[entry.what];
    default:
      return null;
  }
}

function iconOf(entry: TimelineEntry): IconName {
  switch (entry.kind) {
    case 'launch':
      return 'launch';
    case 'extMsg':
      return 'result';
    case 'app':
      return entry.what === 'refused' ? 'cross' : 'check';
    case 'sheet':
      return 'sheet';
    case 'tap':
      return 'tap';
    default:
      return groupOf(entry);
  }
}
