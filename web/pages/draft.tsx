/**
 * Check a draft: the form, and once something was sent, the text with its marks beside the list of findings.
 *
 * Corrections are boxes of one form that brings the text along, so that the server keeps nothing and no script is needed.
 */
import type { JSX } from 'preact';
import { href } from '../address.ts';
import { DraftFindings } from '../parts/draft-findings.tsx';
import { DraftForm } from '../parts/draft-form.tsx';
import { DraftText } from '../parts/draft-text.tsx';
import { VerdictCounts } from '../parts/draft-verdict.tsx';
import type { Lang } from '../view-terms.ts';
import type { DraftResult, DraftView } from '../views/draft.ts';
import { wordsOf } from '../words.ts';

export function DraftPage(props: { readonly view: DraftView }): JSX.Element {
  const { view } = props;
  const { lang } = view.frame;
  const words = wordsOf(lang).draft;
  if (view.result !== null) return <Checked result={view.result} lang={lang} />;
  return (
    <>
      <header class="head">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      {view.problem === null ? null : (
        <p class="draft-problem" role="alert">
          <b>{words.notChecked}</b> {view.problem}
        </p>
      )}
      <DraftForm view={view} />
    </>
  );
}

function Checked(props: { readonly result: DraftResult; readonly lang: Lang }): JSX.Element {
  const { result, lang } = props;
  const words = wordsOf(lang).draft;
  return (
    <>
      <header class="head">
        <h1>{words.resultTitle}</h1>
        {result.fileName === null ? null : <p class="lead">{result.fileName}</p>}
        <VerdictCounts entries={result.entries} lang={lang} />
        <p class="all">
          <a href={href('/kiem-tra', lang)}>{words.again}</a>
        </p>
      </header>
      <div class="with-draft">
        <DraftText result={result} lang={lang} />
        {result.entries.length === 0 ? null : <DraftFindings result={result} lang={lang} />}
      </div>
    </>
  );
}
