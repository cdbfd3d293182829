/** Filters whose choices are links: each sets its parameter in the address, a chosen one takes it away again. */
import type { JSX } from 'preact';
import { changeAddress } from '../address.ts';
import { formatNumber } from '../dates.ts';
import type { Choice, FacetName, Filter, PageFrame } from '../view-terms.ts';
import { wordsOf } from '../words.ts';
import { Link } from './link.tsx';

/** So many choices are shown at once; the others are folded. */
const SHOWN = 6;

export function Facets(props: {
  readonly facets: readonly Filter<FacetName>[];
  readonly frame: PageFrame;
}): JSX.Element {
  return (
    <>
      {props.facets
        .filter((facet) => facet.choices.length > 1 || facet.selected !== null)
        .map((facet) => (
          <Facet key={facet.name} facet={facet} frame={props.frame} />
        ))}
    </>
  );
}

function Facet(props: { readonly facet: Filter<FacetName>; readonly frame: PageFrame }): JSX.Element {
  const { facet, frame } = props;
  const words = wordsOf(frame.lang);
  const first = facet.choices.filter((choice, index) => index < SHOWN || choice.value === facet.selected);
  const rest = facet.choices.filter((choice) => !first.includes(choice));
  const list = (choices: readonly Choice[]): JSX.Element => (
    <ul>
      {choices.map((choice) => (
        <li key={choice.value}>
          <FacetChoice facet={facet} choice={choice} frame={frame} />
        </li>
      ))}
    </ul>
  );
  return (
    <div class="facet">
      <h3>{words.facets[facet.name]}</h3>
      {list(first)}
      {rest.length === 0 ? null : (
        <details>
          <summary>{words.counts.moreValues(rest.length, formatNumber(rest.length, frame.lang))}</summary>
          {list(rest)}
        </details>
      )}
    </div>
  );
}

function FacetChoice(props: {
  readonly facet: Filter<FacetName>;
  readonly choice: Choice;
  readonly frame: PageFrame;
}): JSX.Element {
  const { facet, choice, frame } = props;
  const isChosen = choice.value === facet.selected;
  const to = changeAddress(frame.address, { [facet.name]: isChosen ? null : choice.value, page: null });
  return (
    <Link to={to} lang={frame.lang} class={isChosen ? 'chosen' : 'choice'}>
      {isChosen ? <span class="unseen">{wordsOf(frame.lang).filter.remove('')}</span> : null}
      <span>{choice.label}</span> {isChosen ? <span aria-hidden="true">× </span> : null}
      {choice.count === null ? null : <span class="count">{formatNumber(choice.count, frame.lang)}</span>}
    </Link>
  );
}
