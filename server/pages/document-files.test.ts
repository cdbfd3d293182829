import mammoth from 'mammoth';
import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBuffer, type ZipFile } from 'yauzl';
import { openSite, type Site } from '../../test/serving.ts';
import { aReport, siteArticles } from '../../test/site-articles.ts';

const reports = 25;
const ours = '/van-ban/nq-31-tu.song-mo.2020';
const attacked = '/van-ban/nq-31-tu.quang-ninh.2020';

let site: Site;
beforeAll(async () => {
  site = await openSite([...siteArticles, ...Array.from({ length: reports }, (_, index) => aReport(index))]);
}, 60_000);
afterAll(() => site.close());

/** The bytes of a file, which the texts of `site.get` would spoil. */
async function take(path: string): Promise<Buffer> {
  const answered = await fetch(`${site.url}${path}`);
  expect(answered.status).toBe(200);
  return Buffer.from(await answered.arrayBuffer());
}

async function takeSheet(path: string): Promise<readonly (readonly unknown[][])[]> {
  return (await readSheets(await take(path))).map(({ data }) => data);
}

/** Day and meeting of each row of the table, over all pages of a document. */
async function readPages(path: string, pages: number): Promise<readonly (readonly string[])[]> {
  const found: string[][] = [];
  for (let page = 1; page <= pages; page += 1) {
    const { text } = await site.get(`${path}${path.includes('?') ? '&' : '?'}page=${page}`);
    for (const [row] of text.matchAll(/<tr>(?:(?!<\/tr>).)*<td class="date".*?<\/tr>/gs)) {
      const day = /<time datetime="([^"]*)"/.exec(row)?.[1] ?? '';
      const title = /<th scope="row"[^>]*><a[^>]*><span[^>]*>(.*?)<\/span>/s.exec(row)?.[1] ?? '';
      found.push([day, title]);
    }
  }
  return found;
}

describe('the table of a document as a workbook', () => {
  it('holds what its pages show, all of them, in their order, with real dates', async () => {
    const [table = []] = await takeSheet(`${ours}/cuoc-hop.xlsx`);
    const shown = await readPages(ours, 2);
    expect(shown.length).toBe(reports + 1);
    expect(table[0]?.slice(0, 4)).toEqual(['Ngày', 'Cuộc họp', 'Cơ quan', 'Chủ trì']);
    const rows = table
      .slice(1)
      .map(([day, title]) => [day instanceof Date ? day.toISOString().slice(0, 10) : day, title]);
    expect(rows).toEqual(shown);
  });

  it('has of a meeting the chair, the purpose, every sentence, what was printed, and where', async () => {
    const [table = []] = await takeSheet(`${ours}/cuoc-hop.xlsx?sort=oldest`);
    const [, , host, chair, positions, purpose, passage, printed, source, address, sureness] = table[1] ?? [];
    expect([host, chair, positions, sureness]).toEqual([
      'Thành ủy Sông Mơ',
      'Lê Văn Thử',
      'Bí thư Thành ủy',
      'chắc chắn',
    ]);
    expect(String(purpose).split('\n')).toContain('báo cáo kết quả');
    expect(String(passage).split('\n').length).toBe(3);
    expect(printed).toContain('Nghị quyết số 31-NQ/TU');
    expect(source).toBe('Cổng Sông Mơ');
    expect(String(address).split('\n').sort()).toEqual([
      'https://tin.example.vn/bai/1',
      'https://tin.example.vn/bai/2',
    ]);
  });

  it('is filtered as the page is, and says so on a sheet of its own', async () => {
    const [table = [], about = []] = await takeSheet(
      `${ours}/cuoc-hop.xlsx?year=2022&chair=${encodeURIComponent('Lê Văn Thử')}`,
    );
    expect(table.length).toBe(2);
    const told = new Map(about.map(([label, value]) => [label, value]));
    expect(told.get('Lọc')).toBe('Năm: 2022; Chủ trì: Lê Văn Thử');
    expect(told.get('Số cuộc họp')).toBe('1');
    expect(told.get('Văn bản')).toBe(
      'Nghị quyết số 31-NQ/TU ngày 12 tháng 01 năm 2022 của Thành ủy Sông Mơ về chỉnh trang đô thị',
    );
    expect(told.get('Trang này trên kho')).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/van-ban\/nq-31-tu\.song-mo\.2020\?year=2022&chair=/,
    );
    expect(told.get('Lưu ý')).toContain('không có nghĩa là không nhắc');
  });

  it('keeps what a stranger wrote as text', async () => {
    const [table = []] = await takeSheet(`${attacked}/cuoc-hop.xlsx`);
    expect(String(table[1]?.[6])).toContain('<script>alert("x")</script>');
    const xml = await readPart(await take(`${attacked}/cuoc-hop.xlsx`), 'xl/worksheets/sheet1.xml');
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml).toContain('<autoFilter ref="A1:K2"/>');
    expect(xml).toMatch(/<pane [^>]*state="frozen"/);
  });

  it('speaks English where the address says so', async () => {
    const [table = [], about = []] = await takeSheet(`${ours}/cuoc-hop.xlsx?lang=en`);
    expect(table[0]?.slice(0, 2)).toEqual(['Date', 'Meeting']);
    expect(about[0]?.[0]).toBe('Meetings that cited Resolution 31-NQ/TU · Thành ủy Sông Mơ');
  });
});

