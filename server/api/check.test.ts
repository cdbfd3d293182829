import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answered, openSite, type Site } from '../../test/serving.ts';
import { aReport, siteArticles } from '../../test/site-articles.ts';
import { createEndpoints } from './endpoints.ts';
import { mostTextBytes } from './extract.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite([...siteArticles, aReport(1), aReport(2)]);
});
afterAll(() => site.close());

const text =
  'Căn cứ Nghị quyết số 31-NQ/TU, ngày 13/01/2022 của Thành ủy Sông Mơ; Chỉ thị số 98 - CT/Tu ngày 01/02/2023 của Tỉnh ủy Quảng Ninh.';

function post(body: unknown, lang = 'en'): Promise<Answered> {
  return site.get(`/api/v1/check?lang=${lang}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

describe('POST /api/v1/check', () => {
  it('answers as its schema says, with a verdict and its reasons for each citation', async () => {
    const { status, json } = await post({ text, source: 'song-mo', published: '2023-05-01' });
    expect(status).toBe(200);
    const schema = createEndpoints().find(({ path }) => path === '/api/v1/check')?.answer;
    expect(schema?.safeParse(json).error).toBeUndefined();
    const printed = 'Nghị quyết số 31-NQ/TU, ngày 13/01/2022 của Thành ủy Sông Mơ';
    const start = text.indexOf(printed);
    expect(json).toMatchObject({
      citations: [
        {
          document: 'nq-31-tu.song-mo.2020',
          verdict: 'red',
          reasons: [{ code: 'date-conflict', text: expect.stringContaining('12 Jan 2022') }],
          suggestion: 'Nghị quyết số 31-NQ/TU ngày 12 tháng 01 năm 2022 của Thành ủy Sông Mơ',
          replaces: { start, end: start + printed.length },
        },
        {
          document: null,
          verdict: 'amber',
          reasons: [{ code: 'spelling' }, { code: 'not-in-archive' }],
          suggestion: 'Chỉ thị số 98-CT/TU',
        },
      ],
    });
  });

  it('words its reasons in Vietnamese where nothing else is asked', async () => {
    const { json } = await post({ text, source: 'song-mo' }, 'vi');
    expect(json).toMatchObject({
      citations: [{ reasons: [{ text: expect.stringContaining('kho biết văn bản này ngày 12/1/2022') }] }, {}],
    });
  });

  it('takes a long text in a worker', async () => {
    const long = `${'Không có gì ở đây. '.repeat(2000)}${text}`;
    const { status, json } = await post({ text: long, source: 'song-mo', published: '2023-05-01' });
    expect(status).toBe(200);
    expect(json).toMatchObject({ citations: [{ verdict: 'red' }, { verdict: 'amber' }] });
  });

  it.each([
    ['no text', {}, 400, '“text” must be given, as a string.'],
    ['a source of no file', { text, source: 'x' }, 400, '“source” must be the id of a source that the archive knows.'],
    ['a day that is none', { text, published: '31/12' }, 400, '“published” must be a day that exists'],
    ['too much', { text: 'ă'.repeat(mostTextBytes / 2 + 1) }, 413, 'A text may have 2 MB at most'],
    ['too many', { text: 'Nghị quyết số 31-NQ/TU. '.repeat(2001) }, 413, 'cites more than 2000 codes'],
  ])('refuses %s', async (_note, body, status, detail) => {
    const answered = await post(body);
    expect(answered.json).toMatchObject({ status, detail: expect.stringContaining(detail) });
  });

  it('keeps nothing of a draft, neither in the archive nor in the log', async () => {
    const before = (await site.get('/api/v1/stats')).text;
    await post({ text: `Bí mật nội bộ. ${text}` });
    expect((await site.get('/api/v1/stats')).text).toBe(before);
    expect(site.lines.join('\n')).not.toMatch(/Bí mật|31-NQ/);
  });
});
