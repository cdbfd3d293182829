/** The findings in the order of the text, with a box for each suggestion; the form sends the text and what was chosen. */
import type { JSX } from 'preact';
import { href } from '../address.ts';
import type { Lang } from '../view-terms.ts';
import type { DraftEntry, DraftResult } from '../views/draft.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { DocumentLink, IssuerAndTerm, Surface } from './document-name.tsx';
import { VerdictMark } from './draft-verdict.tsx';

export function DraftFindings(props: { readonly result: DraftResult; readonly lang: Lang }): JSX.Element {
  const { result, lang } = props;
  const words = wordsOf(lang).draft;
  const hasSuggestions = result.entries.some(({ suggestion }) => suggestion !== null);
  return (
    <section class="draft-findings" aria-labelledby="ket-qua">
      <h2 id="ket-qua">{words.findings}</h2>
      <form action={href('/kiem-tra/ban-sua', lang)} method="post" enctype="multipart/form-data">
        <ol class="lines">
          {result.entries.map((entry, index) => (
            <li key={index} id={`k${index}`}>
              <Finding entry={entry} index={index} lang={lang} />
            </li>
          ))}
        </ol>
        {hasSuggestions ? <Download text={result.text} lang={lang} /> : null}
      </form>
    </section>
  );
}

function Finding(props: { readonly entry: DraftEntry; readonly index: number; readonly lang: Lang }): JSX.Element {
  const { entry, index, lang } = props;
  const words = wordsOf(lang).draft;
  return (
    <>
      <p>
        <VerdictMark verdict={entry.verdict} lang={lang} />{' '}
        <a href={`#v${index}`} lang={sourceLang(lang)} aria-label={words.toText(entry.surface)}>
          <Surface text={entry.surface} />
        </a>
      </p>
      {entry.document === null ? null : (
        <p class="under">
          <DocumentLink document={entry.document} lang={lang} /> ·{' '}
          <IssuerAndTerm document={entry.document} lang={lang} />
        </p>
      )}
      {entry.reasons.length === 0 ? null : (
        <ul class="evidence">
          {entry.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <Suggestion entry={entry} index={index} lang={lang} />
    </>
  );
}

function Suggestion(props: {
  readonly entry: DraftEntry;
  readonly index: number;
  readonly lang: Lang;
}): JSX.Element | null {
  const { index, lang } = props;
  const { suggestion } = props.entry;
  if (suggestion === null) return null;
  const id = `thay${index}`;
  return (
    <p class="suggestion">
      <input id={id} type="checkbox" name="thay" value={suggestion.value} checked={suggestion.isChosen} />
      <label for={id}>
        {wordsOf(lang).draft.write} <span lang={sourceLang(lang)}>“{suggestion.text}”</span>
      </label>
    </p>
  );
}

function Download(props: { readonly text: string; readonly lang: Lang }): JSX.Element {
  const { text, lang } = props;
  const words = wordsOf(lang).draft;
  return (
    <div class="draft-download">
      <input type="hidden" name="text" value={text} />
      <div class="field">
        <label for="dang">{words.format}</label>
        <select id="dang" name="dang">
          <option value="docx">Word (.docx)</option>
          <option value="txt">{words.plain}</option>
        </select>
      </div>
      <button type="submit">{words.download}</button>
      <p class="under">{words.downloadNote}</p>
    </div>
  );
}
