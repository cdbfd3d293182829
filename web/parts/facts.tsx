import type { ComponentChildren, JSX } from 'preact';

export interface Fact {
  readonly label: string;
  /** Null leaves the fact out. */
  readonly value: ComponentChildren;
}

/** Labelled facts, one a line. */
export function Facts(props: { readonly facts: readonly Fact[] }): JSX.Element {
  return (
    <dl class="facts">
      {props.facts
        .filter((fact) => fact.value !== null)
        .map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}
