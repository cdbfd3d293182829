/** A verdict, told by word and by shape (✓ ! ✗); how many there are of each. */
import type { JSX } from 'preact';
import { formatNumber } from '../dates.ts';
import type { Lang } from '../view-terms.ts';
import type { DraftEntry, Verdict } from '../views/draft.ts';
import { wordsOf } from '../words.ts';

const signs: Readonly<Record<Verdict, string>> = { green: '✓', amber: '!', red: '✗' };
/** Gravest first, as they are to be looked at. */
const gravestFirst: readonly Verdict[] = ['red', 'amber', 'green'];

export function VerdictMark(props: { readonly verdict: Verdict; readonly lang: Lang }): JSX.Element {
  const { verdict, lang } = props;
  return (
    <span class={`verdict ${verdict}`}>
      <VerdictSign verdict={verdict} /> {wordsOf(lang).draft.verdicts[verdict]}
    </span>
  );
}

/** The shape alone, where the word stands beside it or is read out. */
export function VerdictSign(props: { readonly verdict: Verdict }): JSX.Element {
  return (
    <span class="sign" aria-hidden="true">
      {signs[props.verdict]}
    </span>
  );
}

export function VerdictCounts(props: { readonly entries: readonly DraftEntry[]; readonly lang: Lang }): JSX.Element {
  const { entries, lang } = props;
  const words = wordsOf(lang).draft;
  if (entries.length === 0) return <p class="lead">{words.none}</p>;
  return (
    <ul class="verdicts">
      {gravestFirst.map((verdict) => (
        <li key={verdict}>
          <VerdictMark verdict={verdict} lang={lang} />:{' '}
          {formatNumber(entries.filter((entry) => entry.verdict === verdict).length, lang)}
        </li>
      ))}
    </ul>
  );
}
