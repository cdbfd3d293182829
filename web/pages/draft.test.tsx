import { describe, expect, it } from 'vitest';
import { aFrame } from '../fixture-parts.ts';
import { renderPage } from '../render.tsx';
import type { Lang } from '../view-terms.ts';
import type { DraftEntry, DraftView } from '../views/draft.ts';

const hostile = `"><script>alert(1)</script>`;
const entry: DraftEntry = {
  verdict: 'red',
  surface: 'Nghị quyết số 31-NQ/Tu',
  document: {
    id: 'nq-31-tu.song-mo.2020',
    code: '31-NQ/TU',
    typeName: 'Nghị quyết',
    issuer: 'Thành ủy Sông Mơ',
    term: '2020-2025',
    title: null,
    level: 'district',
  },
  reasons: ['Ghi ngày 5/10/2022.', hostile],
  suggestion: {
    printed: 'Nghị quyết số 31-NQ/Tu',
    text: 'Nghị quyết số 31-NQ/TU',
    value: `[8,"${hostile}"]`,
    isChosen: true,
  },
};

function view(given: Partial<DraftView>, lang: Lang = 'vi'): string {
  const frame = aFrame('/kiem-tra', lang);
  const sent = { sources: [], source: null, day: null, typed: '', problem: null, result: null };
  return renderPage({ page: 'draft', frame, ...sent, ...given });
}

const result = {
  fileName: hostile,
  text: `${hostile}\nTheo Nghị quyết số 31-NQ/Tu.`,
  paragraphs: [[{ text: `${hostile}\nTheo ` }, { text: 'Nghị quyết số 31-NQ/Tu', entry: 0 }, { text: '.' }]],
  entries: [entry, { ...entry, verdict: 'green', reasons: [], suggestion: null, document: null } as const],
};

describe('the form', () => {
  it('keeps what was sent, and says what is wrong with it', () => {
    const sources = [
      { value: 'song-mo', label: hostile, count: null },
      { value: 'vinh-la', label: 'Vịnh Lá', count: null },
    ];
    const page = view({
      sources,
      source: 'vinh-la',
      day: '2024-01-02',
      typed: `\n${hostile}`,
      problem: 'Tệp quá lớn.',
    });
    expect(page).toMatch(/role="alert".*Tệp quá lớn\./);
    expect(page).toContain('<option value="vinh-la" selected>');
    expect(page).toContain('value="2024-01-02"');
    // The parser drops one line end behind the tag: the reader's own must stay.
    expect(page).toMatch(/<textarea[^>]*>\n\n&quot;>&lt;script|<textarea[^>]*>\n\n"/);
    expect(page).not.toContain('<script>alert');
  });

  it('has a label for each field', () => {
    const page = view({ sources: [{ value: 'a', label: 'A', count: null }] });
    const ids = [...page.matchAll(/<(?:textarea|select|input)[^>]*\sid="([^"]+)"/g)].map(([, id]) => id);
    for (const id of ids) expect(page).toContain(`for="${id}"`);
    expect(ids).toEqual(expect.arrayContaining(['du-thao', 'tep', 'nguon', 'ngay']));
  });
});

describe('the result', () => {
  it.each(['vi', 'en'] as const)('tells every verdict by word and shape (%s)', (lang) => {
    const page = view({ result }, lang);
    const [red, green] = lang === 'vi' ? ['không khớp', 'khớp'] : ['contradicts', 'agrees'];
    expect(page).toMatch(new RegExp(`class="verdict red"><span class="sign" aria-hidden="true">✗</span> ${red}`));
    expect(page).toMatch(new RegExp(`class="verdict green"><span class="sign" aria-hidden="true">✓</span> ${green}`));
  });

  it('leads from the text to the finding and back, and brings the text along', () => {
    const page = view({ result });
    expect(page).toContain('<a id="v0" href="#k0" class="judged red">');
    expect(page).toContain('<li id="k0">');
    expect(page).toContain('href="#v0"');
    expect(page).toContain('href="/van-ban/nq-31-tu.song-mo.2020"');
    expect(page).toMatch(/<input type="hidden" name="text" value="[^"]*\nTheo Nghị quyết số 31-NQ\/Tu\."/);
    expect(page).toMatch(/<input id="thay0" type="checkbox" name="thay" value="\[8,[^"]*" checked/);
  });

  it('shows what is hostile as text, and nothing inline', () => {
    expect(view({ result })).not.toMatch(/<script>alert|\sstyle=|\son[a-z]+="/);
  });

  it('has one heading of the first rank, and the others in order', () => {
    const ranks = [...view({ result }).matchAll(/<h(\d)/g)].map(([, rank]) => Number(rank));
    expect(ranks).toEqual([1, 2, 2]);
  });

  it('offers no file where there is nothing to correct', () => {
    const entries = [{ ...entry, suggestion: null }];
    expect(view({ result: { ...result, entries } })).not.toContain('<button type="submit">Tải');
    expect(view({ result: { ...result, entries: [] } })).toContain('Không thấy số hiệu văn bản nào');
  });
});
