/** An article that a search found: its title, where the words stand in it, its source, day and meeting. */
import type { JSX } from 'preact';
import { articlePath, meetingPath } from '../address.ts';
import type { ArticleHit } from '../view.ts';
import type { Lang } from '../view-terms.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { outletAndDay } from './article-list.tsx';
import { Dotted } from './dotted.tsx';
import { Link } from './link.tsx';
import { Marked } from './marked.tsx';
import { WhenText } from './time.tsx';

export function ArticleFound(props: { readonly hit: ArticleHit; readonly lang: Lang }): JSX.Element {
  const { hit, lang } = props;
  return (
    <>
      <h3 lang={sourceLang(lang)}>
        <Link to={articlePath(hit.id)} lang={lang}>
          {hit.heading.text === '' ? wordsOf(lang).untitled : <Marked value={hit.heading} />}
        </Link>
      </h3>
      <p class="snippet" lang={sourceLang(lang)}>
        <Marked value={hit.snippet} />
      </p>
      <p class="under">
        <Dotted
          items={[
            ...outletAndDay(hit, lang),
            hit.meeting === null ? null : <HitMeeting key="meeting" meeting={hit.meeting} lang={lang} />,
          ]}
        />
      </p>
    </>
  );
}

function HitMeeting(props: { readonly meeting: NonNullable<ArticleHit['meeting']>; readonly lang: Lang }): JSX.Element {
  const { meeting, lang } = props;
  return (
    <span>
      <Link to={meetingPath(meeting.id)} lang={lang}>
        {wordsOf(lang).article.meeting}
      </Link>{' '}
      <WhenText when={meeting.when} lang={lang} />
      {meeting.host === null ? null : <span lang={sourceLang(lang)}>, {meeting.host}</span>}
    </span>
  );
}
