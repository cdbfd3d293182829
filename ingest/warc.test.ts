import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../core/archive/evidence.ts';
import { parseSnapshotHash } from '../core/archive/snapshots.ts';
import { type WarcFault, writeWarc } from './warc.ts';
import { readWarc, type WarcEntry } from './warc-reading.ts';

const hash = parseSnapshotHash('5'.repeat(64));
if (hash === null) throw new Error('expected a hash');
const body = '<p>Hội nghị giao ban của Thành ủy Sông Mơ.</p>';

function anEvidence(given: Partial<Evidence['capture']>, rest: Partial<Omit<Evidence, 'capture'>> = {}): Evidence {
  return {
    capture: {
      url: 'https://songmo.example/bài?nid=1',
      snapshot: hash ?? never(),
      capturedAt: '2023-03-21T02:00:00.123Z',
      source: 'songmo',
      status: 'imported',
      given: {},
      http: null,
      mediaType: 'text/html',
      ...given,
    },
    role: 'article',
    isReviewed: true,
    fate: null,
    repeats: null,
    ...rest,
  };
}

function never(): never {
  throw new Error('unreachable');
}

const http = {
  url: 'https://songmo.example/den',
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip', etag: '"a"', 'x-la': 'a\r\nb' },
};

async function write(evidence: readonly Evidence[], isGzipped = false, faults: WarcFault[] = []): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  async function* all() {
    yield* evidence;
  }
  const parts = {
    evidence: all(),
    readBytes: async ({ url }: { readonly url: string }) => {
      if (url.includes('mat')) throw new Error('the file is gone');
      return Buffer.from(body);
    },
    onFault: (fault: WarcFault) => faults.push(fault),
    software: 'sohieu/0',
    madeAt: new Date('2023-03-22T00:00:00Z'),
    isGzipped,
  };
  for await (const piece of writeWarc(parts)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function read(...chunks: readonly Uint8Array[]): Promise<WarcEntry[]> {
  const found: WarcEntry[] = [];
  async function* all() {
    yield* chunks;
  }
  for await (const entry of readWarc(all())) found.push(entry);
  return found.filter(({ kind }) => kind !== 'other');
}

function record(head: string, block: string | Uint8Array, length = Buffer.byteLength(block)): Buffer {
  return Buffer.concat([
    Buffer.from(`WARC/1.0\r\n${head}Content-Length: ${length}\r\n\r\n`),
    Buffer.from(block),
    Buffer.from('\r\n\r\n'),
  ]);
}

const dated = 'WARC-Date: 2023-03-21T02:00:00Z\r\n';
const answer = (type: string, content = body): string => `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n${content}`;
const response = (url: string): Buffer =>
  record(`WARC-Type: response\r\nWARC-Target-URI: ${url}\r\n${dated}`, answer('text/html'));

describe('what is written is read again', () => {
  it('a file that was handed in, with what was said beside it', async () => {
    const given = { title: 'Giao ban “quý I”', published: '2023-03-20' };
    const [entry, ...more] = await read(await write([anEvidence({ given })]));
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      kind: 'payload',
      url: 'https://songmo.example/bài?nid=1',
      capturedAt: '2023-03-21T02:00:00.123Z',
      contentType: 'text/html',
      http: null,
      note: { source: 'songmo', given, role: 'article', reviewed: true },
    });
    expect(entry?.kind === 'payload' && Buffer.from(entry.bytes).toString()).toBe(body);
  });

  it("a server's answer, without the headers of wrappings that are undone", async () => {
    const [entry] = await read(await write([anEvidence({ http, status: 'fetched' })]));
    expect(entry).toMatchObject({
      http: { status: 200, headers: { etag: '"a"', 'x-la': 'a b', 'content-length': String(Buffer.byteLength(body)) } },
      note: { status: 'fetched', answered: 'https://songmo.example/den' },
    });
    expect(JSON.stringify(entry)).not.toContain('gzip');
  });

  it('the same bytes again as a revisit that holds none', async () => {
    const repeats = { url: 'https://songmo.example/1', capturedAt: '2023-03-01T00:00:00.000Z' };
    const [entry] = await read(await write([anEvidence({ http }, { repeats })]));
    expect(entry).toMatchObject({ kind: 'revisit', digest: `sha256:${hash}`, of: repeats, http: { status: 200 } });
  });

  it('what became of the article', async () => {
    const fate = { isGone: true, aliases: ['https://songmo.example/cu'] };
    const [entry] = await read(await write([anEvidence({}, { fate, role: 'repeat', isReviewed: false })]));
    expect(entry).toMatchObject({ note: { role: 'repeat', reviewed: false, gone: true, aliases: fate.aliases } });
  });

  it('names what cannot be written and goes on', async () => {
    const faults: WarcFault[] = [];
    const entries = await read(
      await write(
        [anEvidence({ url: 'https://a.example/mat' }), anEvidence({ url: 'a\nb' }), anEvidence({})],
        false,
        faults,
      ),
    );
    expect(entries).toHaveLength(1);
    expect(faults.map(({ url }) => url)).toEqual(['https://a.example/mat', 'a\nb']);
  });
});

