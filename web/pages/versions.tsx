/** The versions of an article, newest first, and what changed between two of them. */
import type { JSX } from 'preact';
import { pathOf, storedCopyPath } from '../address.ts';
import { formatDate, formatNumber } from '../dates.ts';
import { ArticleLink } from '../parts/article-list.tsx';
import { ChangedWords, ChangeList, VersionState } from '../parts/change-list.tsx';
import { Facts } from '../parts/facts.tsx';
import { Link } from '../parts/link.tsx';
import { Pager } from '../parts/pager.tsx';
import { LangField } from '../parts/search-box.tsx';
import { DateText } from '../parts/time.tsx';
import type { VersionsView } from '../views/versions.ts';
import { wordsOf } from '../words.ts';

export function VersionsPage(props: { readonly view: VersionsView }): JSX.Element {
  const { view } = props;
  const { article, comparison, frame } = view;
  const { lang } = frame;
  const words = wordsOf(lang).versions;
  return (
    <>
      <header class="head">
        <h1>{words.title(article.title ?? wordsOf(lang).untitled)}</h1>
        <p class="lead">
          <ArticleLink article={article} lang={lang} />
        </p>
        <p class="state">{words.note}</p>
      </header>
      <section>
        <h2>{words.list}</h2>
        <VersionTable view={view} />
        <Pager pages={view.pages} frame={frame} />
      </section>
      {comparison === null ? (
        <p class="empty">{words.onlyOne}</p>
      ) : (
        <section id="so-sanh">
          <h2>{words.compare}</h2>
          <CompareForm view={view} from={comparison.from.version} to={comparison.to.version} />
          <h3>
            {words.changes(formatNumber(comparison.from.version, lang), formatNumber(comparison.to.version, lang))}
          </h3>
          <Changes view={view} comparison={comparison} />
        </section>
      )}
    </>
  );
}

function VersionTable(props: { readonly view: VersionsView }): JSX.Element {
  const { items, article, frame } = props.view;
  const { lang } = frame;
  const words = wordsOf(lang).versions;
  return (
    <table class="cards">
      <caption class="unseen">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.version}</th>
          <th scope="col">{words.captured}</th>
          <th scope="col">{words.state}</th>
          <th scope="col" class="number">
            {words.length}
          </th>
          <th scope="col">{words.copy}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((version) => (
          <tr key={version.version}>
            <th scope="row" data-label={words.version}>
              {formatNumber(version.version, lang)}
            </th>
            <td class="date" data-label={words.captured}>
              <DateText iso={version.capturedAt} lang={lang} />
            </td>
            <td data-label={words.state}>
              <VersionState version={version} lang={lang} />
            </td>
            <td class="number" data-label={words.length}>
              {words.characters(version.length, formatNumber(version.length, lang))}
            </td>
            <td data-label={words.copy}>
              <Link to={storedCopyPath(article.id, version.isCurrent ? undefined : version.version)} lang={lang}>
                {words.open}
              </Link>
              <code class="hash under">{version.snapshotHash}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Numbers are typed, so that versions of other pages of the list can be chosen too. */
function CompareForm(props: { readonly view: VersionsView; readonly from: number; readonly to: number }): JSX.Element {
  const { frame, pages } = props.view;
  const words = wordsOf(frame.lang).versions;
  return (
    <form class="filters" action={`${pathOf(frame.address)}#so-sanh`} method="get">
      <div class="field">
        <label for="tu">{words.from}</label>
        <input id="tu" type="number" name="tu" min={1} max={pages.total} value={props.from} />
      </div>
      <div class="field">
        <label for="den">{words.to}</label>
        <input id="den" type="number" name="den" min={1} max={pages.total} value={props.to} />
      </div>
      <LangField lang={frame.lang} />
      <button type="submit">{words.submit}</button>
    </form>
  );
}

function Changes(props: {
  readonly view: VersionsView;
  readonly comparison: NonNullable<VersionsView['comparison']>;
}): JSX.Element {
  const { lang } = props.view.frame;
  const { title, published, text } = props.comparison;
  const words = wordsOf(lang);
  const own = words.versions;
  if (title === null && published === null && text?.length === 0) return <p>{own.allSame}</p>;
  const day = (iso: string | null): string => (iso === null ? words.notStated : formatDate(iso, lang));
  return (
    <>
      <p class="legend">{own.legend}</p>
      <Facts
        facts={[
          { label: own.titleChanged, value: title === null ? null : <ChangedWords parts={title} lang={lang} /> },
          {
            label: own.publishedChanged,
            value:
              published === null ? null : (
                <>
                  <del>{day(published.from)}</del> <ins>{day(published.to)}</ins>
                </>
              ),
          },
        ]}
      />
      <h4>{own.text}</h4>
      {text === null ? <p>{own.tooLong}</p> : text.length === 0 ? <p>{own.same}</p> : null}
      {text === null ? null : <ChangeList lines={text} lang={lang} />}
    </>
  );
}
