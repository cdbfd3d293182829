import { describe, expect, it } from 'vitest';
import { makeDocx } from '../../test/docx-file.ts';
import { makePdf } from '../../test/pdf-file.ts';
import { type ReadArticle, unreadArticle } from './article.ts';
import { readDocx } from './docx.ts';
import { addHeadFacts, composeFile, composePlain, composeWhole } from './file-article.ts';
import type { FileText } from './file-text.ts';
import { readPdf } from './pdf.ts';
import { readRtf } from './rtf.ts';

const url = 'https://camkhe.example/tep.pdf';
const plan = [
  'ỦY BAN NHÂN DÂN',
  'XÃ CAO KHÊ',
  'Số: 12/KH-UBND',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Cao Khê, ngày 05 tháng 02 năm 2023',
  'KẾ HOẠCH',
  'Về trồng chè vụ xuân',
  'Thực hiện Nghị quyết số 21-NQ/TU, xã giao mỗi thôn trồng thêm hai héc-ta chè.',
  'TM. ỦY BAN NHÂN DÂN',
  'CHỦ TỊCH',
  'Lê Thị Ví',
];
const wanted = {
  status: 'ok',
  title: 'Kế hoạch về trồng chè vụ xuân',
  author: 'ỦY BAN NHÂN DÂN XÃ CAO KHÊ',
  published: '2023-02-05',
  legal: {
    code: '12/KH-UBND',
    type: 'Kế hoạch',
    issuer: 'ỦY BAN NHÂN DÂN XÃ CAO KHÊ',
    place: 'Cao Khê',
    issued: '2023-02-05',
    subject: 'Về trồng chè vụ xuân',
    signer: 'Lê Thị Ví',
  },
};
/** Letters beyond ASCII as RTF writes them. */
const escaped = plan.map((line) => line.replace(/[^ -~]/gu, (letter) => `\\u${letter.charCodeAt(0)}?`)).join('\\par ');
const rtf = Uint8Array.from(`{\\rtf1\\uc1 ${escaped}}`, (letter) => letter.charCodeAt(0));

function compose(file: FileText, now: Date | null = null) {
  if (file.kind === 'unread') throw new Error(`Cannot compose the test's file: ${file.reason}`);
  return composeFile(file, url, now);
}

describe('the head of an official document is read in', () => {
  it.each([
    ['a PDF', async () => compose(await readPdf(makePdf([plan])))],
    ['a DOCX', async () => compose(await readDocx(makeDocx({ body: plan })))],
    ['an RTF', async () => compose(await readRtf(rtf))],
    ['a text', async () => composePlain({ text: plan.join('\r\n'), url, encoding: 'utf-8', now: null })],
    [
      'a decomposed text',
      async () => composePlain({ text: plan.join('\n').normalize('NFD'), url, encoding: 'utf-8', now: null }),
    ],
  ])('%s', async (_, read) => {
    const article = await read();
    expect(article).toMatchObject(wanted);
    expect(article.text).toContain('Độc lập - Tự do - Hạnh phúc');
    expect(article.text).toContain('Nghị quyết số 21-NQ/TU');
  });

  it('doubts a day in the future', () => {
    const file: FileText = { kind: 'text', paragraphs: plan, lines: plan, encoding: null, warnings: [] };
    expect(compose(file, new Date('2022-01-01T00:00:00Z'))).toMatchObject({
      published: null,
      warnings: [{ code: 'date-future' }],
      legal: { issued: '2023-02-05' },
    });
    expect(compose(file, new Date('2023-02-05T00:00:00Z'))).toMatchObject({ published: '2023-02-05', warnings: [] });
  });
});

