import { describe, expect, it } from 'vitest';
import { type JsonLine, readJsonLines } from './json-lines.ts';

/** As a file comes: in pieces that end anywhere. */
async function* inPieces(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

async function read(content: string | Uint8Array, maxLineBytes?: number): Promise<readonly JsonLine[]> {
  const lines: JsonLine[] = [];
  for await (const line of readJsonLines(inPieces(content), maxLineBytes)) lines.push(line);
  return lines;
}

const value = (number: number, of: unknown): JsonLine => ({ kind: 'value', number, value: of });

describe('readJsonLines', () => {
  it.each<[string, string, readonly JsonLine[]]>([
    ['a line feed at the end or none', '{"a":1}\n[2]', [value(1, { a: 1 }), value(2, [2])]],
    ['ends of Windows', '1\r\n2\r\n', [value(1, 1), value(2, 2)]],
    ['empty lines, which count', '\n1\n \t\n2\n', [value(2, 1), value(4, 2)]],
    ['a byte order mark', '\ufeff{"a":1}\n', [value(1, { a: 1 })]],
    [
      'U+2028, U+2029 and U+0085 inside of a text',
      '"mot\u2028hai\u2029ba\u0085bon"',
      [value(1, 'mot\u2028hai\u2029ba\u0085bon')],
    ],
    ['nothing', '', []],
  ])('reads %s', async (_what, content, expected) => {
    expect(await read(content)).toEqual(expected);
  });

  it('goes on behind what is no JSON, no UTF-8 or too long', async () => {
    const notUtf8 = Buffer.from('"\xe0\xe1"\n', 'latin1');
    const content = Buffer.concat([Buffer.from('{"a":\n1\n'), notUtf8, Buffer.from(`"${'a'.repeat(50)}"\n2`)]);
    expect(await read(content, 40)).toEqual([
      { kind: 'fault', number: 1, reason: 'expected a JSON object, found something else' },
      value(2, 1),
      { kind: 'fault', number: 3, reason: 'the line is not UTF-8' },
      { kind: 'fault', number: 4, reason: 'the line is longer than 40 bytes' },
      value(5, 2),
    ]);
  });

  it('puts together what comes in pieces, a letter across two of them included', async () => {
    const text = 'ạ'.repeat(10_000);
    expect(await read(`${JSON.stringify({ text })}\n"b"`)).toEqual([value(1, { text }), value(2, 'b')]);
  });
});
