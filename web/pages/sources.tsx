/** The sources: how each is doing, told from its own past, so that silence of a source is not read as silence of bodies. */
import type { JSX } from 'preact';
import { formatDate, formatNumber } from '../dates.ts';
import { HealthMark, Reasons } from '../parts/source-health.tsx';
import { SourceNameLink } from '../parts/source-name.tsx';
import { NightBars } from '../parts/source-nights.tsx';
import { TroublesFold } from '../parts/source-troubles.tsx';
import { DateText } from '../parts/time.tsx';
import type { Lang } from '../view-terms.ts';
import type { SourceHealth, SourceLine, SourcesView } from '../views/sources.ts';
import { sourceLang, wordsOf } from '../words.ts';

export function SourcesPage(props: { readonly view: SourcesView }): JSX.Element {
  const { view } = props;
  const { lang } = view.frame;
  const words = wordsOf(lang).sources;
  return (
    <>
      <div class="head">
        <h1>{words.title}</h1>
        <p class="lead">{words.intro}</p>
        <p class="state">
          {view.lastRun === null
            ? words.noRun
            : words.lastRun(
                words.statuses[view.lastRun.status],
                formatDate(view.lastRun.at, lang),
                formatNumber(view.lastRun.articles, lang),
              )}{' '}
          {view.nextRun === null ? words.noNextRun : words.nextRun(formatDate(view.nextRun, lang))}
        </p>
        <p class="state">{tallyOf(view.sources, lang)}</p>
      </div>
      {view.sources.length === 0 ? <p class="empty">{words.none}</p> : <Table view={view} />}
    </>
  );
}

function Table(props: { readonly view: SourcesView }): JSX.Element {
  const { view } = props;
  const { lang } = view.frame;
  const words = wordsOf(lang).sources;
  return (
    <table class="cards sources">
      <caption class="unseen">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.source}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.run}</th>
          <th scope="col">{words.lately}</th>
          <th scope="col" class="number">
            {words.articles}
          </th>
          <th scope="col">{words.newest}</th>
        </tr>
      </thead>
      <tbody>
        {view.sources.map((source) => (
          <Row key={source.id ?? ''} source={source} lang={lang} />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: { readonly source: SourcesView['sources'][number]; readonly lang: Lang }): JSX.Element {
  const { source, lang } = props;
  const all = wordsOf(lang);
  const words = all.sources;
  const last = source.nights.at(-1);
  return (
    <tr>
      <th scope="row" data-label={words.source}>
        <SourceNameLink source={source} lang={lang} />
        {source.place === null ? null : (
          <span class="under" lang={sourceLang(lang)}>
            {source.place}
          </span>
        )}
      </th>
      <td data-label={words.state}>
        <HealthMark health={source.health} lang={lang} />
        <Reasons reasons={source.reasons} lang={lang} />
        <TroublesFold troubles={source.troubles} lang={lang} />
      </td>
      <td class="date" data-label={words.run}>
        {last === undefined ? (
          <span class="unknown">{words.notYet}</span>
        ) : (
          <>
            <DateText iso={last.at} lang={lang} />
            <span class="under">{words.brought(formatNumber(last.new, lang), formatNumber(last.updated, lang))}</span>
          </>
        )}
      </td>
      <td data-label={words.lately}>
        <NightBars nights={source.nights} lang={lang} />
      </td>
      <td class="number" data-label={words.articles}>
        {formatNumber(source.articles, lang)}
      </td>
      <td class="date" data-label={words.newest}>
        {source.latest === null ? (
          <span class="unknown">{source.articles === 0 ? words.notYet : all.unknownDate}</span>
        ) : (
          <DateText iso={source.latest} lang={lang} />
        )}
      </td>
    </tr>
  );
}

/** "17 đang tốt · 2 cần xem · 5 chưa chạy" */
function tallyOf(sources: readonly SourceLine[], lang: Lang): string {
  const kinds: readonly SourceHealth[] = ['good', 'attention', 'silent', 'never', 'off', 'files'];
  const words = wordsOf(lang).sources.health;
  return kinds
    .map((health) => ({ health, count: sources.filter((source) => source.health === health).length }))
    .filter(({ count }) => count > 0)
    .map(({ health, count }) => `${formatNumber(count, lang)} ${words[health]}`)
    .join(' · ');
}
