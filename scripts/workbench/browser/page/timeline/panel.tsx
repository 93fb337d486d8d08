import type { TimelineEntry } from '@mini-login/simulator/contract';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Copy } from '../parts/copy';
import { Switch } from '../parts/fields';
import { Icon } from '../parts/icon';
import type { ScenarioName } from '../scenarios/scenarios';
import { useWords } from '../words/words';
import { Empty } from './empty';
import {
  byTime,
  everything,
  type Filter,
  type Group,
  groupOf,
  groups,
  matches,
  toggleGroup,
} from './groups';
import { JourneyStrip } from './journey-strip';
import { KitCodePanel } from './kit-code';
import { TimelineRow } from './row';
import { SecrecyContext, useMaskedText } from './secret';
import { LaunchTotals } from './totals';
import { useListInput } from './use-list-input';
import { useSecrecy } from './use-secrecy';

interface Props {
  readonly entries: readonly TimelineEntry[];
  /** Cleared ones too: what was a secret stays one. */
  readonly all: readonly TimelineEntry[];
  readonly onClear: () => void;
  /** The entry whose moment the phone shows; null: now. */
  readonly past: number | null;
  readonly onGoTo: (entry: number | null) => void;
  /** The scenario that is chosen. */
  readonly chosen: ScenarioName | null;
  /** Null while the phone is not ready for it. */
  readonly onPlay: ((name: ScenarioName) => void) | null;
  /** A login that was to play by itself has stopped on the way. */
  readonly isStuck: boolean;
  /** Where the kits' samples are, and the phone's platform. Null: there are none. */
  readonly code: { readonly path: string; readonly platform: string } | null;
}

export function TimelinePanel({ all, ...props }: Props) {
  const secrecy = useSecrecy(all);
  return (
    <SecrecyContext.Provider value={secrecy}>
      <Panel
        {...props}
        hasBegun={all.some(({ kind }) => kind === 'launch')}
        allShown={secrecy.allShown}
        onShowAll={secrecy.showAll}
      />
    </SecrecyContext.Provider>
  );
}

