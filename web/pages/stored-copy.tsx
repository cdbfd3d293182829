/** The kept bytes of an article as text that nothing runs, with what is known of them. */
import type { JSX } from 'preact';
import { changeAddress, versionsPath } from '../address.ts';
import { formatNumber } from '../dates.ts';
import { ArticleLink, outletAndDay } from '../parts/article-list.tsx';
import { VersionState } from '../parts/change-list.tsx';
import { Dotted } from '../parts/dotted.tsx';
import { Facts } from '../parts/facts.tsx';
import { Link, OutsideLink } from '../parts/link.tsx';
import { DateText } from '../parts/time.tsx';
import type { StoredCopyView } from '../views/stored-copy.ts';
import { sourceLang, wordsOf } from '../words.ts';

export function StoredCopyPage(props: { readonly view: StoredCopyView }): JSX.Element {
  const { view } = props;
  const { lang } = view.frame;
  const words = wordsOf(lang).storedCopy;
  return (
    <>
      <header class="head">
        <h1>{words.title(view.article.title ?? wordsOf(lang).untitled)}</h1>
        <p class="lead">
          <Dotted items={outletAndDay(view.article, lang)} />
        </p>
        <p class="state">{view.shown === 'read' ? words.noteRead : words.note}</p>
      </header>
      <section>
        <h2>{words.facts}</h2>
        <CopyFacts view={view} />
      </section>
      <section>
        <h2>{words.headers}</h2>
        <Answer view={view} />
      </section>
      <section>
        <h2 id="noi-dung-luu">{view.shown === 'read' ? words.readText : words.text}</h2>
        {view.isMisread ? <p class="state">{words.misread}</p> : null}
        {view.text === '' ? (
          <p>{words.empty}</p>
        ) : (
          <section class="bytes" lang={sourceLang(lang)} tabindex={0} aria-labelledby="noi-dung-luu">
            <pre>{view.text}</pre>
          </section>
        )}
        <Cut view={view} />
      </section>
    </>
  );
}

function CopyFacts(props: { readonly view: StoredCopyView }): JSX.Element {
  const { view } = props;
  const { lang } = view.frame;
  const words = wordsOf(lang);
  const write = (value: number): string => formatNumber(value, lang);
  const own = words.storedCopy;
  return (
    <Facts
      facts={[
        { label: own.article, value: <ArticleLink article={view.article} lang={lang} /> },
        { label: words.article.address, value: <OutsideLink to={view.url}>{view.url}</OutsideLink> },
        { label: words.article.captured, value: <DateText iso={view.capturedAt} lang={lang} /> },
        {
          label: own.version,
          value: (
            <>
              <Link to={versionsPath(view.article.id)} lang={lang}>
                {own.versionOf(write(view.version), write(Math.max(view.version, view.versions)))}
              </Link>{' '}
              <VersionState version={view} lang={lang} />
            </>
          ),
        },
        { label: words.article.hash, value: <code class="hash">{view.snapshotHash}</code> },
        { label: own.size, value: own.bytes(view.sizeBytes, write(view.sizeBytes)) },
        { label: own.type, value: view.mediaType === '' ? null : view.mediaType },
        { label: own.encoding, value: view.encoding },
        {
          label: own.download,
          value: (
            <Link to={view.download} lang={lang}>
              {own.downloadLink}
            </Link>
          ),
        },
      ]}
    />
  );
}

function Answer(props: { readonly view: StoredCopyView }): JSX.Element {
  const { answer, frame } = props.view;
  const words = wordsOf(frame.lang).storedCopy;
  if (answer === null) return <p>{words.noHeaders}</p>;
  return (
    <>
      <p>
        {words.answered(String(answer.code))} <OutsideLink to={answer.url}>{answer.url}</OutsideLink>
      </p>
      <table class="cards headers">
        <caption class="unseen">{words.headersCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.headerName}</th>
            <th scope="col">{words.headerValue}</th>
          </tr>
        </thead>
        <tbody>
          {answer.headers.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="wide" data-label={words.headerValue}>
                {value}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Cut(props: { readonly view: StoredCopyView }): JSX.Element | null {
  const { cut, frame } = props.view;
  const words = wordsOf(frame.lang).storedCopy;
  if (cut === null) return null;
  return (
    <p class="all">
      {words.cut(formatNumber(cut.shown, frame.lang))}{' '}
      {cut.more === null ? (
        words.cutForGood
      ) : (
        <Link to={changeAddress(cut.more, {})} lang={frame.lang}>
          {words.more}
        </Link>
      )}
    </p>
  );
}
