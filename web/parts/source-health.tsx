/**
 * How a source is doing, told by word and by shape: a full disc, a half disc, an empty ring, a dash. Colour says
 * nothing here; why it wants looking at stands beside it in words.
 */
import type { JSX } from 'preact';
import type { Lang } from '../view-terms.ts';
import type { SourceHealth } from '../views/sources.ts';
import { wordsOf } from '../words.ts';

export function HealthMark(props: { readonly health: SourceHealth; readonly lang: Lang }): JSX.Element {
  const needsEye = props.health === 'attention' || props.health === 'silent';
  return (
    <span class={needsEye ? 'mark doubtful' : 'mark'}>
      <svg class="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
        {shapes[props.health]()}
      </svg>{' '}
      {wordsOf(props.lang).sources.health[props.health]}
    </span>
  );
}

/** Why, one line; a reason of no table is shown as it is. */
export function Reasons(props: { readonly reasons: readonly string[]; readonly lang: Lang }): JSX.Element | null {
  if (props.reasons.length === 0) return null;
  const words: Readonly<Record<string, string>> = wordsOf(props.lang).sources.reasons;
  return <span class="reasons">{props.reasons.map((code) => words[code] ?? code).join('; ')}</span>;
}

const shapes: Readonly<Record<SourceHealth, () => JSX.Element>> = {
  good: () => <circle cx="6" cy="6" r="4" fill="currentColor" />,
  attention: () => (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="1.4" />
      <path d="M6 2a4 4 0 0 0 0 8z" fill="currentColor" />
    </>
  ),
  silent: () => <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" stroke-width="1.8" />,
  never: () => <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="1.4" />,
  off: () => <path d="M2 6h8" stroke="currentColor" stroke-width="1.8" />,
  files: () => <path d="M3 1.5h4l2 2v7H3z" fill="none" stroke="currentColor" stroke-width="1.4" />,
};
