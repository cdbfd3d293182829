import type { JSX } from 'preact';
import type { MarkedText } from '../view-terms.ts';

/** A text with its marks drawn. Ranges that overlap or leave the text are cut to what fits: a mark is only a hint. */
export function Marked(props: { readonly value: MarkedText }): JSX.Element {
  const { text, marks } = props.value;
  const pieces: (JSX.Element | string)[] = [];
  let done = 0;
  for (const [start, end] of marks) {
    const from = Math.max(start, done);
    const to = Math.min(end, text.length);
    if (!(from < to)) continue;
    pieces.push(text.slice(done, from), <mark key={from}>{text.slice(from, to)}</mark>);
    done = to;
  }
  return (
    <>
      {pieces}
      {text.slice(done)}
    </>
  );
}
