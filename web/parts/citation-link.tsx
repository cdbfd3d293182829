/**
 * A citation in running text: a link whose underline tells how sure it is (solid, dotted, wavy), with words for those who
 * do not see it. What nothing settles leads to its entry below, where the candidates are. With scripts, web/islands/hover.ts
 * shows the entry in short beside the link; `data-entry` names it.
 */
import type { JSX } from 'preact';
import { citationAnchor, entryAnchor, href } from '../address.ts';
import type { CitationMark } from '../view.ts';
import type { Lang } from '../view-terms.ts';
import { Surface } from './document-name.tsx';
import { surenessOf } from './doubt-mark.tsx';

export function CitationLink(props: {
  readonly text: string;
  readonly mark: CitationMark;
  /** False for the rest of a citation that goes on over a paragraph's end. */
  readonly isStart: boolean;
  readonly lang: Lang;
}): JSX.Element {
  const { text, mark, isStart, lang } = props;
  const sureness = surenessOf(mark.status, mark.conflict);
  const entry = entryAnchor(mark.entry);
  return (
    <span class="cite" id={isStart ? citationAnchor(mark.ordinal) : undefined}>
      <a
        href={mark.href === null ? `#${entry}` : href(mark.href, lang)}
        class={sureness}
        data-entry={entry}
        aria-describedby={sureness === 'certain' ? undefined : stateAnchor(mark.entry)}
      >
        <Surface text={text} />
      </a>
    </span>
  );
}

/** Where an entry says in words how sure it is. */
export function stateAnchor(entry: number): string {
  return `s${entry}`;
}
