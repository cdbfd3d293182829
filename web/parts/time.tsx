import type { JSX } from 'preact';
import { formatDate, formatWhen } from '../dates.ts';
import type { Lang, When } from '../view-terms.ts';
import { wordsOf } from '../words.ts';

/** A day or an instant, readable by people and programs. */
export function DateText(props: { readonly iso: string; readonly lang: Lang }): JSX.Element {
  return <time datetime={props.iso}>{formatDate(props.iso, props.lang)}</time>;
}

/** When a meeting was; says so where that is unknown or inferred. */
export function WhenText(props: { readonly when: When; readonly lang: Lang }): JSX.Element {
  const { when, lang } = props;
  const words = wordsOf(lang);
  const text = formatWhen(when, lang);
  if (text === null || when.date === null) return <span class="unknown">{words.unknownDate}</span>;
  return (
    <>
      <time datetime={when.date}>{text}</time>
      {when.isInferred ? <i class="inferred"> {words.inferred}</i> : null}
    </>
  );
}
