/** Filters that are filled in and sent: a plain GET form, so that the address holds what was chosen. */
import type { ComponentChildren, JSX } from 'preact';
import { parametersOf, pathOf } from '../address.ts';
import { formatNumber } from '../dates.ts';
import type { Filter, Lang, PageFrame } from '../view-terms.ts';
import { wordsOf } from '../words.ts';
import { Link } from './link.tsx';
import { LangField } from './search-box.tsx';

export function FilterForm(props: {
  readonly frame: PageFrame;
  /** Parameters that the fields of this form set. */
  readonly names: readonly string[];
  readonly children: ComponentChildren;
}): JSX.Element {
  const { frame } = props;
  const words = wordsOf(frame.lang).filter;
  const parameters = parametersOf(frame.address);
  const kept = parameters.filter(([name]) => !props.names.includes(name) && name !== 'page' && name !== 'lang');
  const isFiltered = parameters.some(([name, value]) => props.names.includes(name) && value !== '');
  return (
    <form class="filters" action={pathOf(frame.address)} method="get" aria-label={words.title}>
      {props.children}
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <LangField lang={frame.lang} />
      <button type="submit">{words.apply}</button>
      {isFiltered ? (
        <Link to={withoutFilters(frame.address, kept)} lang={frame.lang}>
          {words.clear}
        </Link>
      ) : null}
    </form>
  );
}

export function SelectField(props: {
  readonly filter: Filter<string>;
  readonly label: string;
  readonly lang: Lang;
}): JSX.Element {
  const { filter, lang } = props;
  const id = `loc-${filter.name}`;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select id={id} name={filter.name}>
        <option value="">{wordsOf(lang).filter.all}</option>
        {filter.choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === filter.selected}>
            {choice.label}
            {choice.count === null ? '' : ` (${formatNumber(choice.count, lang)})`}
          </option>
        ))}
      </select>
    </div>
  );
}

interface InputProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
}

export function DateField(props: InputProps): JSX.Element {
  const id = `loc-${props.name}`;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input id={id} type="date" name={props.name} value={props.value ?? ''} />
    </div>
  );
}

export function TextField(props: InputProps): JSX.Element {
  const id = `loc-${props.name}`;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input id={id} type="text" name={props.name} value={props.value ?? ''} maxlength={200} />
    </div>
  );
}

function withoutFilters(address: string, kept: readonly (readonly [string, string])[]): string {
  const query = new URLSearchParams(kept.map(([name, value]) => [name, value]));
  return query.size === 0 ? pathOf(address) : `${pathOf(address)}?${query}`;
}