describe('what strangers write', () => {
  it('is read whatever the case of its fields and however it is cut up', async () => {
    const file = Buffer.concat([
      record(
        `warc-type: response\r\nwarc-target-uri: <https://a.example/1>\r\nwarc-date: 2023-03-21T02:00:00Z\r\n`,
        answer('text/html'),
      ),
      record(`WARC-Type: request\r\nWARC-Target-URI: https://a.example/1\r\n${dated}`, 'GET / HTTP/1.1\r\n\r\n'),
      response('https://a.example/2'),
    ]);
    const pieces = Array.from({ length: Math.ceil(file.length / 7) }, (_, at) => file.subarray(at * 7, at * 7 + 7));
    const found = await read(...pieces);
    expect(found).toMatchObject([{ url: 'https://a.example/1' }, { url: 'https://a.example/2' }]);
    expect(found).toEqual(await read(file));
  });

  const url = 'WARC-Type: response\r\nWARC-Target-URI: https://a.example/hong\r\n';
  it.each([
    [
      'a digest that does not fit',
      record(`${url}${dated}WARC-Block-Digest: sha1:${'A'.repeat(32)}\r\n`, answer('text/html')),
      'digest',
    ],
    ['no time', record(url, answer('text/html')), 'when'],
    ['a time that is none', record(`${url}WARC-Date: hôm qua\r\n`, answer('text/html')), 'when'],
    ['no address', record(`WARC-Type: resource\r\n${dated}`, 'x'), 'no address'],
    [
      'an address that runs what it says',
      record(`WARC-Type: resource\r\nWARC-Target-URI: javascript:alert(1)\r\n${dated}`, 'x'),
      'expected an address such as https://',
    ],
    ['no answer of a server', record(`${url}${dated}`, 'x'), 'no answer'],
    ['more than is taken', record(`${url}${dated}`, 'x', 40_000_000), '40000000 bytes'],
    [
      'a bomb',
      record(
        `${url}${dated}`,
        Buffer.concat([
          Buffer.from('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n'),
          gzipSync(Buffer.alloc(30_000_000)),
        ]),
      ),
      'more than',
    ],
  ])('is told where a record has %s', async (_note, broken, reason) => {
    const [first] = await read(broken);
    expect(first).toMatchObject({ kind: 'fault', reason: expect.stringContaining(reason) });
  });

  it.each(['dns:a.example', 'file:///etc/hosts', 'ftp://a.example/x'])(
    'is passed over where no web server answered: %s',
    async (address) => {
      const other = record(
        `WARC-Type: response\r\nWARC-Target-URI: ${address}\r\n${dated}Content-Type: text/dns\r\n`,
        '20230321\na.example. 300 IN A 192.0.2.1\n',
      );
      expect(await read(other, record(`${url}${dated}`, answer('text/html')))).toMatchObject([{ kind: 'payload' }]);
    },
  );

  it('is passed over where a crawler tells of itself', async () => {
    const own = record(`WARC-Type: resource\r\nWARC-Target-URI: metadata://gnu.org/wget/log\r\n${dated}`, 'x');
    expect(await read(own)).toEqual([]);
  });

  it('is told once where a length is wrong, and read on behind it', async () => {
    const short = record(
      `WARC-Type: resource\r\nWARC-Target-URI: https://a.example/0\r\n${dated}`,
      'một hai ba\r\n\r\nbốn\r\n\r\nnăm',
      3,
    );
    const found = await read(Buffer.concat([short, response('https://a.example/1'), response('https://a.example/2')]));
    expect(found.filter(({ kind }) => kind === 'fault').length).toBeLessThanOrEqual(1);
    expect(found.at(-1)).toMatchObject({ url: 'https://a.example/2' });
  });

  it('is told where the file ends in the middle of a record', async () => {
    const file = Buffer.concat([response('https://a.example/1'), response('https://a.example/2')]);
    expect(await read(file.subarray(0, file.length - 30))).toMatchObject([
      { kind: 'payload' },
      { kind: 'fault', url: 'https://a.example/2', reason: expect.stringContaining('ends in the middle') },
    ]);
  });

  it('cannot make a head without end be held in memory', async () => {
    const line = Buffer.from(`X-La: ${'x'.repeat(60_000)}\r\n`);
    const found = await read(Buffer.from('WARC/1.0\r\n'), ...Array.from({ length: 40 }, () => line));
    expect(found).toMatchObject([{ kind: 'fault', reason: expect.stringContaining('head of a record') }]);
  });

  it.each([
    ['rác\n'.repeat(50)],
    ['WARC/1.0\r\nContent-Length: -5\r\n\r\n'],
    ['WARC/1.0\r\nContent-Length: abc\r\n\r\n'],
  ])('is told where there is no record at all: %.20s', async (rubble) => {
    expect(await read(Buffer.from(rubble))).toMatchObject([{ kind: 'fault', url: null }]);
  });
});
