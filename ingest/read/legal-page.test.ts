import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ReadArticle, unreadArticle } from './article.ts';
import { addLegalFacts, type LegalRecord, readLegalPage } from './legal-page.ts';

const url = 'https://phapdien.example/dat-dai/qd-7-2024-88-d1.html';
const read = (html: string): LegalRecord | null => readLegalPage(html, url);
const row = (...cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

describe('readLegalPage: the shapes of tables', () => {
  const wanted = {
    code: '7/2024/QĐ-UBND',
    type: 'Quyết định',
    issuer: 'UBND tỉnh Quảng Hải',
    signer: 'Cao Bá Lượng',
    issued: '2024-03-05',
    effective: '2024-03-20',
    expired: null,
    status: 'Còn hiệu lực',
    doubts: [],
  };
  const pairs = [
    ['Số ký hiệu', '7/2024/QĐ-UBND'],
    ['Loại văn bản', 'Quyết định'],
    ['Cơ quan ban hành', 'UBND tỉnh Quảng Hải'],
    ['Người ký', 'Cao Bá Lượng'],
    ['Ngày ban hành', '05/03/2024'],
    ['Ngày có hiệu lực', '20-03-2024'],
    ['Ngày hết hiệu lực', 'Đang cập nhật'],
    ['Tình trạng hiệu lực', 'Còn hiệu lực'],
  ] as const;
  it.each([
    ['a pair a row', `<table>${pairs.map(([name, value]) => row(name, value)).join('')}</table>`],
    [
      'labels with colons, in th',
      `<table>${pairs.map(([name, value]) => `<tr><th>${name}:</th><td>${value}</td>`).join('')}</table>`,
    ],
    [
      'two pairs a row, with a gap',
      `<table>${[0, 2, 4, 6].map((at) => row(...(pairs[at] ?? []), '', ...(pairs[at + 1] ?? []))).join('')}</table>`,
    ],
    ['a list of terms', `<dl>${pairs.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`],
    [
      'names and values in a pop-up',
      pairs
        .map(
          ([name, value]) =>
            `<div class="row"><div class="name">${name}</div><div class="value"><p>${value}</p></div></div>`,
        )
        .join(''),
    ],
    ['bold labels in a list', `<ul>${pairs.map(([name, value]) => `<li><b>${name}:</b> ${value}</li>`).join('')}</ul>`],
  ])('%s', (_, html) => expect(read(html)).toMatchObject(wanted));

  it('labels of web parts, told by the end of their ids', () => {
    const html =
      '<span id="ctl00_g_1_lblSoKyHieu">9/KH-UBND</span><span id="ctl00_g_1_lblNgayBanHanh">01/02/2023</span>';
    expect(read(html)).toMatchObject({ code: '9/KH-UBND', issued: '2023-02-01', effective: null });
  });
});

describe('readLegalPage: values', () => {
  const table = (...rows: readonly (readonly [string, string])[]): LegalRecord | null =>
    read(
      `<table>${[['Số hiệu', '5/2022/NĐ-CP'] as const, ...rows].map(([name, value]) => row(name, value)).join('')}</table>`,
    );

  it.each([
    ['57 /2026/NĐ-CP', '57/2026/NĐ-CP'],
    ['812 – TB/ TU', '812-TB/TU'],
    ['12/2020/TT-\u0412\u0422\u0421', '12/2020/TT-BTC'],
    ['33/2020/Q\u00D0-TTg cũ', '33/2020/QĐ-TTg cũ'],
    ['Không số', null],
  ])('the code %j', (printed, code) => {
    expect(read(`<table>${row('Số hiệu', printed)}${row('Người ký', 'Đỗ Thử')}</table>`)).toMatchObject({ code });
  });

  it('says what it cannot read, and what contradicts', () => {
    expect(table(['Ngày ban hành', '31/02/2022'], ['Ngày có hiệu lực', 'sau 45 ngày kể từ ngày ký'])).toMatchObject({
      issued: null,
      effective: null,
      doubts: ['issued: 31/02/2022', 'effective: sau 45 ngày kể từ ngày ký'],
    });
    expect(table(['Ngày ban hành', '05/03/2022'], ['Ngày có hiệu lực', '01/03/2022'])).toMatchObject({
      effective: '2022-03-01',
      doubts: ['effective: 2022-03-01 before 2022-03-05'],
    });
    expect(table(['Người ký', 'Đỗ Thử'], ['Người ký', 'Lê Ví'])).toMatchObject({
      signer: 'Đỗ Thử',
      doubts: ['Người ký: Lê Ví'],
    });
  });

  it('lists relations with their direction, linked or not, each once', () => {
    const list =
      '<ul><li><a href="/dat-dai/a-1.html">4/2019/QĐ-UBND</a></li><li><a href="/dat-dai/a-1.html">4/2019/QĐ-UBND</a></li></ul>';
    expect(
      table(
        ['Văn bản bị thay thế', list],
        ['Văn bản hướng dẫn', '6/HD-STP'],
        ['Văn bản được hướng dẫn', ''],
        ['Văn bản bị sửa đổi, bổ sung', '<a>2/2018/NQ-HĐND</a>'],
      )?.relations,
    ).toEqual([
      {
        label: 'Văn bản bị thay thế',
        kind: 'replaces',
        title: '4/2019/QĐ-UBND',
        url: 'https://phapdien.example/dat-dai/a-1.html',
      },
      { label: 'Văn bản hướng dẫn', kind: 'guided_by', title: '6/HD-STP', url: null },
      { label: 'Văn bản bị sửa đổi, bổ sung', kind: 'amends', title: '2/2018/NQ-HĐND', url: null },
    ]);
  });

  it.each([
    ['a report', '<article><h1>Giao ban</h1><p>Hội nghị bàn nhiều việc.</p></article>'],
    [
      'a list of documents',
      `<table>${row('Số ký hiệu', 'Ngày ban hành', 'Trích yếu', 'Người ký')}${row('5/2022/NĐ-CP', '05/03/2022', 'Về chè', 'Đỗ Thử')}</table>`,
    ],
    ['a code alone', `<table>${row('Số hiệu', '5/2022/NĐ-CP')}</table>`],
    ['nesting without end', '<div>'.repeat(5000)],
  ])('nothing of %s', (_, html) => expect(read(html)).toBeNull());

  it('reads the labelled page of the Laws module', () => {
    const html = readFileSync(`${import.meta.dirname}/../../test/pages/fixtures/nukeviet-laws.html`, 'utf8');
    expect(read(html)).toMatchObject({
      code: '45-KH/HU',
      issuer: 'Huyện ủy Vân Trà',
      signer: 'Cao Bá Lượng',
      issued: '2024-03-12',
      effective: '2024-03-12',
      expired: null,
      relations: [{ kind: 'replaces', title: '12-KH/HU Kế hoạch năm 2021' }],
      attachments: [{ type: 'pdf' }],
    });
  });
});

describe('addLegalFacts', () => {
  const page = `<table>${row('Số k&yacute; hiệu', '5/2022/NĐ-CP')}${row('Loại văn bản', 'Nghị định')}${row('Trích yếu', 'Về trồng chè')}${row('Ngày ban hành', '05/03/2022')}</table><a href="/a.pdf">Tải về</a>`;
  const article = (more: Partial<ReadArticle>): ReadArticle => ({
    ...unreadArticle('text_unavailable', 'x', url, null),
    ...more,
  });

  it('keeps the facts beside the article, and the day of issue out of its publication', () => {
    const read = addLegalFacts(article({ status: 'ok', title: 'Nghị định về chè', text: 'Điều 1.' }), page);
    expect(read).toMatchObject({ title: 'Nghị định về chè', text: 'Điều 1.', published: null });
    expect(read.legal).toMatchObject({ code: '5/2022/NĐ-CP', issued: '2022-03-05', place: null });
    expect(read.legal).not.toHaveProperty('attachments');
  });

  it.each([[null], ['Chi tiết văn bản'], ['Thông tin văn bản'], ['VĂN BẢN PHÁP LUẬT']])(
    'names a page called %j after its document',
    (title) => {
      expect(addLegalFacts(article({ title }), page).title).toBe('Nghị định 5/2022/NĐ-CP: Về trồng chè');
    },
  );

  it('takes the files of the page where the article has none', () => {
    expect(addLegalFacts(article({}), page).attachments).toMatchObject([{ type: 'pdf' }]);
    const own = [{ url: 'https://a.example/b.docx', title: null, type: 'docx' }];
    expect(addLegalFacts(article({ attachments: own }), page).attachments).toEqual(own);
  });

  it.each([
    [
      'a page without such a table',
      article({ status: 'ok', text: 'Hội nghị bàn về số hiệu đường bộ.' }),
      '<p>Hội nghị bàn về số hiệu đường bộ.</p>',
    ],
    ['a page that was not read', unreadArticle('failed', 'x', url, null), page],
  ])('leaves %s', (_, read, html) => {
    expect(addLegalFacts(read, html)).toBe(read);
  });
});