describe('any other file', () => {
  const file = (
    paragraphs: readonly string[],
    warnings: readonly { code: string; detail: string }[] = [],
  ): FileText => ({
    kind: 'text',
    paragraphs,
    lines: paragraphs,
    encoding: null,
    warnings,
  });

  it('is read as a plain text, and keeps its warnings', () => {
    const article = compose(
      file(
        [
          'Huyện ủy Cẩm Khê giao ban quý I',
          'Sáng 5/4, Huyện ủy Cẩm Khê họp giao ban.',
          'Hội nghị nghe báo cáo của các xã.',
        ],
        [{ code: 'ocr', detail: 'x' }],
      ),
    );
    expect(article).toMatchObject({
      title: 'Huyện ủy Cẩm Khê giao ban quý I',
      text: 'Sáng 5/4, Huyện ủy Cẩm Khê họp giao ban.\n\nHội nghị nghe báo cáo của các xã.',
      author: null,
      warnings: [{ code: 'ocr' }],
    });
    expect(article.legal).toBeUndefined();
  });

  it('that has but a title keeps it as its text', () => {
    expect(compose(file(['Giấy mời họp']))).toMatchObject({
      status: 'ok',
      error: null,
      title: null,
      text: 'Giấy mời họp',
    });
  });

  it('in old letters is converted as a whole, rows and all', () => {
    const article = compose(
      file(['Céng hoµ x· héi chñ nghÜa ViÖt Nam', '§éc lËp - Tù do\t\nH¹nh phóc', 'NghÞ quyÕt cña TØnh uû']),
    );
    expect(article).toMatchObject({ encoding: 'tcvn3' });
    expect(article.text).toContain('Độc lập - Tự do\nHạnh phúc');
    expect(article.text).toContain('Nghị quyết của Tỉnh uỷ');
  });

  it('that is a report in plain text is left to its own reader', () => {
    const text = 'Giao ban quý I\n\nSáng 5/4, Huyện ủy họp.\n\nHội nghị nghe báo cáo số 12/BC-UBND.';
    expect(composePlain({ text, url, encoding: 'utf-8', now: null })).toMatchObject({
      title: 'Giao ban quý I',
      author: null,
    });
  });
});

describe('a page that shows a document', () => {
  const head = [
    'ỦY BAN NHÂN DÂN TỈNH HẠ KHÊ',
    'Số: 17/2023/QĐ-UBND',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Hạ Khê, ngày 14 tháng 6 năm 2023',
    'QUYẾT ĐỊNH',
    'Về việc quy định mức thu phí bến bãi',
  ];
  const rest = ['Căn cứ Luật Phí và lệ phí;', 'Điều 1. Quy định mức thu phí bến bãi.'];
  const page = (lines: readonly string[], given: Partial<ReadArticle> = {}): ReadArticle => ({
    ...unreadArticle('failed', '', url, null),
    status: 'ok',
    error: null,
    text: lines.join('\n\n'),
    ...given,
  });

  it('says what its head says', () => {
    expect(addHeadFacts(page([...head, ...rest])).legal).toMatchObject({
      code: '17/2023/QĐ-UBND',
      issuer: 'ỦY BAN NHÂN DÂN TỈNH HẠ KHÊ',
      issued: '2023-06-14',
      subject: 'Về việc quy định mức thu phí bến bãi',
    });
  });

  it.each<[string, ReadArticle]>([
    ['without a number', page([...head.filter((line) => !line.startsWith('Số')), ...rest])],
    ['without a day', page([...head.filter((line) => !line.startsWith('Hạ Khê,')), ...rest])],
    ['far below a report', page([...Array.from({ length: 14 }, (_, at) => `Đoạn tin thứ ${at}.`), ...head, ...rest])],
    ['that could not be read', page([...head, ...rest], { status: 'text_unavailable' })],
  ])('says nothing %s', (_note, article) => expect(addHeadFacts(article)).toBe(article));

  it('leaves what a table said', () => {
    const { legal = null } = addHeadFacts(page([...head, ...rest]));
    const article = page(head, { legal: legal === null ? null : { ...legal, code: '18/2023/QĐ-UBND' } });
    expect(addHeadFacts(article)).toBe(article);
  });
});

describe('a draft', () => {
  it('keeps every word in its place, where a report has its title and author set apart', async () => {
    const lines = [
      'Báo cáo quý 1',
      'Thành phố đã triển khai Nghị quyết số 21-NQ/TU.',
      'Đề nghị tiếp tục.',
      'Lê Thị Ví',
    ];
    const file = await readDocx(
      makeDocx({
        body: [
          ...lines,
          [
            ['Số hiệu', 'Ngày'],
            ['21-NQ/TU', '14/02/2022'],
          ],
        ],
      }),
    );
    if (file.kind === 'unread') throw new Error(file.reason);
    const { status, title, author, text } = composeWhole(file, url);
    expect([status, title, author]).toEqual(['ok', null, null]);
    expect(text).toBe([...lines, 'Số hiệu | Ngày\n21-NQ/TU | 14/02/2022'].join('\n\n'));
  });
});
