/** The form into which a draft is pasted or put as a file. */
import type { JSX } from 'preact';
import { href } from '../address.ts';
import type { DraftView } from '../views/draft.ts';
import { wordsOf } from '../words.ts';

export function DraftForm(props: { readonly view: DraftView }): JSX.Element {
  const { view } = props;
  const { lang } = view.frame;
  const words = wordsOf(lang).draft;
  return (
    <form class="draft-form" action={href('/kiem-tra', lang)} method="post" enctype="multipart/form-data">
      <div class="field">
        <label for="du-thao">{words.text}</label>
        <textarea id="du-thao" name="text" rows={12} spellcheck={false} autocomplete="off">
          {`\n${view.typed}`}
        </textarea>
      </div>
      <div class="field">
        <label for="tep">{words.file}</label>
        <input id="tep" type="file" name="tep" accept=".docx,.doc,.pdf,.rtf,.txt,.md,.html,.htm" />
      </div>
      <div class="pair">
        {view.sources.length === 0 ? null : (
          <div class="field">
            <label for="nguon">{words.source}</label>
            <select id="nguon" name="nguon" aria-describedby="nguon-la">
              <option value="">{words.noSource}</option>
              {view.sources.map(({ value, label }) => (
                <option key={value} value={value} selected={value === view.source}>
                  {label}
                </option>
              ))}
            </select>
            <p class="under" id="nguon-la">
              {words.sourceHint}
            </p>
          </div>
        )}
        <div class="field">
          <label for="ngay">{words.day}</label>
          <input id="ngay" type="date" name="ngay" value={view.day ?? ''} aria-describedby="ngay-la" />
          <p class="under" id="ngay-la">
            {words.dayHint}
          </p>
        </div>
      </div>
      <button type="submit">{words.submit}</button>
    </form>
  );
}