function Panel({
  entries,
  onClear,
  past,
  onGoTo,
  chosen,
  onPlay,
  isStuck,
  code,
  hasBegun,
  allShown,
  onShowAll,
}: Omit<Props, 'all'> & {
  /** There was a launch, though it may be cleared away. */
  readonly hasBegun: boolean;
  readonly allShown: boolean;
  readonly onShowAll: (on: boolean) => void;
}) {
  const words = useWords();
  const masked = useMaskedText();
  const [filter, setFilter] = useState<Filter>(everything);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [follow, setFollow] = useState(true);
  const stopFollowing = useCallback(() => setFollow(false), []);
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const visible = useMemo(
    () => entries.filter((entry) => matches(entry, filter)),
    [entries, filter],
  );
  const counts = useMemo(() => count(entries), [entries]);

  useLayoutEffect(() => {
    if (follow) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [visible, follow]);

  useListInput(list, search, stopFollowing);

  const goTo = useRef(onGoTo);
  goTo.current = onGoTo;
  const toggle = useCallback((id: number, isOpen: boolean) => {
    setFollow(false);
    goTo.current(isOpen ? null : id);
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
    requestAnimationFrame(() =>
      document.getElementById(`entry-${id}`)?.scrollIntoView({ block: 'nearest' }),
    );
  }, []);
  useEffect(() => {
    if (past === null) return;
    setFollow(false);
    document.getElementById(`entry-${past}`)?.scrollIntoView({ block: 'nearest' });
  }, [past]);
  const jump = (id: number) => {
    onGoTo(id);
    setFilter(everything);
    setFollow(false);
    setOpen((before) => new Set(before).add(id));
    requestAnimationFrame(() =>
      document.getElementById(`entry-${id}`)?.scrollIntoView({ block: 'start' }),
    );
  };

  return (
    <section class="timeline" aria-label={words.timeline}>
      <JourneyStrip entries={entries} onJump={jump} />
      <div class="toolbar">
        <label class="search">
          <Icon name="search" size={14} />
          <input
            ref={search}
            type="search"
            value={filter.text}
            placeholder={words.search}
            title={words.searchHint}
            aria-label={words.search}
            onInput={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
          />
          <kbd>/</kbd>
        </label>
        <Switch
          label={words.showSecrets}
          hint={words.showSecretsHint}
          on={allShown}
          onChange={onShowAll}
        />
        <Switch label={words.follow} hint={words.followHint} on={follow} onChange={setFollow} />
        <span class="toolbar-gap" />
        <Copy label={words.copyAll} text={() => masked(JSON.stringify(visible, null, 2))} />
        <button type="button" class="quiet-button" title={words.clearHint} onClick={onClear}>
          <Icon name="clear" size={14} />
          <span class="quiet-label">{words.clear}</span>
        </button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would take a line of its own */}
      <div class="filters" role="group" aria-label={words.filters}>
        <FilterChip
          pressed={filter.groups.size === 0}
          onClick={() => setFilter({ ...filter, groups: new Set() })}
          label={words.all}
          count={entries.length}
        />
        {groups.map((group) => (
          <FilterChip
            key={group}
            group={group}
            pressed={filter.groups.has(group)}
            onClick={() => setFilter(toggleGroup(filter, group))}
            label={words.groups[group]}
            count={counts[group]}
          />
        ))}
      </div>
      <div
        class="rows"
        ref={list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {visible.length === 0 ? (
          <Empty
            why={entries.length > 0 ? 'noMatch' : hasBegun ? 'cleared' : 'empty'}
            onReset={() => setFilter(everything)}
            chosen={chosen}
            onPlay={onPlay}
          />
        ) : (
          <Rows entries={visible} all={entries} open={open} past={past} onToggle={toggle} />
        )}
      </div>
      {isStuck && (
        <p class="stuck" role="status">
          {words.scenarioStuck}
        </p>
      )}
      {code !== null && <KitCodePanel {...code} entries={entries} />}
      <p class="count">
        <span aria-live="polite">{words.countOf(visible.length, entries.length)}</span>
        <LaunchTotals entries={entries} />
      </p>
    </section>
  );
}

function Rows(props: {
  readonly entries: readonly TimelineEntry[];
  readonly all: readonly TimelineEntry[];
  readonly open: ReadonlySet<number>;
  readonly past: number | null;
  readonly onToggle: (id: number, isOpen: boolean) => void;
}) {
  const words = useWords();
  const launches = props.all.filter((entry) => entry.kind === 'launch');
  const first = props.all[0]?.at ?? 0;
  const sections = [null, ...launches].map((launch, index) => ({
    launch,
    number: index,
    entries: props.entries.filter(
      (entry) =>
        entry.id >= (launch?.id ?? 0) &&
        entry.id < (launches[index]?.id ?? Number.POSITIVE_INFINITY),
    ),
  }));
  return (
    <>
      {sections
        .filter((section) => section.entries.length > 0)
        .map(({ launch, number, entries }) => (
          <section key={launch?.id ?? 0} class="launch">
            <h3>
              {launch === null ? words.beforeLaunch : words.launchNumber(number, launch.cold)}
              {launch !== null && <span>{new Date(launch.at).toLocaleTimeString()}</span>}
            </h3>
            <ol>
              {byTime(entries).map((entry) => (
                <TimelineRow
                  key={entry.id}
                  entry={entry}
                  since={launch?.at ?? first}
                  open={props.open.has(entry.id)}
                  current={entry.id === props.past}
                  onToggle={props.onToggle}
                />
              ))}
            </ol>
          </section>
        ))}
    </>
  );
}

function FilterChip(props: {
  readonly label: string;
  readonly count: number;
  readonly pressed: boolean;
  readonly group?: Group;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      class={`chip${props.group === undefined ? '' : ` group-${props.group}`}`}
      aria-pressed={props.pressed}
      onClick={props.onClick}
    >
      {props.label}
      <span class="chip-count">{props.count > 0 && props.count}</span>
    </button>
  );
}

function count(entries: readonly TimelineEntry[]): Record<Group, number> {
  const counts: Record<Group, number> = {
    result: 0,
    wx: 0,
    http: 0,
    screen: 0,
    lifecycle: 0,
    setData: 0,
    phone: 0,
    problem: 0,
  };
  for (const entry of entries) counts[groupOf(entry)] += 1;
  return counts;
}
