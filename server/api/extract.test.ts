import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answered, openSite, type Site } from '../../test/serving.ts';
import { siteArticles } from '../../test/site-articles.ts';
import { createEndpoints } from './endpoints.ts';
import { mostTextBytes } from './extract.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(siteArticles);
});
afterAll(() => site.close());

const text = 'Căn cứ Nghị quyết số 31-NQ/TU ngày 12/01/2022 của Thành ủy và Nghị quyết số 98-NQ/TU.';

function post(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
  return site.get('/api/v1/extract?lang=en', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

describe('POST /api/v1/extract', () => {
  it('answers as its schema says, with offsets into the text as sent', async () => {
    const { status, json } = await post({ text, source: 'song-mo', published: '2022-05-01' });
    expect(status).toBe(200);
    const schema = createEndpoints().find(({ path }) => path === '/api/v1/extract')?.answer;
    expect(schema?.safeParse(json).error).toBeUndefined();
    expect(json).toMatchObject({
      citations: [
        {
          start: 7,
          surface: text.slice(7, 29),
          canonical: '31-NQ/TU',
          date: '2022-01-12',
          level: 'district',
          document: 'nq-31-tu.song-mo.2020',
        },
        { canonical: '98-NQ/TU', document: null },
      ],
    });
  });

  it('says which document only where the source or the text settles it, and the archive has it', async () => {
    expect((await post({ text })).json).toMatchObject({ citations: [{ document: null }, { document: null }] });
  });

  it('takes a long text in a worker, while others are answered', async () => {
    const long = post({ text: `${'Không có gì ở đây. '.repeat(2000)}${text}` });
    expect((await site.get('/healthz')).status).toBe(200);
    expect((await long).json).toMatchObject({ citations: [{ canonical: '31-NQ/TU' }, {}] });
  });

  it.each([
    ['no text', { source: 'song-mo' }, 400, '“text” must be given, as a string.'],
    ['a text that is none', { text: 5 }, 400, '“text” must be given, as a string.'],
    ['a list', [], 400, '“body” must be a JSON object.'],
    ['nothing', 'null', 400, 'The body is not valid JSON.'],
    ['half a body', '{"text": "', 400, 'The body is not valid JSON.'],
    [
      'a source of no file',
      { text, source: 'no-such' },
      400,
      '“source” must be the id of a source that the archive knows.',
    ],
    [
      'a day that is none',
      { text, published: '31/12/2022' },
      400,
      '“published” must be a day that exists, such as 2023-03-21.',
    ],
    ['too much', { text: 'ă'.repeat(mostTextBytes / 2 + 1) }, 413, 'A text may have 2 MB at most; send it in parts.'],
    ['far too much', { text: 'a'.repeat(4 * mostTextBytes) }, 413, 'A text may have 2 MB at most; send it in parts.'],
  ])('refuses %s', async (_note, body, status, detail) => {
    const answered = await post(body);
    expect([answered.status, answered.headers['content-type']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answered.json).toMatchObject({ status, detail });
  });

  it('refuses what is said not to be JSON', async () => {
    expect((await post('text=a', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
  });

  it('takes instants for days of Vietnam', async () => {
    const { json } = await post({
      text: 'Nghị quyết số 31-NQ/TU của Thành ủy',
      source: 'song-mo',
      published: '2020-12-31T23:30:00Z',
    });
    expect(json).toMatchObject({ citations: [{ document: 'nq-31-tu.song-mo.2020' }] });
  });
});
