import type { JSX } from 'preact';
import type { Lang, PersonView } from '../view-terms.ts';
import { sourceLang, wordsOf } from '../words.ts';

/** A name with its positions below it; "Không nêu" where no text names anyone. */
export function Person(props: { readonly person: PersonView | null; readonly lang: Lang }): JSX.Element {
  const { person, lang } = props;
  if (person === null) return <span class="unknown">{wordsOf(lang).notStated}</span>;
  return (
    <span lang={sourceLang(lang)}>
      {person.name}
      {person.positions.length === 0 ? null : <span class="under">{person.positions.join(', ')}</span>}
    </span>
  );
}
