/** What goes with an article: other reports of its meeting, copies in other sources, and the files it offers. */
import type { JSX } from 'preact';
import { meetingPath } from '../address.ts';
import { formatNumber } from '../dates.ts';
import type { ArticleView, AttachmentView } from '../view.ts';
import type { Lang } from '../view-terms.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { ArticleLines, ArticleLink, outletAndDay } from './article-list.tsx';
import { DocumentLink } from './document-name.tsx';
import { Dotted } from './dotted.tsx';
import { Link, OutsideLink } from './link.tsx';

export function OtherReports(props: { readonly view: ArticleView }): JSX.Element | null {
  const { otherReports, moreReports, meeting, frame } = props.view;
  const { lang } = frame;
  const words = wordsOf(lang).article;
  if (otherReports.length === 0) return null;
  return (
    <>
      <h2>{words.otherReports}</h2>
      <ArticleLines articles={otherReports} lang={lang} />
      {moreReports === 0 || meeting === null ? null : (
        <p class="all">
          <Link to={meetingPath(meeting.id)} lang={lang}>
            {words.moreReports(moreReports, formatNumber(moreReports, lang))}
          </Link>
        </p>
      )}
    </>
  );
}

/** The same text as other sources printed it: who did is evidence too. */
export function Copies(props: { readonly view: ArticleView }): JSX.Element | null {
  const { copies, frame } = props.view;
  const { lang } = frame;
  const words = wordsOf(lang).article;
  if (copies.length === 0) return null;
  return (
    <>
      <h2>{words.copies}</h2>
      <p class="under">{words.copiesNote}</p>
      <ul class="lines">
        {copies.map((copy) => (
          <li key={copy.id}>
            <ArticleLink article={copy} lang={lang} />
            <span class="under">
              <Dotted
                items={[
                  ...outletAndDay(copy, lang),
                  words.similarity(formatNumber(Math.floor(copy.similarity * 100), lang)),
                ]}
              />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function Attachments(props: { readonly view: ArticleView }): JSX.Element | null {
  const { attachments, frame } = props.view;
  if (attachments.length === 0) return null;
  return (
    <>
      <h2>{wordsOf(frame.lang).article.attachments}</h2>
      <ul class="lines">
        {attachments.map((attachment) => (
          <li key={attachment.url}>
            <Attachment attachment={attachment} lang={frame.lang} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Attachment(props: { readonly attachment: AttachmentView; readonly lang: Lang }): JSX.Element {
  const { attachment, lang } = props;
  const { url, title, type, status, document } = attachment;
  const words = wordsOf(lang).article;
  return (
    <>
      <span lang={sourceLang(lang)}>
        <OutsideLink to={url}>{title ?? url}</OutsideLink>
        {type === null ? null : ` (${type})`}
      </span>
      {document === null ? null : (
        <span class="under">
          {words.fileIs} <DocumentLink document={document} lang={lang} />
        </span>
      )}
      {status === null ? null : <span class="under">{words.fileStates[status]}</span>}
    </>
  );
}
