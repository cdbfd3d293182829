import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocx } from '../../test/docx-file.ts';
import { postForm, readDraftFile } from '../../test/draft-posting.ts';
import { openSite, type Site } from '../../test/serving.ts';
import { hostile } from '../../test/site-articles.ts';

const place = { province: 'Quảng Ninh', district: 'Sông Mơ' };
const reports = ['', 'Hôm qua, ', 'Sáng nay, '];
const articles = [
  ...reports.map((lead) => `${lead}Thành ủy học tập Chỉ thị số 18-CT/TW ngày 26/10/2022 của Ban Bí thư.`),
  ...reports.map((lead) => `${lead}Tỉnh ủy sơ kết Nghị quyết số 19-NQ/TU ngày 20/9/2021 của Tỉnh ủy Quảng Ninh.`),
  'Quyết định số 80-QĐ/TU ngày 10/01/2022 của Thành ủy Sông Mơ bãi bỏ Quyết định số 77-QĐ/TU ngày 11/3/2021 của Thành ủy Sông Mơ.',
].map((text, index) => ({ url: `https://tin.example.vn/${index}`, title: null, published: '2023-01-02', text }));

/** An issuer that contradicts its symbol, a wrong day, a misspelt code of an act that was repealed. */
const draft = [
  'BÁO CÁO',
  '',
  'Thực hiện Nghị quyết số 19-NQ/TW ngày 20/9/2021 của Ban Thường vụ Tỉnh ủy Quảng Ninh, thành phố đã họp.',
  'Căn cứ Chỉ thị số 18-CT/TW, ngày 25/10/2022 của Ban Bí thư.',
  'Theo Quyết định số 77 – QĐ/ TU ngày 11/3/2021 của Thành ủy Sông Mơ.',
].join('\n');
const corrected = [
  'BÁO CÁO',
  '',
  'Thực hiện Nghị quyết số 19-NQ/TU ngày 20/9/2021 của Ban Thường vụ Tỉnh ủy Quảng Ninh, thành phố đã họp.',
  'Căn cứ Chỉ thị số 18-CT/TW ngày 26 tháng 10 năm 2022 của Ban Bí thư.',
  'Theo Quyết định số 77-QĐ/TU ngày 11/3/2021 của Thành ủy Sông Mơ.',
].join('\n');

let site: Site;
beforeAll(async () => {
  const source = { id: 'song-mo', name: 'Cổng Sông Mơ', home: 'https://songmo.example.vn/', hosts: [] };
  const discovery = { feeds: 0, sitemaps: 0, lists: 0, attachments: false, delayMs: 1000, maxPages: 10 };
  site = await openSite(articles, {
    readDraftFile,
    sources: [
      { ...source, place, isEnabled: true, ...discovery },
      { ...source, id: 'khong-noi', name: 'Không nơi nào', place: null, isEnabled: true, ...discovery },
    ],
  });
}, 60_000);
afterAll(() => site.close());

function check(text: string, more: readonly (readonly [string, string])[] = []) {
  return postForm(site, '/kiem-tra', [['text', text], ...more]);
}

/** The values of the boxes that are ticked, or of all. */
function boxes(page: string, isTicked: boolean): readonly string[] {
  const inputs = [...page.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].map(([input]) => input);
  return inputs
    .filter((input) => !isTicked || /\schecked/.test(input))
    .map((input) => (/value="([^"]*)"/.exec(input)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
}

describe('the page that checks drafts', () => {
  it('shows its form, with the sources that have a place', async () => {
    const { status, text } = await site.get('/kiem-tra');
    expect(status).toBe(200);
    expect(text).toContain('action="/kiem-tra" method="post" enctype="multipart/form-data"');
    expect(text).toContain('<option value="song-mo">Cổng Sông Mơ</option>');
    expect(text).not.toContain('Không nơi nào');
    expect((await site.get('/kiem-tra?lang=en')).text).toContain('action="/kiem-tra?lang=en"');
  });

  it('finds what was planted, and ticks what is surely wrong', async () => {
    const { status, text, headers } = await check(draft, [['ngay', '2023-06-01']]);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text.match(/class="verdict red"/g)).toHaveLength(4);
    expect(text).toContain('ký hiệu đúng của cơ quan này là 19-NQ/TU');
    expect(text).toContain('kho biết văn bản này ngày 26/10/2022');
    expect(text).toContain('Đã bị bãi bỏ bởi 80-QĐ/TU (Thành ủy Sông Mơ) ngày 10/1/2022');
    expect(boxes(text, true)).toHaveLength(3);
    expect(text).toMatch(/<a id="v0" href="#k0" class="judged red">/);
    expect(text).toContain('<li id="k0">');
  });

  it('says the same in English', async () => {
    const { text } = await postForm(site, '/kiem-tra?lang=en', [['text', draft]]);
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('contradicts');
    expect(text).toContain('action="/kiem-tra/ban-sua?lang=en"');
  });

  it('hands the draft back corrected, as a text and as a Word file', async () => {
    const page = (await check(draft)).text;
    const chosen = boxes(page, true).map((value) => ['thay', value] as const);
    const asText = await postForm(site, '/kiem-tra/ban-sua', [['text', draft], ['dang', 'txt'], ...chosen]);
    expect(asText.status).toBe(200);
    expect(asText.headers.get('content-disposition')).toBe('attachment; filename="ban-da-sua.txt"');
    expect(asText.text).toBe(corrected);
    const asWord = await postForm(site, '/kiem-tra/ban-sua', [['text', draft.replaceAll('\n', '\r\n')], ...chosen]);
    expect(asWord.headers.get('content-disposition')).toBe('attachment; filename="ban-da-sua.docx"');
    const read = await readDraftFile(asWord.bytes, 'ban-da-sua.docx');
    expect(read.kind === 'text' ? read.text.split(/\n+/) : []).toEqual(corrected.split(/\n+/));
  }, 60_000);

  it('corrects only what was chosen', async () => {
    const [first = ''] = boxes((await check(draft)).text, true);
    const { text } = await postForm(site, '/kiem-tra/ban-sua', [
      ['text', draft],
      ['dang', 'txt'],
      ['thay', first],
    ]);
    expect(text).toBe(draft.replace('19-NQ/TW', '19-NQ/TU'));
  });

  it('reads a Word file in a reading room', async () => {
    const bytes = makeDocx({ body: draft.split('\n').filter((line) => line !== '') });
    const { status, text } = await postForm(site, '/kiem-tra', [], { name: 'dự thảo.docx', bytes });
    expect(status).toBe(200);
    expect(text).toContain('dự thảo.docx');
    expect(text.match(/class="verdict red"/g)).toHaveLength(4);
  }, 60_000);

  it('takes the place of the source that was chosen', async () => {
    const line = 'Theo Quyết định số 77-QĐ/TU ngày 11/3/2021 của Thành ủy.';
    expect((await check(line)).text).not.toContain('Đã bị bãi bỏ');
    expect((await check(line, [['nguon', 'song-mo']])).text).toContain('Đã bị bãi bỏ');
  });

  it('shows what is hostile as text', async () => {
    const { text } = await check(`${hostile} Nghị quyết số 31-NQ/Tu ${hostile}`);
    expect(text).not.toMatch(/<script>|<img|javascript:|\sonerror="/i);
    expect(text).toContain('&lt;script>');
  });

  it('says so when there is nothing to be found', async () => {
    const { status, text } = await check('Không có số hiệu nào.');
    expect(status).toBe(200);
    expect(text).toContain('Không thấy số hiệu văn bản nào trong dự thảo.');
    expect(text).not.toContain('ban-sua');
  });
});

