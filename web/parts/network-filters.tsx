/** The filters of the network page: which lines, which levels, how many meetings, when, how far, how much. */
import type { JSX } from 'preact';
import type { Lang, PageFrame } from '../view-terms.ts';
import type { NetworkAround } from '../views/network.ts';
import { wordsOf } from '../words.ts';
import { DateField, FilterForm, SelectField } from './filter-form.tsx';

/** Filters that always have a value: for them there is no "all". */
const FIRM: readonly string[] = ['depth', 'most'];

export function NetworkFilters(props: { readonly around: NetworkAround; readonly frame: PageFrame }): JSX.Element {
  const { around, frame } = props;
  const { lang } = frame;
  const words = wordsOf(lang);
  const labels = words.network.filter;
  return (
    <FilterForm frame={frame} names={['kinds', 'level', 'least', 'from', 'to', 'depth', 'most']}>
      {around.filters.map((filter) =>
        FIRM.includes(filter.name) ? (
          <FirmSelect key={filter.name} filter={filter} label={labels[filter.name]} lang={lang} />
        ) : (
          <SelectField key={filter.name} filter={filter} label={labels[filter.name]} lang={lang} />
        ),
      )}
      <div class="field">
        <label for="loc-least">{labels.least}</label>
        <input id="loc-least" type="number" name="least" min={1} max={1000} value={around.least ?? ''} />
      </div>
      <DateField name="from" label={words.filter.from} value={around.from} />
      <DateField name="to" label={words.filter.to} value={around.to} />
    </FilterForm>
  );
}

function FirmSelect(props: {
  readonly filter: NetworkAround['filters'][number];
  readonly label: string;
  readonly lang: Lang;
}): JSX.Element {
  const { filter, label } = props;
  const id = `loc-${filter.name}`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={filter.name}>
        {filter.choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === filter.selected}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
