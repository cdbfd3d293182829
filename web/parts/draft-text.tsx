/** The draft's own text, each citation marked with its verdict and leading to its finding. */
import type { JSX } from 'preact';
import type { Lang } from '../view-terms.ts';
import type { DraftResult, DraftSegment } from '../views/draft.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { Surface } from './document-name.tsx';
import { VerdictSign } from './draft-verdict.tsx';

export function DraftText(props: { readonly result: DraftResult; readonly lang: Lang }): JSX.Element {
  const { result, lang } = props;
  const words = wordsOf(lang).draft;
  return (
    <section class="draft-text" aria-labelledby="van-ban">
      <h2 id="van-ban">{words.contents}</h2>
      <div lang={sourceLang(lang)}>
        {result.paragraphs.map((segments, index) => (
          <p key={index}>{segments.map((segment, at) => drawSegment(segment, at, result, lang))}</p>
        ))}
      </div>
    </section>
  );
}

function drawSegment(segment: DraftSegment, at: number, { entries }: DraftResult, lang: Lang): JSX.Element | string {
  const { text, entry } = segment;
  const found = entry === undefined ? undefined : entries[entry];
  if (entry === undefined || found === undefined) return text;
  return (
    <a key={at} id={`v${entry}`} href={`#k${entry}`} class={`judged ${found.verdict}`}>
      <Surface text={text} />
      <sup>
        <VerdictSign verdict={found.verdict} />
        <span class="unseen" lang={lang}>
          {` (${wordsOf(lang).draft.verdicts[found.verdict]})`}
        </span>
      </sup>
    </a>
  );
}
