import { describe, expect, it } from 'vitest';
import { bandKeys, COPY_SIMILARITY, signatureOf, similarity } from './shingles.ts';

const SYLLABLES =
  'hội nghị thành ủy đánh giá kết quả thực hiện nghị quyết về đô thị đồng chí bí thư phát biểu yêu cầu các phường xã rà soát tiến độ giải phóng mặt bằng đường ven sông chợ trung tâm trường học bệnh viện nước sạch cây xanh';

/** Invented prose: syllables drawn by a small generator, so that every seed is another text. */
function prose(seed: number, length: number): string[] {
  const pool = SYLLABLES.split(' ');
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return pool[(state >>> 16) % pool.length] ?? '';
  });
}

const report = prose(7, 400);
const alike = (one: readonly string[], other: readonly string[]) =>
  similarity(signatureOf(one.join(' ')), signatureOf(other.join(' ')));
const shared = (one: readonly string[], other: readonly string[]) => {
  const keys = new Set(bandKeys(signatureOf(one.join(' '))));
  return bandKeys(signatureOf(other.join(' '))).filter((key) => keys.has(key)).length;
};

describe('reprints of a report', () => {
  it.each([
    ['the same words', report],
    ['with a new heading', [...prose(8, 15), ...report]],
    ['without its last paragraph', report.slice(0, 365)],
    ['with one sentence exchanged', [...report.slice(0, 200), ...prose(9, 20), ...report.slice(220)]],
    ['with two words corrected', report.with(50, 'khác').with(310, 'khác')],
  ])('%s: copies that share a band', (_note, reprint) => {
    expect(alike(report, reprint)).toBeGreaterThanOrEqual(COPY_SIMILARITY);
    expect(shared(report, reprint)).toBeGreaterThan(0);
  });

  it('are the same in another dress', () => {
    const text = report.join(' ');
    const stripped = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
    for (const dressed of [text.toUpperCase(), text.normalize('NFD'), stripped, text.replaceAll(' ', ',\n  ')]) {
      expect(signatureOf(dressed)).toEqual(signatureOf(text));
    }
  });
});

describe('other texts', () => {
  it('are no copies, nor worth comparing', () => {
    for (let seed = 100; seed < 140; seed += 1) {
      expect(alike(report, prose(seed, 400))).toBeLessThan(0.1);
      expect(shared(report, prose(seed, 400))).toBe(0);
    }
  });

  it('are no copies where only half of the report is quoted', () => {
    const quoting = [...report.slice(0, 200), ...prose(11, 200)];
    expect(alike(report, quoting)).toBeGreaterThan(0.15);
    expect(alike(report, quoting)).toBeLessThan(0.5);
  });

  it('are told apart by the order of their words', () => {
    expect(alike(report, report.toReversed())).toBeLessThan(0.1);
  });
});

describe('the estimate', () => {
  it.each([0, 40, 80, 120, 200, 300])('is near the share of runs in common with %i syllables more', (more) => {
    const one = prose(21, 600);
    const other = [...one, ...prose(22, more)];
    const runs = (words: readonly string[]) =>
      new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')));
    const [first, second] = [runs(one), runs(other)];
    const common = [...first].filter((run) => second.has(run)).length;
    const exact = common / (first.size + second.size - common);
    expect(Math.abs(alike(one, other) - exact)).toBeLessThan(0.12);
  });

  it('is the same both ways, and kept numbers stay good', () => {
    const other = [...prose(8, 60), ...report];
    expect(alike(report, other)).toBe(alike(other, report));
    expect(bandKeys(signatureOf(report.join(' ')))).toHaveLength(21);
    expect(bandKeys(signatureOf(report.join(' '))).slice(0, 2)).toMatchInlineSnapshot(`
      [
        "0-df543584",
        "1-1e4cd5ca",
      ]
    `);
  });
});

describe('texts too short to be told apart', () => {
  it.each(['', '   ', 'Thông báo nghỉ lễ', prose(3, 40).join(' '), 'tin tức '.repeat(500)])(
    '"%.20s": nothing is like them',
    (text) => {
      const signature = signatureOf(text);
      expect(signature).toHaveLength(0);
      expect(bandKeys(signature)).toEqual([]);
      expect(similarity(signature, signature)).toBe(0);
      expect(similarity(signature, signatureOf(report.join(' ')))).toBe(0);
    },
  );

  it('a text of millions of characters has an answer', () => {
    expect(signatureOf(`${report.join(' ')} `.repeat(2000))).toHaveLength(128);
  });
});
