/**
 * A document, whether or not anybody holds its text: what is known of it, then at once the table of the meetings that
 * cited it, then what the mentions say and how it stands to other documents. Contradictions are shown, never averaged.
 */
import type { ComponentChild, JSX } from 'preact';
import { formatDate, formatNumber } from '../dates.ts';
import { CitedAtTable } from '../parts/cited-at-table.tsx';
import { DocumentAbout } from '../parts/document-about.tsx';
import { Course } from '../parts/document-course.tsx';
import { Code } from '../parts/document-name.tsx';
import { Candidates, Elsewhere, Relations, Said, Together } from '../parts/document-sections.tsx';
import { Cites, Citing, TakeAway } from '../parts/document-tools.tsx';
import { Dotted } from '../parts/dotted.tsx';
import { DoubtShape } from '../parts/doubt-mark.tsx';
import { FilterForm, SelectField } from '../parts/filter-form.tsx';
import { Link } from '../parts/link.tsx';
import { Pager } from '../parts/pager.tsx';
import { Sparkline } from '../parts/sparkline.tsx';
import { DateText } from '../parts/time.tsx';
import type { DocumentView, Variant } from '../view.ts';
import { sourceLang, wordsOf } from '../words.ts';

export function DocumentPage(props: { readonly view: DocumentView }): JSX.Element {
  const { view } = props;
  return (
    <>
      <Head view={view} />
      <Candidates view={view} />
      <CitedAtSection view={view} />
      <Course view={view} />
      <div class="two">
        <div>
          <Cites view={view} />
          <Relations view={view} />
          <Elsewhere view={view} />
        </div>
        <div>
          <Said view={view} />
          <Together view={view} />
        </div>
      </div>
    </>
  );
}

function Head(props: { readonly view: DocumentView }): JSX.Element {
  const { view } = props;
  const { document, frame, conflicts } = view;
  const { lang } = frame;
  const words = wordsOf(lang);
  return (
    <header class="head">
      <h1>
        {document.typeName === null ? null : `${document.typeName} `}
        <Code code={document.code} />
      </h1>
      <DocumentAbout document={document} lang={lang}>
        {' · '}
        <DocumentDate view={view} />
      </DocumentAbout>
      <p class="state">
        <Dotted
          items={[
            view.state === 'held' ? words.document.held : words.document.notHeld,
            ...(view.texts ?? []).map(({ href, host }) => (
              <Link key={href} to={href} lang={lang}>
                {words.document.readText(host)}
              </Link>
            )),
            view.aliases.length === 0 ? null : `${words.document.aliases} ${view.aliases.join('; ')}`,
            view.feed === null ? null : (
              <Link key="feed" to={view.feed} lang={lang}>
                {words.document.follow}
              </Link>
            ),
          ]}
        />
      </p>
      <Citing view={view} />
      {conflicts.length === 0 ? null : <Conflicts view={view} />}
      {(view.dateDoubts ?? []).map((doubt) => (
        <p key={doubt} class="state">
          <DoubtShape sureness="contradictory" /> {doubt}
        </p>
      ))}
    </header>
  );
}

function DocumentDate(props: { readonly view: DocumentView }): JSX.Element {
  const { date, dateBounds, frame } = props.view;
  const { lang } = frame;
  const words = wordsOf(lang).document;
  if (date !== null) return <time datetime={date}>{words.date(formatDate(date, lang))}</time>;
  const after = dateBounds?.after == null ? null : formatDate(dateBounds.after, lang);
  const before = dateBounds?.before == null ? null : formatDate(dateBounds.before, lang);
  if (dateBounds === null || (after === null && before === null)) return <>{words.noDate}</>;
  return (
    <>
      {after !== null && before !== null
        ? words.between(after, before)
        : after !== null
          ? words.after(after)
          : words.before(before ?? '')}{' '}
      <i class="inferred">{[words.basis[dateBounds.basis], ...(dateBounds.why ?? [])].join(' ')}</i>
    </>
  );
}

function Conflicts(props: { readonly view: DocumentView }): JSX.Element {
  const { conflicts, frame } = props.view;
  const { lang } = frame;
  const words = wordsOf(lang);
  return (
    <section class="conflicts" aria-labelledby="mau-thuan">
      <h2 id="mau-thuan">
        <DoubtShape sureness="contradictory" />{' '}
        {words.counts.conflicts(conflicts.length, formatNumber(conflicts.length, lang))}
        <span class="span">: {words.document.conflicts}</span>
      </h2>
      <dl>
        {conflicts.map(({ field, values }) => (
          <div key={field}>
            <dt>{words.fields[field]}</dt>
            {values.map((variant) => (
              <dd key={variant.value}>
                <VariantText variant={variant} isDate={field === 'date'} view={props.view} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

function VariantText(props: {
  readonly variant: Variant;
  readonly isDate: boolean;
  readonly view: DocumentView;
}): JSX.Element {
  const { variant, isDate, view } = props;
  const { lang } = view.frame;
  const value: ComponentChild = isDate ? (
    <DateText iso={variant.value} lang={lang} />
  ) : (
    <span lang={sourceLang(lang)}>{variant.value}</span>
  );
  return (
    <>
      {value}{' '}
      <span class="under-inline">
        ({wordsOf(lang).counts.times(variant.mentions, formatNumber(variant.mentions, lang))})
      </span>
    </>
  );
}

function CitedAtSection(props: { readonly view: DocumentView }): JSX.Element {
  const { view } = props;
  const { document, frame, citedAt, filters, pages } = view;
  const { lang } = frame;
  const words = wordsOf(lang);
  const useful = filters.filter((filter) => filter.choices.length > 1 || filter.selected !== null);
  return (
    <section class="cited" aria-labelledby="cuoc-hop">
      <div class="heading">
        <h2 id="cuoc-hop">
          <CitedAtHeading view={view} />
        </h2>
        <Sparkline trend={document.trend} lang={lang} />
        <TakeAway view={view} />
      </div>
      {useful.length === 0 ? null : (
        <FilterForm frame={frame} names={useful.map((filter) => filter.name)}>
          {useful.map((filter) => (
            <SelectField key={filter.name} filter={filter} label={words.filter[filter.name]} lang={lang} />
          ))}
        </FilterForm>
      )}
      {citedAt.length === 0 ? (
        document.meetings === 0 ? null : (
          <p class="empty">{words.document.noneFiltered}</p>
        )
      ) : (
        <CitedAtTable
          rows={citedAt}
          caption={words.results.citedAt(document.code)}
          lang={lang}
          sorted={{ by: view.sort, frame }}
        />
      )}
      <Pager pages={pages} frame={frame} />
    </section>
  );
}

function CitedAtHeading(props: { readonly view: DocumentView }): JSX.Element {
  const { document, firstCited, lastCited, frame } = props.view;
  const { lang } = frame;
  const words = wordsOf(lang).document;
  if (document.meetings === 0) return <>{words.neverCited}</>;
  const count = words.citedAt(
    formatNumber(document.meetings, lang),
    formatNumber(document.mentions, lang),
    document.meetings,
  );
  if (firstCited === null || lastCited === null) return <>{count}</>;
  const first = formatDate(firstCited, lang);
  const last = formatDate(lastCited, lang);
  return (
    <>
      {count}
      <span class="span">{first === last ? words.spanOn(first) : words.span(first, last)}</span>
    </>
  );
}
