import readSheets from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { AnswerAbout } from './answer-about.ts';
import { writeOfficeFile } from './answer-office.ts';
import type { AnswerRow } from './answer-rows.ts';

const about: AnswerAbout = { lang: 'vi', title: 'Bảng', lines: [], address: 'http://kho.example/', warning: 'Lưu ý' };
const sentence = { before: 'Hội nghị nghe ', surface: '21-NQ/TU', after: ' …', source: 'Tin', address: 'urn:sha256:0' };

function table(count: number) {
  async function* stream(): AsyncGenerator<AnswerRow> {
    for (let at = 0; at < count; at += 1) {
      yield {
        day: null,
        date: '9/2022',
        meeting: `Giao ban ${at}`,
        host: '',
        chair: 'Không nêu',
        positions: '',
        purpose: 'báo cáo kết quả',
        sentences: [sentence],
        further: 2,
        printed: sentence.surface,
        source: 'Tin',
        address: sentence.address,
        sureness: 'chắc chắn',
      };
    }
  }
  return { count, stream: stream() };
}

async function readMeetings(bytes: Uint8Array): Promise<readonly unknown[]> {
  const [table] = await readSheets(Buffer.from(bytes));
  return (table?.data ?? []).slice(1).map(([, meeting]) => meeting);
}

describe('an office file', () => {
  it.each([
    ['in place', 3, 10],
    ['by a worker', 450, 10],
  ])('made %s has every row, in order', async (_where, count, shortRows) => {
    const file = await writeOfficeFile('xlsx', table(count), about, { shortRows });
    if (file.kind !== 'written') throw new Error(`expected a file, got ${file.kind}`);
    expect(await readMeetings(file.bytes)).toEqual(Array.from({ length: count }, (_, at) => `Giao ban ${at}`));
  });

  it('of words is made by a worker too', async () => {
    const file = await writeOfficeFile('docx', table(20), about, { shortRows: 1 });
    expect(file.kind).toBe('written');
  });

  it.each([
    ['all workers are taken', { workers: 0 }, 'busy'],
    ['it takes too long', { deadlineMs: 1 }, 'too-much'],
    ['it takes too much memory', { heapMb: 4 }, 'too-much'],
  ] as const)('is none where %s', async (_why, given, kind) => {
    const file = await writeOfficeFile('docx', table(20_000), about, { shortRows: 1, ...given });
    expect(file.kind).toBe(kind);
  });
});
