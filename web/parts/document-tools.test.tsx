import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { aDocument } from '../fixture-documents.ts';
import { aPassage, article, directive } from '../fixture-parts.ts';
import { renderPage } from '../render.tsx';
import type { DocumentView } from '../view.ts';

const files = {
  xlsx: '/van-ban/x/cuoc-hop.xlsx?year=2023',
  csv: '/van-ban/x/cuoc-hop.csv?year=2023',
  docx: '/van-ban/x/cuoc-hop.docx?year=2023',
};
const citing = {
  full: 'Nghị quyết số 21-NQ/TU của Thành ủy Hạ Khê',
  short: 'Nghị quyết số 21-NQ/TU',
  lacks: [{ part: 'date', why: 'contradicted' } as const],
  ris: '/van-ban/x/trich-dan.ris',
  bib: '/van-ban/x/trich-dan.bib',
};

function open(lang: 'vi' | 'en', over: Partial<DocumentView>) {
  return parseHTML(renderPage(aDocument(lang, over))).document;
}

describe('the tools of a document', () => {
  it('take the table along under its filters, in the language of the page', () => {
    const links = (lang: 'vi' | 'en') =>
      [...open(lang, { files }).querySelectorAll('.take a')].map((link) => [
        link.textContent,
        link.getAttribute('href'),
      ]);
    expect(links('vi')).toEqual([
      ['Excel', files.xlsx],
      ['CSV', files.csv],
      ['Word', files.docx],
    ]);
    expect(links('en')[0]).toEqual(['Excel', `${files.xlsx}&lang=en`]);
    expect(open('vi', {}).querySelector('.take')).toBeNull();
  });

  it('give the words that cite it, and say what they lack', () => {
    const page = open('vi', { citing });
    expect(page.querySelector('#trich-dan-du')?.textContent).toBe(citing.full);
    expect(page.querySelector('.citing')?.textContent).toContain('ngày ban hành (nguồn nêu khác nhau).');
    expect([...page.querySelectorAll('.citing a')].map((link) => link.getAttribute('href'))).toEqual([
      citing.ris,
      citing.bib,
    ]);
  });

  it('list what its text names, with what it does with it, and how many more there are', () => {
    const line = {
      document: directive,
      kinds: ['based_on'],
      sentence: 'Căn cứ Chỉ thị số 18-CT/TW;',
      article,
    } as const;
    const unsettled = { ...line, document: { ...directive, id: null, code: '45-NQ/TU', issuer: null }, kinds: [] };
    const page = open('vi', { cites: { items: [line, unsettled], total: 5 } });
    const section = [...page.querySelectorAll('section')].find((one) => one.textContent.includes('trong toàn văn (5)'));
    expect(section?.textContent).toContain('căn cứ');
    expect(section?.textContent).toContain('và 3 văn bản khác');
    expect(section?.querySelectorAll('a[href^="/van-ban/"]').length).toBe(1);
  });

  it('say how many mentions of a meeting are not shown, and where they are', () => {
    const view = aDocument('vi');
    const [first] = view.citedAt;
    if (first === undefined) throw new Error('expected a row');
    const page = open('vi', { citedAt: [{ ...first, passages: [aPassage({})], unseen: 180 }] });
    const link = [...page.querySelectorAll('.cited-at a')].find((one) =>
      one.textContent.includes('180 lượt nhắc khác'),
    );
    expect(link?.getAttribute('href')).toMatch(/^\/cuoc-hop\//);
  });
});
