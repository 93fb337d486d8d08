import type { TabBarView } from '../../../contract/tab-bar';
import { PAGE_BAR } from '../touch/surface-id';

/** WeChat's native tab bar, 48 px above the safe area. */
export function TabBar({ bar, onTap }: { bar: TabBarView; onTap: (index: number) => void }) {
  return (
    <nav
      class="tab-bar"
      data-surface={PAGE_BAR}
      data-border={bar.borderStyle}
      style={{ background: bar.backgroundColor }}
    >
      {bar.items.map(({ text, icon, badge, dot }, index) => (
        <button
          key={index}
          type="button"
          class="tab-item"
          data-testid={`tab-${index}`}
          aria-current={index === bar.selected ? 'page' : undefined}
          style={{ color: index === bar.selected ? bar.selectedColor : bar.color }}
          onClick={() => onTap(index)}
        >
          <span class="tab-picture">
            {icon !== '' && <img src={icon} alt="" />}
            {badge !== '' && <span class="tab-badge">{badge}</span>}
            {dot && badge === '' && <span class="tab-dot" />}
          </span>
          <span class="tab-text">{text}</span>
        </button>
      ))}
    </nav>
  );
}
