/** A sentence that names a document, with the mention marked and leading to its place in the article. */
import type { JSX } from 'preact';
import { articlePath } from '../address.ts';
import { formatNumber } from '../dates.ts';
import type { Lang, Passage } from '../view-terms.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { ArticleLink } from './article-list.tsx';
import { Surface } from './document-name.tsx';
import { Dotted } from './dotted.tsx';
import { Ground } from './ground.tsx';
import { Link } from './link.tsx';
import { DateText } from './time.tsx';

/** On each side of the mention; a longer sentence is one click away. */
const SIDE = 150;

export function PassageText(props: { readonly passage: Passage; readonly lang: Lang }): JSX.Element {
  const { passage, lang } = props;
  return (
    <span class="passage" lang={sourceLang(lang)}>
      “{clipStart(passage.before)}
      <Link to={articlePath(passage.article.id, passage.ordinal)} lang={lang}>
        <mark>
          <Surface text={passage.surface} />
        </mark>
      </Link>
      {clipEnd(passage.after)}”
    </span>
  );
}

/** The sentence with its ground: how sure, why, from which source. */
export function PassageWithGround(props: { readonly passage: Passage; readonly lang: Lang }): JSX.Element {
  const { passage, lang } = props;
  return (
    <>
      <PassageText passage={passage} lang={lang} />
      <Ground {...passage} candidates={0} lang={lang}>
        {passage.article.source === null ? null : <span lang={sourceLang(lang)}>{passage.article.source}</span>}
      </Ground>
    </>
  );
}

/** The first passage with its ground, the others folded with the articles they come from. */
export function Passages(props: {
  readonly passages: readonly [Passage, ...Passage[]];
  readonly lang: Lang;
}): JSX.Element {
  const { lang } = props;
  const [first, ...others] = props.passages;
  const words = wordsOf(lang).counts;
  return (
    <>
      <PassageWithGround passage={first} lang={lang} />
      {others.length === 0 ? null : (
        <details class="more">
          <summary>{words.morePassages(others.length, formatNumber(others.length, lang))}</summary>
          <ul>
            {others.map((passage) => (
              <li key={`${passage.article.id}.${passage.ordinal}`}>
                <PassageText passage={passage} lang={lang} />
                <PassageArticle passage={passage} lang={lang} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The article a passage comes from: title as a link, source and day. */
export function PassageArticle(props: { readonly passage: Passage; readonly lang: Lang }): JSX.Element {
  const { passage, lang } = props;
  return (
    <span class="under">
      <Dotted
        items={[
          <ArticleLink key="article" article={passage.article} ordinal={passage.ordinal} lang={lang} />,
          passage.article.published === null ? null : (
            <DateText key="day" iso={passage.article.published} lang={lang} />
          ),
        ]}
      />
    </span>
  );
}

export function clipStart(text: string): string {
  if (text.length <= SIDE) return text;
  const cut = text.slice(-SIDE);
  return `…\u00a0${cut.slice(cut.indexOf(' ') + 1)}`;
}

export function clipEnd(text: string): string {
  if (text.length <= SIDE) return text;
  const cut = text.slice(0, SIDE);
  const space = cut.lastIndexOf(' ');
  return `${space > 0 ? cut.slice(0, space) : cut}\u00a0…`;
}