describe('what is refused is said in words, and what was typed is kept', () => {
  const text = (value: string): readonly (readonly [string, string])[] => [['text', value]];
  it.each([
    ['nothing', [], null, 400, 'Hãy dán văn bản hoặc chọn một tệp.'],
    ['a day that is none', [...text('abc'), ['ngay', '2023-02-30']], null, 400, 'phải là một ngày có thật'],
    ['a source of no file', [...text('abc'), ['nguon', 'x']], null, 400, 'phải là mã của một nguồn'],
    ['too much text', text('ă'.repeat(1_200_000)), null, 413, 'Văn bản gửi lên tối đa 2 MB'],
    ['a field beyond all measure', text('a'.repeat(5_000_000)), null, 413, 'Văn bản gửi lên tối đa 2 MB'],
    [
      'a broken file',
      [],
      { name: 'a.docx', bytes: new TextEncoder().encode('PK\u0003\u0004 hỏng') },
      400,
      'Không đọc được tệp này',
    ],
  ] as const)(
    '%s',
    async (_note, fields, file, status, words) => {
      const posted = await postForm(site, '/kiem-tra', fields, file);
      expect([posted.status, posted.text.includes(words)]).toEqual([status, true]);
      if (fields.some(([name, value]) => name === 'text' && value === 'abc'))
        expect(posted.text).toContain('abc</textarea>');
    },
    60_000,
  );

  it('a file of more than 50 MB', async () => {
    const bytes = new Uint8Array(51 * 1024 * 1024);
    const posted = await postForm(site, '/kiem-tra', [], { name: 'to.pdf', bytes });
    expect([posted.status, posted.text.includes('Tệp tải lên tối đa 50 MB')]).toEqual([413, true]);
  }, 60_000);

  it.each([
    ['another site', { origin: 'https://la.example' }, 403],
    ['another site, as browsers say it', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sandbox', { origin: 'null' }, 403],
    ['this site', { 'sec-fetch-site': 'same-origin' }, 200],
  ])('a form from %s', async (_note, headers, status) => {
    for (const path of ['/kiem-tra', '/kiem-tra/ban-sua'])
      expect((await postForm(site, path, [['text', 'abc']], null, headers)).status).toBe(status);
  });

  it.each([
    ['what no longer fits', ['[0,"abd","x"]']],
    ['what is no replacement', ['abc']],
    ['what lies outside', ['[99,"abc","x"]']],
    ['what is too long', [JSON.stringify([0, 'abc', 'x'.repeat(2001)])]],
  ])('a correction of %s', async (_note, values) => {
    const fields = [['text', 'abc'] as const, ...values.map((value) => ['thay', value] as const)];
    const posted = await postForm(site, '/kiem-tra/ban-sua', fields);
    expect([posted.status, posted.text.includes('không còn khớp')]).toEqual([400, true]);
  });

  it('a wish without a text, one that is no form, and another method', async () => {
    expect((await postForm(site, '/kiem-tra/ban-sua', [])).status).toBe(400);
    const plain = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'text=a' };
    expect((await site.get('/kiem-tra', plain)).status).toBe(415);
    const half = {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent',
    };
    expect((await site.get('/kiem-tra', half)).status).toBe(400);
    const other = await site.get('/kiem-tra/ban-sua');
    expect([other.status, other.headers['allow']]).toEqual([405, 'POST']);
    expect((await site.get('/kiem-tra', { method: 'DELETE' })).headers['allow']).toBe('GET, HEAD, POST');
  });

  it('and nothing of it is logged', () => {
    expect(site.lines.join('\n')).not.toMatch(/19-NQ|Sông Mơ|abc/);
  });
});
