/** One source: how it is doing and on what ground, its newest articles, its runs, what its file says. */
import type { JSX } from 'preact';
import { sourceArticlesPath } from '../address.ts';
import { formatDate, formatNumber } from '../dates.ts';
import { ArticleLines } from '../parts/article-list.tsx';
import { Dotted } from '../parts/dotted.tsx';
import { Facts } from '../parts/facts.tsx';
import { Link, OutsideLink } from '../parts/link.tsx';
import { HealthMark, Reasons } from '../parts/source-health.tsx';
import { NightBars } from '../parts/source-nights.tsx';
import { TroublesList } from '../parts/source-troubles.tsx';
import { DateText } from '../parts/time.tsx';
import type { Lang } from '../view-terms.ts';
import type { Night, SourceView } from '../views/sources.ts';
import { sourceLang, wordsOf } from '../words.ts';

export function SourcePage(props: { readonly view: SourceView }): JSX.Element {
  const { view } = props;
  const { lang } = view.frame;
  const { source } = view;
  const words = wordsOf(lang).sources;
  return (
    <>
      <div class="head">
        <p class="back">
          <Link to="/nguon" lang={lang}>
            {words.title}
          </Link>
        </p>
        <h1 lang={sourceLang(lang)}>{source.name ?? source.id ?? words.unknown}</h1>
        <p class="lead">
          <HealthMark health={source.health} lang={lang} /> <NightBars nights={source.nights} lang={lang} />
        </p>
        <p class="state">
          {words.about[source.health]} <Reasons reasons={source.reasons} lang={lang} />
        </p>
      </div>
      <div class="with-aside">
        <div>
          <Newest view={view} />
          {source.nights.length === 0 ? null : (
            <section>
              <h2>{words.lately}</h2>
              <Nights nights={source.nights} lang={lang} />
            </section>
          )}
          {view.troubles === null ? null : (
            <section>
              <h2>{words.troubles}</h2>
              <TroublesList troubles={view.troubles} lang={lang} />
            </section>
          )}
        </div>
        <Settings view={view} />
      </div>
    </>
  );
}

function Newest(props: { readonly view: SourceView }): JSX.Element {
  const { newest, source, frame } = props.view;
  const words = wordsOf(frame.lang).sources;
  return (
    <section>
      <h2>{words.newestArticles}</h2>
      {newest.length === 0 ? (
        <p class="empty">{words.noArticles}</p>
      ) : (
        <ArticleLines articles={newest} lang={frame.lang} />
      )}
      {source.id === null || source.articles <= newest.length ? null : (
        <p class="all">
          <Link to={sourceArticlesPath(source.id)} lang={frame.lang}>
            {words.allArticles(formatNumber(source.articles, frame.lang))}
          </Link>
        </p>
      )}
    </section>
  );
}

function Nights(props: { readonly nights: readonly Night[]; readonly lang: Lang }): JSX.Element {
  const { lang } = props;
  const words = wordsOf(lang).sources;
  const write = (value: number): string => formatNumber(value, lang);
  const columns = ['fetched', 'new', 'updated', 'failed'] as const;
  return (
    <table class="cards">
      <caption class="unseen">{words.lately}</caption>
      <thead>
        <tr>
          <th scope="col">{words.run}</th>
          <th scope="col">{words.state}</th>
          {columns.map((column) => (
            <th key={column} scope="col" class="number">
              {words.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...props.nights].reverse().map((night) => (
          <tr key={night.run}>
            <th scope="row" class="date" data-label={words.run}>
              <DateText iso={night.at} lang={lang} />
            </th>
            <td data-label={words.state}>
              {words.nightHealth[night.health]}
              <Reasons reasons={night.reasons} lang={lang} />
            </td>
            {columns.map((column) => (
              <td key={column} class="number" data-label={words.columns[column]}>
                {write(night[column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Settings(props: { readonly view: SourceView }): JSX.Element {
  const { settings, source, nextRun, frame } = props.view;
  const { lang } = frame;
  const words = wordsOf(lang).sources;
  const write = (value: number): string => formatNumber(value, lang);
  return (
    <aside class="side" aria-labelledby="cai-dat">
      <h2 id="cai-dat">{words.settings}</h2>
      <Facts
        facts={[
          { label: words.id, value: source.id },
          {
            label: words.place,
            value: source.place === null ? words.noPlace : <span lang={sourceLang(lang)}>{source.place}</span>,
          },
          { label: words.articles, value: write(source.articles) },
          { label: words.newest, value: source.latest === null ? null : <DateText iso={source.latest} lang={lang} /> },
          ...(settings === null
            ? [{ label: words.settings, value: words.noFile }]
            : [
                { label: words.address, value: <OutsideLink to={settings.home}>{settings.home}</OutsideLink> },
                { label: words.hosts, value: settings.hosts.join(', ') },
                {
                  label: words.looksAt,
                  value: (
                    <Dotted
                      items={[
                        settings.feeds === 0 ? null : words.feeds(settings.feeds, write(settings.feeds)),
                        settings.sitemaps === 0 ? null : words.sitemaps(settings.sitemaps, write(settings.sitemaps)),
                        settings.lists === 0 ? null : words.lists(settings.lists, write(settings.lists)),
                      ]}
                    />
                  ),
                },
                {
                  label: words.manners,
                  value: words.pace(write(settings.delayMs / 1000), write(settings.maxPages)),
                },
                { label: words.files, value: settings.attachments ? words.withFiles : words.withoutFiles },
                { label: words.next, value: nextRun === null ? words.noNextRun : formatDate(nextRun, lang) },
              ]),
        ]}
      />
    </aside>
  );
}
