/** The ground of a statement, within one click: how sure it is, why, and how the source printed it. */
import type { ComponentChildren, JSX } from 'preact';
import { formatNumber } from '../dates.ts';
import type { EvidenceLine, Lang, Status } from '../view-terms.ts';
import { wordsOf } from '../words.ts';
import { DoubtMark, surenessOf } from './doubt-mark.tsx';

export function Ground(props: {
  readonly status: Status;
  readonly conflict: boolean;
  readonly printed: string | null;
  readonly evidence: readonly EvidenceLine[];
  /** How many documents it may be; 0 where no list is known. */
  readonly candidates: number;
  readonly lang: Lang;
  /** What stands on the same line, such as the source. */
  readonly children?: ComponentChildren;
}): JSX.Element {
  const words = wordsOf(props.lang).sureness;
  const mark = <DoubtMark sureness={surenessOf(props.status, props.conflict)} lang={props.lang} />;
  return (
    <div class="ground">
      {props.printed === null ? null : <p class="printed">{words.printed(props.printed)}</p>}
      {props.status === 'ambiguous' && props.candidates > 0 ? (
        <p>{words.oneOf(props.candidates, formatNumber(props.candidates, props.lang))}</p>
      ) : null}
      {props.status === 'unknown' ? <p>{words.unknown}</p> : null}
      {props.evidence.length === 0 ? (
        mark
      ) : (
        <details class="why">
          <summary>
            {mark} <span class="ask-why">{words.why}</span>
          </summary>
          <EvidenceList evidence={props.evidence} />
        </details>
      )}
      {props.children === undefined ? null : <span>{props.children}</span>}
    </div>
  );
}

export function EvidenceList(props: { readonly evidence: readonly EvidenceLine[] }): JSX.Element | null {
  if (props.evidence.length === 0) return null;
  return (
    <ul class="evidence">
      {props.evidence.map((line) => (
        <li key={line.text}>{line.text}</li>
      ))}
    </ul>
  );
}
