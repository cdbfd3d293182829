import type { JSX } from 'preact';
import { articlePath } from '../address.ts';
import { formatNumber } from '../dates.ts';
import type { ReportLine } from '../view.ts';
import type { ArticleName, Lang } from '../view-terms.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { Dotted } from './dotted.tsx';
import { Link } from './link.tsx';
import { DateText } from './time.tsx';

/** An article's title as a link, at one of its citations where an ordinal is given. */
export function ArticleLink(props: {
  readonly article: ArticleName;
  readonly ordinal?: number;
  readonly lang: Lang;
}): JSX.Element {
  const { article, lang } = props;
  const title = article.title === null || article.title === '' ? null : article.title;
  return (
    <Link to={articlePath(article.id, props.ordinal)} lang={lang}>
      {title === null ? wordsOf(lang).untitled : <span lang={sourceLang(lang)}>{title}</span>}
    </Link>
  );
}

/** Articles as lines: title, outlet, day, and length where it is known. */
export function ArticleLines(props: {
  readonly articles: readonly (ArticleName | ReportLine)[];
  readonly lang: Lang;
}): JSX.Element {
  const { lang } = props;
  return (
    <ul class="lines">
      {props.articles.map((article) => (
        <li key={article.id}>
          <ArticleLink article={article} lang={lang} />
          <span class="under">
            <Dotted items={[...outletAndDay(article, lang), lengthOf(article, lang)]} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What `Dotted` takes: the outlet's name and the day of publication. */
export function outletAndDay(article: ArticleName, lang: Lang): readonly (JSX.Element | null)[] {
  return [
    article.source === null ? null : (
      <span key="outlet" lang={sourceLang(lang)}>
        {article.source}
      </span>
    ),
    article.published === null ? null : <DateText key="day" iso={article.published} lang={lang} />,
  ];
}

function lengthOf(article: ArticleName | ReportLine, lang: Lang): string | null {
  if (!('words' in article) || article.words === null) return null;
  return wordsOf(lang).counts.words(article.words, formatNumber(article.words, lang));
}
