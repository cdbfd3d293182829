import type { JSX } from 'preact';
import { changeAddress } from '../address.ts';
import { formatNumber } from '../dates.ts';
import { DateField, FilterForm, SelectField, TextField } from '../parts/filter-form.tsx';
import { Link } from '../parts/link.tsx';
import { MeetingTable } from '../parts/meeting-list.tsx';
import { Pager } from '../parts/pager.tsx';
import type { MeetingsView } from '../view.ts';
import { wordsOf } from '../words.ts';

/** All meetings, with filters. */
export function MeetingsPage(props: { readonly view: MeetingsView }): JSX.Element {
  const { view } = props;
  const { frame, pages, cites } = view;
  const { lang } = frame;
  const words = wordsOf(lang);
  return (
    <>
      <h1>{words.meetings.title}</h1>
      <FilterForm frame={frame} names={['from', 'to', 'chair', 'kind', 'q']}>
        <DateField name="from" label={words.filter.from} value={view.from} />
        <DateField name="to" label={words.filter.to} value={view.to} />
        <TextField name="chair" label={words.filter.chair} value={view.chair} />
        <SelectField filter={view.kind} label={words.filter.kind} lang={lang} />
        <TextField name="q" label={words.filter.query} value={view.query} />
      </FilterForm>
      <div class="understood">
        <span>{words.meetings.found(pages.total, formatNumber(pages.total, lang))}</span>
        {cites === null ? null : (
          <Link to={changeAddress(frame.address, { cites: null, page: null })} lang={lang} class="part">
            <span class="unseen">{words.filter.remove('')}</span>
            {words.meetings.cites(cites.code)} <span aria-hidden="true">×</span>
          </Link>
        )}
      </div>
      {view.items.length === 0 ? (
        <p class="empty">{words.meetings.none}</p>
      ) : (
        <MeetingTable meetings={view.items} caption={words.meetings.caption} lang={lang} />
      )}
      <Pager pages={pages} frame={frame} />
    </>
  );
}
