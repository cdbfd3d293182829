import type { JSX } from 'preact';
import { pathOf } from '../address.ts';
import type { Lang } from '../view-terms.ts';
import { wordsOf } from '../words.ts';

/**
 * The one question of the site. It works by plain submit, and keeps what was typed. The data attributes are the
 * sentences of islands/suggest.ts, which offers what there is while somebody types.
 */
export function SearchBox(props: {
  readonly query: string;
  readonly lang: Lang;
  /** In the page, or small in the header of pages that are about something else. */
  readonly size: 'large' | 'small';
}): JSX.Element {
  const words = wordsOf(props.lang).search;
  return (
    <search class={`search ${props.size}`}>
      <form
        action={pathOf('/tim')}
        method="get"
        data-suggest="/api/v1/suggest"
        data-label={words.offers}
        data-count={words.cited}
        data-people={words.named}
        data-words={words.byWords}
        data-found={words.found}
      >
        <label for="q" class={props.size === 'small' ? 'unseen' : undefined}>
          {words.label}
        </label>
        <SearchRow id="q" query={props.query} hint={words.hint} submit={words.submit} lang={props.lang} />
      </form>
    </search>
  );
}

/** The field of a search by code or words, and its button. */
export function SearchRow(props: {
  readonly id: string;
  readonly query: string;
  readonly hint: string;
  readonly submit: string;
  readonly lang: Lang;
}): JSX.Element {
  return (
    <div class="row">
      <input
        id={props.id}
        type="search"
        name="q"
        value={props.query}
        maxlength={512}
        placeholder={props.hint}
        autocomplete="off"
        spellcheck={false}
      />
      <LangField lang={props.lang} />
      <button type="submit">{props.submit}</button>
    </div>
  );
}

/** Keeps the language of the page when a form is sent. */
export function LangField(props: { readonly lang: Lang }): JSX.Element | null {
  return props.lang === 'vi' ? null : <input type="hidden" name="lang" value={props.lang} />;
}
