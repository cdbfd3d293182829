/**
 * Who spoke of a document and who never did, by body and month. Three silences are told apart in words and signs: a body
 * met and did not cite it, no meeting of it was seen, no source was there to see one.
 */
import type { JSX } from 'preact';
import { documentPath } from '../address.ts';
import { formatDate, formatNumber } from '../dates.ts';
import { CitedAtTable } from '../parts/cited-at-table.tsx';
import { CoverageTable } from '../parts/coverage-table.tsx';
import { DocumentAbout } from '../parts/document-about.tsx';
import { Code } from '../parts/document-name.tsx';
import { FilterForm } from '../parts/filter-form.tsx';
import { Link } from '../parts/link.tsx';
import { Pager } from '../parts/pager.tsx';
import type { Lang } from '../view-terms.ts';
import type { ChosenCell, CoverageView } from '../views/coverage.ts';
import { sourceLang, wordsOf } from '../words.ts';

type Grid = NonNullable<CoverageView['grid']>;

export function CoveragePage(props: { readonly view: CoverageView }): JSX.Element {
  const { document, frame, grid } = props.view;
  const { lang } = frame;
  const words = wordsOf(lang).coverage;
  const [before = '', after = ''] = words.title('\n').split('\n');
  return (
    <>
      <header class="head">
        <h1>
          {before}
          {document.typeName === null ? null : `${document.typeName} `}
          <Code code={document.code} />
          {after}
        </h1>
        <DocumentAbout document={document} lang={lang} />
        {document.id === null ? null : (
          <p class="state">
            <Link to={documentPath(document.id)} lang={lang}>
              {words.back(document.code)}
            </Link>
          </p>
        )}
      </header>
      {grid === null ? <p class="empty">{words.unsettled}</p> : <Body grid={grid} view={props.view} />}
    </>
  );
}

function Body(props: { readonly grid: Grid; readonly view: CoverageView }): JSX.Element {
  const { grid, view } = props;
  const { frame, document } = view;
  const { lang } = frame;
  const words = wordsOf(lang).coverage;
  const write = (count: number): string => formatNumber(count, lang);
  const span = wordSpan(grid.months, lang);
  return (
    <>
      <FilterForm frame={{ ...frame, address: grid.chosen?.close ?? frame.address }} names={['level', 'year']}>
        {grid.filters.map((filter) => (
          <ChoiceField key={filter.name} filter={filter} lang={lang} />
        ))}
      </FilterForm>
      <p class="lead">
        {words.scope(words.levels[grid.scope.level], grid.scope.place)}, {span}.{' '}
        {grid.met === 0 ? null : <b>{words.summary(grid.met, write(grid.citing), write(grid.met))}</b>}
      </p>
      {grid.lines.length === 0 ? (
        <p class="empty">{words.none}</p>
      ) : (
        <>
          <ul class="coverage-key">
            <li>{words.lead}</li>
            <li>{words.unseen}</li>
            <li>
              <span class="unwatched swatch" aria-hidden="true" /> {words.silence}
            </li>
          </ul>
          <CoverageTable grid={grid} caption={words.caption(document.code, span)} lang={lang} />
          <Pager pages={grid.pages} frame={frame} />
        </>
      )}
      <div class="under">
        {grid.unplaced === 0 ? null : <p>{words.unplaced(grid.unplaced, write(grid.unplaced))}</p>}
        {grid.undated === 0 ? null : <p>{words.undated(grid.undated, write(grid.undated))}</p>}
      </div>
      <Chosen chosen={grid.chosen} grid={grid} view={view} />
      <Never grid={grid} lang={lang} />
    </>
  );
}

/** Without "all": one of the levels is always shown, and without a year the latest months are. */
function ChoiceField(props: { readonly filter: Grid['filters'][number]; readonly lang: Lang }): JSX.Element {
  const { filter, lang } = props;
  const words = wordsOf(lang).coverage;
  const id = `loc-${filter.name}`;
  return (
    <div class="field">
      <label for={id}>{words[filter.name]}</label>
      <select id={id} name={filter.name}>
        {filter.name === 'year' ? <option value="">{words.latest}</option> : null}
        {filter.choices.map(({ value, label, count }) => (
          <option key={value} value={value} selected={value === filter.selected}>
            {label}
            {count === null ? '' : ` (${formatNumber(count, lang)})`}
          </option>
        ))}
      </select>
    </div>
  );
}

function Chosen(props: {
  readonly chosen: ChosenCell | null;
  readonly grid: Grid;
  readonly view: CoverageView;
}): JSX.Element | null {
  const { chosen, grid, view } = props;
  if (chosen === null) return null;
  const { lang } = view.frame;
  const words = wordsOf(lang).coverage;
  const heading = words.chosen(chosen.body, wordSpan(chosen.month === null ? grid.months : [chosen.month], lang));
  return (
    <section aria-labelledby="o">
      <h2 id="o">{heading}</h2>
      {chosen.citedAt.length === 0 ? (
        <p class="empty">{words.noneChosen}</p>
      ) : (
        <CitedAtTable rows={chosen.citedAt} caption={heading} lang={lang} />
      )}
      {chosen.total > chosen.citedAt.length && chosen.citedAt.length > 0 ? (
        <p class="under">
          {words.chosenCut(formatNumber(chosen.citedAt.length, lang), formatNumber(chosen.total, lang))}
        </p>
      ) : null}
      <p class="all">
        <Link to={chosen.close} lang={lang}>
          {words.closeCell}
        </Link>
      </p>
    </section>
  );
}

function Never(props: { readonly grid: Grid; readonly lang: Lang }): JSX.Element | null {
  const { grid, lang } = props;
  if (grid.never.length === 0) return null;
  const words = wordsOf(lang).coverage;
  const write = (count: number): string => formatNumber(count, lang);
  return (
    <section aria-labelledby="chua-nhac">
      <h2 id="chua-nhac">{words.never(grid.neverTotal, write(grid.neverTotal))}</h2>
      <p class="under">{words.neverNote}</p>
      <ul class="never">
        {grid.never.map((line) => (
          <li key={line.key}>
            <span lang={sourceLang(lang)}>{line.name}</span>{' '}
            <span class="under-inline">
              ({words.neverMet(line.meetings, write(line.meetings))}
              {line.citedEver === 0 ? '' : `; ${words.citedBefore(line.citedEver, write(line.citedEver))}`})
            </span>
          </li>
        ))}
      </ul>
      {grid.neverTotal > grid.never.length ? (
        <p class="under">{words.more(write(grid.neverTotal - grid.never.length))}</p>
      ) : null}
    </section>
  );
}

function wordSpan(months: readonly string[], lang: Lang): string {
  const [first = '', last = first] = [months[0], months.at(-1)];
  const [from, to] = [formatDate(first, lang), formatDate(last, lang)];
  return from === to ? from : wordsOf(lang).coverage.span(from, to);
}