describe('the table as CSV', () => {
  it('opens in a spreadsheet, one row a meeting, and runs nothing', async () => {
    const csv = (await take(`${ours}/cuoc-hop.csv?year=2022`)).toString();
    expect(csv.startsWith('\ufeff"Ngày","Cuộc họp","Cơ quan","Chủ trì","Chức vụ","Mục đích","Trích"')).toBe(true);
    expect(csv).toContain('\n"05/04/2022",');
    expect((await take(`${attacked}/cuoc-hop.csv`)).toString()).not.toMatch(/(?:^|,)"[=+@-]/m);
  });
});

describe('the table as a Word document', () => {
  it('has a row for each meeting, the citation bold in its sentence, sources as links', async () => {
    const { value: html } = await mammoth.convertToHtml({ buffer: await take(`${ours}/cuoc-hop.docx`) });
    expect(html.match(/<tr>/g)?.length).toBe(reports + 2);
    expect(html).toContain('Các cuộc họp đã nhắc Nghị quyết 31-NQ/TU · Thành ủy Sông Mơ');
    expect(html).toContain('<strong>Nghị quyết số 31-NQ/TU</strong> ngày 12/01/2022');
    expect(html).toContain('<a href="https://tin.example.vn/giao-ban/24">Cổng Sông Mơ</a>');
  });

  it('lies across an A4 page, with its head and the page number on each', async () => {
    const file = await take(`${ours}/cuoc-hop.docx`);
    const xml = await readPart(file, 'word/document.xml');
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(1);
    expect(await readPart(file, 'word/footer1.xml')).toContain('NUMPAGES');
  });

  it('keeps what a stranger wrote as text', async () => {
    const { value } = await mammoth.extractRawText({ buffer: await take(`${attacked}/cuoc-hop.docx`) });
    expect(value).toContain('<script>alert("x")</script>');
  });
});

describe('files', () => {
  it.each(['xlsx', 'csv', 'docx'])('of %s have a name that says what they are', async (format) => {
    const { status, headers, text } = await site.get(`${ours}/cuoc-hop.${format}`, { method: 'HEAD' });
    expect([status, text]).toEqual([200, '']);
    expect(headers['content-disposition']).toMatch(
      new RegExp(
        `^attachment; filename="31-NQ-TU_cuoc-hop_\\d{4}-\\d\\d-\\d\\d\\.${format}"; filename\\*=UTF-8''31-NQ-TU_`,
      ),
    );
  });

  it('of a code that nothing settles are there too', async () => {
    const { text } = await site.get('/tim?q=45-NQ%2FTU');
    const [, path = ''] = /href="(\/van-ban\/[^"?#]+)"/.exec(text) ?? [];
    expect((await take(`${path}/cuoc-hop.csv`)).toString()).toContain('"Ngày"');
  });

  it.each([
    [`${ours}/cuoc-hop.exe`, 404],
    ['/van-ban/no-such/cuoc-hop.csv', 404],
    [`${ours}/cuoc-hop.csv?year=x`, 400],
    [`${ours}/trich-dan.doc`, 404],
    ['/van-ban/no-such/trich-dan.ris', 404],
  ])('%s is refused by a page that says why', async (path, status) => {
    const answered = await site.get(path);
    expect(answered.status).toBe(status);
    expect(answered.text).toMatch(/^<!doctype html>/);
    expect(answered.headers['content-disposition']).toBeUndefined();
  });
});

describe('how to cite', () => {
  it('stands on the page, without what is not known', async () => {
    const { text } = await site.get(ours);
    expect(text).toContain(
      'Nghị quyết số 31-NQ/TU ngày 12 tháng 01 năm 2022 của Thành ủy Sông Mơ về chỉnh trang đô thị</span>',
    );
    expect(text).toMatch(/<button[^>]* hidden[^>]*data-copy="trich-dan-du"/);
  });

  it('is there for reference managers', async () => {
    expect((await take(`${ours}/trich-dan.ris`)).toString()).toBe(
      [
        'TY  - LEGAL',
        'TI  - Nghị quyết số 31-NQ/TU về chỉnh trang đô thị',
        'AU  - Thành ủy Sông Mơ,',
        'PY  - 2022',
        'DA  - 2022/01/12',
        'M1  - 31-NQ/TU',
        'M3  - Nghị quyết',
        'LA  - vi',
        `UR  - ${site.url}${ours}`,
        'ID  - nq-31-tu.song-mo.2020',
        'ER  - ',
        '',
      ].join('\r\n'),
    );
    expect((await take(`${ours}/trich-dan.bib`)).toString()).toContain(
      '  author = {{Thành ủy Sông Mơ}},\n  number = {31-NQ/TU},',
    );
  });
});

/** The text of one file in a zip. */
function readPart(bytes: Buffer, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (failed: Error | null, zip?: ZipFile) => {
      if (zip === undefined) return reject(failed ?? new Error('expected a zip file'));
      zip.on('end', () => reject(new Error(`expected ${name} in the file`)));
      zip.on('entry', (entry) => {
        if (entry.fileName !== name) return zip.readEntry();
        zip.openReadStream(entry, (broken, stream) => {
          if (stream === undefined) return reject(broken ?? new Error('expected a stream'));
          const parts: Buffer[] = [];
          stream.on('data', (part: Buffer) => parts.push(part));
          stream.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
        });
      });
      zip.readEntry();
    });
  });
}
