/** What changed between two texts: paragraphs as they stand, words that went struck through, words that came underlined. */
import type { JSX } from 'preact';
import { formatNumber } from '../dates.ts';
import type { Lang } from '../view-terms.ts';
import type { ChangeLine, ChangePart, VersionLine } from '../views/versions.ts';
import { sourceLang, wordsOf } from '../words.ts';

export function ChangeList(props: { readonly lines: readonly ChangeLine[]; readonly lang: Lang }): JSX.Element {
  return (
    <div class="changes">
      {props.lines.map((line, index) => (
        <ChangedParagraph key={index} line={line} lang={props.lang} />
      ))}
    </div>
  );
}

/** One line of words, such as a title. */
export function ChangedWords(props: { readonly parts: readonly ChangePart[]; readonly lang: Lang }): JSX.Element {
  return <span lang={sourceLang(props.lang)}>{props.parts.map(drawPart)}</span>;
}

/** Whether a version is shown, waits for review and why, or is another one. */
export function VersionState(props: {
  readonly version: Pick<VersionLine, 'isCurrent' | 'heldBack'>;
  readonly lang: Lang;
}): JSX.Element {
  const { isCurrent, heldBack } = props.version;
  const words = wordsOf(props.lang).versions;
  if (heldBack === null) return <span>{isCurrent ? words.current : words.earlier}</span>;
  const reasons: Readonly<Record<string, string>> = words.reasons;
  const reason = Object.hasOwn(reasons, heldBack) ? reasons[heldBack] : heldBack;
  return (
    <span class="mark doubtful">
      {words.heldBack}: {reason}
    </span>
  );
}

function ChangedParagraph(props: { readonly line: ChangeLine; readonly lang: Lang }): JSX.Element {
  const { line, lang } = props;
  const words = wordsOf(lang).versions;
  if (line.kind === 'skipped') return <p class="under">{words.skipped(line.count, formatNumber(line.count, lang))}</p>;
  if (line.kind === 'changed')
    return (
      <p class="reworded">
        <span class="unseen">{words.reworded}: </span>
        <ChangedWords parts={line.parts} lang={lang} />
      </p>
    );
  return (
    <p class={line.kind}>
      {line.kind === 'same' ? null : <span class="unseen">{words[line.kind]}: </span>}
      <ChangedWords parts={[line]} lang={lang} />
    </p>
  );
}

function drawPart(part: ChangePart, index: number): JSX.Element | string {
  if (part.kind === 'added') return <ins key={index}>{part.text}</ins>;
  if (part.kind === 'removed') return <del key={index}>{part.text}</del>;
  return part.text;
}
