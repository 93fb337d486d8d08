import { useWords } from '../words/words';
import { type ScenarioName, scenarioNames } from './scenarios';

/** Logins that play by themselves. */
export function ScenarioList({
  chosen,
  onPlay,
}: {
  /** By the address. */
  readonly chosen: ScenarioName | null;
  readonly onPlay: (name: ScenarioName) => void;
}) {
  const words = useWords();
  return (
    <ul class="scenarios" aria-label={words.scenariosTitle}>
      {scenarioNames.map((name) => {
        const { title, body } = words.scenarios[name];
        return (
          <li key={name}>
            <button
              type="button"
              class="scenario"
              aria-current={name === chosen ? 'true' : undefined}
              onClick={() => onPlay(name)}
            >
              <span class="scenario-title">{title}</span>
              <span class="scenario-body">{body}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
