import type { StepPicture, TestStep } from '@mini-login/simulator/test';

type Say = (text: string) => string;

/** The first column: what the test did, in its own words, with a picture before and after. */
export function stepsHtml(steps: readonly TestStep[], say: Say): string {
  if (steps.length === 0) return '';
  return `<section data-say class="steps" aria-label="Steps">
<div class="tabs"><b data-say>Steps</b> <small>${steps.length}</small></div>
<ol id="steps">${steps.map((step, index) => stepHtml(step, index, say)).join('\n')}</ol>
</section>`;
}

function stepHtml(step: TestStep, index: number, say: Say): string {
  const { title, source, waited, took, error, before, after, finger } = step;
  const tone = error === null ? 'plain' : 'bad';
  const times = `${Math.round(took)} ms${waited > 50 ? `<span data-say>, waited</span> ${Math.round(waited)}` : ''}`;
  const detail = [source ?? 'the line is not known', ...(error === null ? [] : [error])].join('\n');
  return `<li class="${tone}" data-step="${index}"><details><summary><b title="${say(title)}">${say(title)}</b><span class="summary">${say(source ?? '')}</span><span class="badge">${times}</span></summary><pre>${say(detail)}</pre></details><template>${shotHtml('before', before, finger)}${shotHtml('after', after, null)}</template></li>`;
}

function shotHtml(when: string, picture: StepPicture | null, finger: TestStep['finger']): string {
  if (!picture) return '';
  const { x: left, y: top } = picture.origin ?? { x: 0, y: 0 };
  const spot = finger
    ? `<i class="finger" style="left:${Math.round(finger.x + left)}px;top:${Math.round(finger.y + top)}px"></i>`
    : '';
  return `<figure class="shot"><div><img src="data:image/${picture.type};base64,${picture.base64}" alt="${when}" data-say>${spot}</div><figcaption data-say>${when}</figcaption></figure>`;
}

/** What it ran on, and the command that runs it again. */
export function environmentHtml(
  environment: Readonly<Record<string, string>> | undefined,
  say: Say,
): string {
  if (!environment) return '';
  const rows = Object.entries(environment).map(
    ([name, value]) => `<dt>${say(name)}</dt><dd>${say(value)}</dd>`,
  );
  return `<dl class="environment">${rows.join('')}</dl>`;
}
