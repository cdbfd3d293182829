/**
 * How long the embedded search takes, beside what one would write without an index: a scan with LIKE over folded text.
 *
 *   npx tsx bench/search.ts [items=20000]
 *
 * Articles are made of invented clauses with a skewed choice of words, about 2,500 characters each. Their vocabulary
 * is small, so common words are commoner than in real reports: take the times as near the worst.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { SearchItem, SearchQuery } from '../core/search/engine.ts';
import { spellForIndex } from '../core/search/fold.ts';
import { openSqliteFts } from '../core/search/sqlite-fts.ts';

const rounds = 15;
const everything: SearchQuery = {
  text: '',
  kind: null,
  filters: {},
  from: null,
  to: null,
  sort: 'relevance',
  page: 1,
  perPage: 20,
};
const queries: readonly [string, Partial<SearchQuery>][] = [
  ['một từ hiếm', { text: 'Vịnh Sáo' }],
  ['hai từ', { text: 'đối thoại' }],
  ['hai từ không dấu', { text: 'doi thoai' }],
  ['bốn từ', { text: 'giải phóng mặt bằng' }],
  ['viết tắt', { text: 'gpmb' }],
  ['cụm trong ngoặc', { text: '"quán triệt thực hiện"' }],
  ['rải rác', { text: 'thanh tra dự án đô thị' }],
  ['số hiệu', { text: '21-NQ/TU' }],
  ['loại trừ', { text: 'đối thoại -quý' }],
  ['mới nhất', { text: 'đối thoại', sort: 'newest' }],
  ['lọc năm', { text: 'đối thoại', filters: { year: ['2023'] } }],
  ['trang cuối', { text: 'đối thoại', page: 400 }],
  ['tất cả', {}],
];

async function run(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'search-bench-'));
  const path = join(folder, 'search.sqlite');
  const engine = openSqliteFts({ path });
  const scan = new DatabaseSync(':memory:');
  scan.exec('CREATE TABLE item (id INTEGER PRIMARY KEY, day TEXT, text TEXT)');
  const addRow = scan.prepare('INSERT INTO item (day, text) VALUES (?, ?)');
  const random = mulberry(7);
  let putMs = 0;
  for (let start = 0; start < count; start += 1000) {
    const items = Array.from({ length: Math.min(1000, count - start) }, (_, at) => makeItem(start + at, random));
    putMs += await timed(() => engine.put(items));
    for (const item of items) addRow.run(item.date, spellForIndex(`${item.title} ${item.body}`));
  }
  print(`${count} items put in ${(putMs / 1000).toFixed(1)} s, ${Math.round(statSync(path).size / 2 ** 20)} MB`);
  print('query'.padEnd(22), 'hits'.padStart(7), 'p50 ms'.padStart(9), 'LIKE p50 ms'.padStart(12));
  for (const [name, change] of queries) {
    const query = { ...everything, ...change };
    const { total } = await engine.find(query);
    const ms = await median(() => engine.find(query));
    print(
      name.padEnd(22),
      String(total).padStart(7),
      ms.toFixed(1).padStart(9),
      (await scanMs(query.text)).padStart(12),
    );
  }
  await engine.close();
  scan.close();
  rmSync(folder, { recursive: true });

  /** Every word somewhere, newest first, and the total: no ranking, no facets, no snippets. */
  async function scanMs(text: string): Promise<string> {
    const words = spellForIndex(text).split(' ');
    const all = scan.prepare(
      `SELECT id FROM item WHERE ${words.map(() => 'text LIKE ?').join(' AND ')} ORDER BY day DESC`,
    );
    return (await median(async () => all.all(...words.map((word) => `%${word}%`)))).toFixed(1);
  }
}

function makeItem(number: number, random: () => number): SearchItem {
  const date = new Date(Date.UTC(2018, 0, 1 + Math.floor(random() * 3000))).toISOString().slice(0, 10);
  const code = `${1 + Math.floor(300 * random() ** 3)}-${pick(['NQ', 'CT', 'KL', 'QĐ'])}/${pick(['TU', 'TW', 'HU'])}`;
  const place = pick(places);
  // One article speaks of a few things only.
  const subjects = [pick(clauses), pick(clauses), pick(clauses)];
  return {
    kind: random() < 0.9 ? 'article' : 'meeting',
    id: `item-${number}`,
    title: `${pick(bodies)} ${place} ${pick(clauses)}`,
    body: Array.from(
      { length: 20 },
      () => `${pick(bodies)} ${place} ${pick(subjects)} theo ${code}, ${pick(subjects)}.`,
    ).join('\n\n'),
    codes: [code],
    date,
    facets: {
      type: [code.replace(/^\d+-|\/.*$/g, '')],
      issuer: [`${pick(bodies)} ${place}`],
      level: [pick(['central', 'province', 'district'])],
      source: [`nguon-${Math.floor(random() * 40)}`],
      year: [date.slice(0, 4)],
      meeting_kind: [pick(['briefing', 'dialogue', 'review'])],
      purpose: [pick(['studies', 'directs']), pick(['reports', 'basis'])],
    },
    people: [`${pick(['Trần', 'Lê', 'Đỗ'])} ${pick(['Minh', 'Thu'])} ${pick(['Khang', 'Hạnh', 'Đức'])}`],
  };

  /** The first of the list most often. */
  function pick(list: readonly string[]): string {
    return list[Math.floor(list.length * random() ** 2)] ?? '';
  }
}

const bodies = [
  'Thành ủy',
  'Tỉnh ủy',
  'Ban Thường vụ Huyện ủy',
  'UBND thành phố',
  'HĐND tỉnh',
  'Đảng ủy phường',
  'Ban Chỉ đạo',
];
const places = [
  'Sơn Lam',
  'Bình Khê',
  'Hà Mộc',
  'Thủy Trang',
  'Đông Ngạn',
  'Kim Lũng',
  'An Trạch',
  'Tân Phú Hạ',
  'Vịnh Sáo',
];
const clauses = [
  'quán triệt thực hiện nghị quyết về phát triển kinh tế - xã hội',
  'giao ban công tác quý I và bàn nhiệm vụ quý II',
  'nghe báo cáo kết quả cải cách hành chính và chuyển đổi số',
  'đẩy nhanh tiến độ giải phóng mặt bằng các dự án đô thị',
  'kiểm tra, giám sát tổ chức đảng và đảng viên',
  'đối thoại với nhân dân về đất đai, môi trường và trật tự đô thị',
  'thanh tra việc sử dụng ngân sách tại cơ sở',
  'tổng kết phong trào xây dựng nông thôn mới',
  'tiếp công dân định kỳ, giải quyết đơn thư kéo dài',
  'khen thưởng tập thể, cá nhân có thành tích xuất sắc',
];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await timed(work));
  return times.sort((a, b) => a - b)[rounds >> 1] ?? 0;
}

/** The same numbers for the same seed. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function print(...columns: string[]): void {
  process.stdout.write(`${columns.join(' ')}\n`);
}

await run(Number(process.argv[2] ?? 20_000));
