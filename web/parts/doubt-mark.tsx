/**
 * How sure a statement is, told by word and by shape: a full disc, a half disc, a diamond. Colour says nothing here.
 */
import type { JSX } from 'preact';
import type { Lang, Status } from '../view-terms.ts';
import { wordsOf } from '../words.ts';

export type Sureness = 'certain' | 'doubtful' | 'contradictory';

/** A contradiction outweighs a settled target; what is not settled is in doubt. */
export function surenessOf(status: Status, conflict: boolean): Sureness {
  if (conflict) return 'contradictory';
  return status === 'resolved' ? 'certain' : 'doubtful';
}

export function DoubtMark(props: { readonly sureness: Sureness; readonly lang: Lang }): JSX.Element {
  return (
    <span class={`mark ${props.sureness}`}>
      <DoubtShape sureness={props.sureness} /> {wordsOf(props.lang).sureness[props.sureness]}
    </span>
  );
}

/** The shape alone, where the words beside it say the same. */
export function DoubtShape(props: { readonly sureness: Sureness }): JSX.Element {
  return (
    <svg class="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
      {shapes[props.sureness]()}
    </svg>
  );
}

const shapes: Readonly<Record<Sureness, () => JSX.Element>> = {
  certain: () => <circle cx="6" cy="6" r="4" fill="currentColor" />,
  doubtful: () => (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="1.4" />
      <path d="M6 2a4 4 0 0 0 0 8z" fill="currentColor" />
    </>
  ),
  contradictory: () => <path d="M6 .8 11.2 6 6 11.2.8 6z" fill="none" stroke="currentColor" stroke-width="1.6" />,
};
