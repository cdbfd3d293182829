import { describe, expect, it } from 'vitest';
import type { ArticleFacts } from './context.ts';
import { readMentions } from './read-mentions.ts';

const songMo = { province: 'Vân Hải', district: 'Sông Mơ' };

function read(text: string, given: Partial<ArticleFacts> = {}) {
  return readMentions(text, { text, place: songMo, date: '2022-04-06', host: null, ...given });
}

const report =
  'Giao ban quý I\n\nSáng 5/4, Thành ủy Sông Mơ quán triệt Nghị quyết số 31-NQ/TU ngày 12/01/2022 của Thành ủy về chỉnh trang đô thị và Chỉ thị số 18-CT/TW. Nghị quyết này thay thế Nghị quyết số 09-NQ/TU ngày 20/5/2021 của Thành ủy.\n\nThực hiện Nghị quyết 31, phường Cầu Vồng đã ban hành Kế hoạch số 41-KH/ĐU.';

describe('readMentions', () => {
  it('gives each mention its sentence, its place in it, and its purpose', () => {
    const seen = read(report).map(({ citation, sentence, sentenceOffset, purpose }) => {
      expect(sentence.slice(sentenceOffset, sentenceOffset + citation.surface.length)).toBe(citation.surface);
      expect(report.slice(citation.start, citation.end)).toBe(citation.surface);
      return [citation.surface, purpose, sentence.slice(0, 18)];
    });
    expect(seen).toEqual([
      ['Nghị quyết số 31-NQ/TU', 'studies', 'Sáng 5/4, Thành ủy'],
      ['Chỉ thị số 18-CT/TW', 'studies', 'Sáng 5/4, Thành ủy'],
      ['Nghị quyết này', 'mentions', 'Nghị quyết này tha'],
      ['Nghị quyết số 09-NQ/TU', 'amends', 'Nghị quyết này tha'],
      ['Nghị quyết 31', 'implements', 'Thực hiện Nghị quy'],
      ['Kế hoạch số 41-KH/ĐU', 'announces', 'Thực hiện Nghị quy'],
    ]);
  });

  it('tells of each what the article alone settles', () => {
    expect(read(report).map(({ settlement }) => settlement.kind)).toEqual([
      'settled',
      'settled',
      'settled',
      'settled',
      'settled',
      'unknown',
    ]);
  });

  it('reads places from the title too, which is no part of the text', () => {
    const text = 'Sơ kết Nghị quyết số 15-NQ/TU ngày 20/6/2021 của Thành ủy.';
    const [mention] = read(text, { text: `Thành ủy Bến Sỏi họp\n${text}`, place: { province: 'Vân Hải' } });
    expect(mention?.settlement).toMatchObject({ identity: { body: { name: 'Thành ủy Bến Sỏi' } } });
    expect(mention?.citation.start).toBe(7);
  });

  it.each([
    ['nothing', ''],
    ['no mention', 'Hội nghị họp.'],
    ['signs alone', '⟦⟧ \u0000\ud800 \n\n\n … ///'],
  ])('finds none in %s', (_note, text) => {
    expect(read(text)).toEqual([]);
  });

  it('gives the same for decomposed letters', () => {
    const nfd = report.normalize('NFD');
    const kinds = (text: string) => read(text).map(({ purpose, settlement }) => [purpose, settlement.kind]);
    expect(kinds(nfd)).toEqual(kinds(report));
  });

  it.each([
    ['one code', 'Nghị quyết số 31-NQ/TU, '],
    ['one code with other dates', 'Nghị quyết số 31-NQ/TU ngày 1/2/2022; '],
    ['back-references', 'Nghị quyết số 31-NQ/TU. Nghị quyết này có hai phần. '],
    ['bodies', 'Thành ủy Bến Sỏi, UBND huyện Khe Lau theo 45/QĐ-UBND. '],
  ])(
    'takes a long text of %s',
    (_note, piece) => {
      const mentions = read(piece.repeat(120_000 / piece.length));
      // Quadratic, it would take minutes.
      expect(mentions.length).toBeGreaterThan(1000);
    },
    60_000,
  );
});
