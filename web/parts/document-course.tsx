/** The course of a document on its page: when it was spoken of, what carries it out, who covered it, where its text is kept. */
import type { JSX } from 'preact';
import { formatNumber } from '../dates.ts';
import type { DocumentView } from '../view.ts';
import type { Lang } from '../view-terms.ts';
import type { CourseView, KeptText } from '../views/course.ts';
import { wordsOf } from '../words.ts';
import { ArticleLink, outletAndDay } from './article-list.tsx';
import { Chain } from './chain.tsx';
import { Dotted } from './dotted.tsx';
import { Link, OutsideLink } from './link.tsx';
import { DateText } from './time.tsx';
import { Timeline } from './timeline.tsx';

export function Course(props: { readonly view: DocumentView }): JSX.Element | null {
  const { document, frame, course } = props.view;
  if (course === undefined) return null;
  const { lang } = frame;
  return (
    <>
      <Timeline months={course.months} undated={course.undated} frame={frame} code={document.code} />
      <CoverageLink course={course} lang={lang} />
      <Chain down={course.down} up={course.up} lang={lang} />
      <Kept course={course} lang={lang} />
    </>
  );
}

function CoverageLink(props: { readonly course: CourseView; readonly lang: Lang }): JSX.Element | null {
  const { course, lang } = props;
  if (course.coverage === null) return null;
  const words = wordsOf(lang).course;
  return (
    <p class="all">
      <Link to={course.coverage} lang={lang}>
        {words.toCoverage}
      </Link>
    </p>
  );
}

function Kept(props: { readonly course: CourseView; readonly lang: Lang }): JSX.Element | null {
  const { course, lang } = props;
  const { texts, textsTotal, named } = course;
  const words = wordsOf(lang).course;
  if (texts.length === 0 && named === null) return null;
  return (
    <section class="kept" aria-labelledby="ban-luu">
      <h2 id="ban-luu">{words.kept}</h2>
      {texts.length === 0 ? (
        <p>{words.notKept}</p>
      ) : (
        <>
          <TextTable texts={texts} lang={lang} />
          {textsTotal > texts.length ? (
            <p class="under">{words.moreTexts(formatNumber(textsTotal - texts.length, lang))}</p>
          ) : null}
        </>
      )}
      {named === null ? null : (
        <ul class="lines">
          <li>
            {words.firstNamed} <ArticleLink article={named.first} lang={lang} />
            <span class="under">
              <Dotted items={outletAndDay(named.first, lang)} />
            </span>
          </li>
          {named.last.id === named.first.id ? null : (
            <li>
              {words.lastNamed} <ArticleLink article={named.last} lang={lang} />
              <span class="under">
                <Dotted items={outletAndDay(named.last, lang)} />
              </span>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

function TextTable(props: { readonly texts: readonly KeptText[]; readonly lang: Lang }): JSX.Element {
  const { lang } = props;
  const words = wordsOf(lang).course;
  return (
    <table class="cards">
      <caption class="unseen">{words.kept}</caption>
      <thead>
        <tr>
          <th scope="col">{words.text}</th>
          <th scope="col">{words.captured}</th>
          <th scope="col" class="number">
            {words.versions}
          </th>
          <th scope="col">{words.hash}</th>
        </tr>
      </thead>
      <tbody>
        {props.texts.map((text) => (
          <tr key={`${text.article.id} ${text.file}`}>
            <th scope="row">
              <ArticleLink article={text.article} lang={lang} />
              <span class="under">
                <Dotted
                  items={[
                    ...outletAndDay(text.article, lang),
                    text.file === null ? null : <OutsideLink to={text.file}>{words.file}</OutsideLink>,
                  ]}
                />
              </span>
            </th>
            <td class="date" data-label={words.captured}>
              {text.capturedAt === null ? words.unknown : <DateText iso={text.capturedAt} lang={lang} />}
            </td>
            <td class="number" data-label={words.versions}>
              {formatNumber(text.versions, lang)}
              {text.changes === null ? null : (
                <>
                  {' '}
                  <Link to={text.changes} lang={lang}>
                    {words.whatChanged}
                  </Link>
                </>
              )}
            </td>
            <td data-label={words.hash}>
              {text.hash === null ? words.unknown : <code class="hash">{text.hash}</code>}
              {text.copy === null ? null : (
                <>
                  {' '}
                  <Link to={text.copy} lang={lang}>
                    {words.openCopy}
                  </Link>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
