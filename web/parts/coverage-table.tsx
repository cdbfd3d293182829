/**
 * Bodies by month. A cell says in signs what its hidden words say in full; months without a source are hatched and named.
 * Under 640 px every body becomes a card with its months in lines.
 */
import type { JSX } from 'preact';
import { formatDate, formatNumber } from '../dates.ts';
import type { Lang } from '../view-terms.ts';
import type { CoverageCellView, CoverageLine, CoverageView } from '../views/coverage.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { Link } from './link.tsx';

type Grid = NonNullable<CoverageView['grid']>;

export function CoverageTable(props: {
  readonly grid: Grid;
  readonly caption: string;
  readonly lang: Lang;
}): JSX.Element {
  const { grid, lang } = props;
  const words = wordsOf(lang).coverage;
  return (
    <table class="cards coverage">
      <caption class="unseen">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.body}</th>
          {grid.months.map((month) => (
            <th key={month} scope="col" class="month">
              {formatDate(month, lang)}
            </th>
          ))}
          <th scope="col" class="number">
            {words.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {grid.lines.map((line) => (
          <Row key={line.key} line={line} lang={lang} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.bodiesCiting}</th>
          {grid.totals.map(({ month, citing, meeting }) => (
            <td key={month} class={meeting === 0 ? 'blank' : undefined} data-label={formatDate(month, lang)}>
              {meeting === 0 ? '–' : `${formatNumber(citing, lang)}/${formatNumber(meeting, lang)}`}
            </td>
          ))}
          <td class="number" data-label={words.total}>
            {formatNumber(grid.citing, lang)}/{formatNumber(grid.met, lang)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function Row(props: { readonly line: CoverageLine; readonly lang: Lang }): JSX.Element {
  const { line, lang } = props;
  const { coverage: words, levels } = wordsOf(lang);
  return (
    <tr>
      <th scope="row">
        <span lang={sourceLang(lang)}>{line.name}</span>
        <span class="under">{levels[line.level ?? 'unknown']}</span>
      </th>
      {line.cells.map((cell) => (
        <Cell key={cell.month} cell={cell} lang={lang} />
      ))}
      <td class="number" data-label={words.total}>
        {formatNumber(line.cited, lang)}/{formatNumber(line.meetings, lang)}
        {line.citedEver === line.cited ? null : (
          <span class="under">{words.ever(line.citedEver, formatNumber(line.citedEver, lang))}</span>
        )}
      </td>
    </tr>
  );
}

function Cell(props: { readonly cell: CoverageCellView; readonly lang: Lang }): JSX.Element {
  const { cell, lang } = props;
  const words = wordsOf(lang).coverage;
  const label = formatDate(cell.month, lang);
  if (!cell.isWatched) {
    return (
      <td class="unwatched" data-label={label}>
        <span>{words.noSource}</span>
      </td>
    );
  }
  if (cell.meetings === 0) {
    return (
      <td class="blank" data-label={label}>
        <span aria-hidden="true">–</span>
        <span class="unseen">{words.noMeeting}</span>
      </td>
    );
  }
  const [cited, meetings] = [formatNumber(cell.cited, lang), formatNumber(cell.meetings, lang)];
  const signs = (
    <>
      <span aria-hidden="true">
        <b>{cited}</b>/{meetings}
      </span>
      <span class="unseen">
        {cell.cited === 0 ? words.neverCell(cell.meetings, meetings) : words.cell(cell.meetings, cited, meetings)}
      </span>
    </>
  );
  return (
    <td class={cell.cited === 0 ? 'silent' : 'spoke'} data-label={label}>
      {cell.href === null ? (
        signs
      ) : (
        <Link to={cell.href} lang={lang}>
          {signs}
        </Link>
      )}
    </td>
  );
}
