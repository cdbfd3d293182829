/**
 * How fast citations are read, beside the one regular expression that one would write first.
 *
 *   npx tsx bench/citations.ts [megabytes=2]
 *
 * The text is made of invented sentences, about one citation in 150 characters, which is denser than most reports: take
 * the speed as near the worst of ordinary text. The baseline finds strings that look like codes and tells nothing of
 * them: no short forms, dates, issuers or documents, no refusal of what only looks alike.
 */
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { extractCitations } from '../core/citations/extract.ts';

const baseline = /\d+[-/ ]\s*[A-ZĐ]+(?:[-/]\s*[A-ZĐa-zđƯư0-9]+)*|\d+\/(?:19|20)\d\d\/[A-ZĐ]+(?:-[A-ZĐa-z0-9]+)*/gu;
const rounds = 3;

const openings = [
  'Sáng 12/3, tại hội trường tầng 2, Ban Thường vụ Thành ủy Hạ Khê tổ chức hội nghị giao ban quý I.',
  'Dự hội nghị có 112/115 đại biểu, đạt 97,4%.',
  'Đồng chí Lương Gia Bách, Bí thư Thành ủy, chủ trì và phát biểu kết luận.',
  'Báo cáo cho biết 16/16 phường đã hoàn thành kế hoạch 6 tháng đầu năm.',
];
const plain = [
  'Các đại biểu đề nghị quan tâm hơn đến đời sống người dân vùng cao và việc làm cho thanh niên.',
  'Tổng vốn đầu tư là 1.245 tỷ đồng, tăng 12,5% so với năm 2023.',
  'Cấp ủy cơ sở cần bám sát thực tiễn, phân công rõ người, rõ việc, rõ thời hạn.',
  'Đến ngày 30/6, toàn thành phố có 468 đảng viên mới, giải ngân đạt 61% dự toán.',
  'Mọi phản ánh xin gửi về số máy 0203.3825.678 hoặc bộ phận một cửa.',
];
const citing = [
  (n: number) =>
    `Hội nghị nghe kết quả thực hiện Nghị quyết số ${n}-NQ/TU ngày 18/01/2023 của Ban Thường vụ Thành ủy về phát triển du lịch.`,
  (n: number) => `UBND tỉnh vừa ban hành Quyết định số ${n}/QĐ-UBND, giao các sở tham mưu.`,
  (n: number) => `Các chi bộ tiếp tục học tập Chỉ thị 05 và Quy định số ${n} – QĐ/TW của Bộ Chính trị.`,
  (n: number) =>
    `Căn cứ các Nghị định số ${n}/2020/NĐ-CP, ${n + 1}/2021/NĐ-CP và Thông tư ${n}/2022/TT-BTC, phòng đã thẩm định.`,
  (n: number) => `Nghị quyết này cùng Kế hoạch ${n} là căn cứ để kiểm tra cuối năm.`,
];

function run(megabytes: number): void {
  const whole = makeText(megabytes * 1_000_000, mulberry(11));
  print(
    'text',
    `${(whole.length / 1e6).toFixed(1)} million characters, ${(Buffer.byteLength(whole) / 1e6).toFixed(1)} MB`,
  );
  extractCitations(whole.slice(0, 100_000));
  const ours = best(() => extractCitations(whole).length);
  const theirs = best(() => [...whole.matchAll(baseline)].length);
  print('extractCitations', speed(whole, ours));
  print('one regular expression', speed(whole, theirs));
  print('ratio', `${(ours.ms / theirs.ms).toFixed(1)} times the baseline's time`);
  for (const times of [1, 2, 4]) {
    const text = whole.slice(0, Math.floor((whole.length * times) / 4));
    const { ms } = best(() => extractCitations(text).length);
    print(`${times}/4 of the text`, `${ms.toFixed(0)} ms, ${((ms * 1e6) / text.length).toFixed(0)} ns a character`);
  }
  const articles = cut(whole, 3000);
  const { ms } = best(() => articles.reduce((count, article) => count + extractCitations(article).length, 0));
  print(`${articles.length} articles of 3,000`, `${(ms / articles.length).toFixed(2)} ms each`);
  print('memory', memory(whole));
}

interface Measured {
  readonly ms: number;
  readonly count: number;
}

function best(measure: () => number): Measured {
  let ms = Number.POSITIVE_INFINITY;
  let count = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    count = measure();
    ms = Math.min(ms, performance.now() - start);
  }
  return { ms, count };
}

function speed(text: string, { ms, count }: Measured): string {
  const megabytes = Buffer.byteLength(text) / 1e6;
  return `${((megabytes * 1000) / ms).toFixed(1)} MB/s, ${count} found, ${ms.toFixed(0)} ms`;
}

/** What the answer for the whole text holds once the garbage is gone, and what the process took at most. */
function memory(text: string): string {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const citations = extractCitations(text);
  collectGarbage();
  const kept = process.memoryUsage().heapUsed - before;
  const each = Math.round(kept / Math.max(1, citations.length));
  return `${(kept / 2 ** 20).toFixed(0)} MB kept, ${each} bytes a citation; ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB in all`;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}

function makeText(characters: number, random: () => number): string {
  const paragraphs: string[] = [];
  for (let length = 0; length < characters; length += paragraphs.at(-1)?.length ?? 0) {
    const sentences = [pick(openings, random)];
    for (let count = 0; count < 6; count += 1) {
      const n = 1 + Math.floor(random() * 2400);
      sentences.push(random() < 0.5 ? pick(citing, random)(n) : pick(plain, random));
    }
    paragraphs.push(`${sentences.join(' ')}\n\n`);
  }
  return paragraphs.join('').slice(0, characters);
}

function cut(text: string, size: number): readonly string[] {
  return Array.from({ length: Math.floor(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
}

function pick<T>(items: readonly [T, ...T[]] | readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Picking a sentence for the bench: the list is empty.');
  return item;
}

/** A small generator of its own, so that two runs read the same text. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function print(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(26)} ${value}\n`);
}

run(Number(process.argv[2] ?? 2));
