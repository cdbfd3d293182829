/**
 * How fast citations are read, beside the one regular expression that one would write first.
 *
 *   npm run bench citations [megabytes=6]
 *
 * Texts as they come: the sample articles of data/samples with paragraphs that cite nothing between theirs, as many as make
 * them what a Party committee's portal prints (one citation in 1,000 characters) or what the press has in its reports that
 * cite (one in 2,500); the same among reports of the press that cite nothing, seven of eight (one in 12,000 in all); and an
 * invented list of citations, one in 50 characters. The figures were counted in 1,416 public reports of meetings, the
 * portal's in three. Three baselines, each one expression whose matches are kept with their places: a number, a sign and a
 * symbol in capitals; the same in the prints that occur (blanks and en dashes, the year, Vietnamese letters); and that with
 * the type word before it, in whatever case. None of them tells a short form, a date, an issuer, a level, a subject or a document, or refuses what only
 * looks alike. The fewer of a text's characters an expression has to look at twice, the faster it is: the first two try
 * nothing but digits.
 *
 * Times are those of the processor, the best of several rounds in turn, so that what else the machine does counts little.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { extractCitations } from '../core/citations/extract.ts';
import { readArticle } from '../ingest/read/read.ts';
import { hostileTexts } from '../test/hostile-texts.ts';

const words =
  'nghị quyết|chỉ thị|quyết định|kết luận|nghị định|thông tư|kế hoạch|thông báo|công văn|quy định|hướng dẫn|luật|pháp lệnh';
const number = '\\d+(?:\\s?[-–/]\\s?\\d{4})?\\s?[-–/ ]\\s?';
const baselines: readonly (readonly [string, RegExp])[] = [
  ['number, capitals', /\d+[-/ ][A-ZĐ]{2,}(?:[-/][A-ZĐƯa-z0-9]+)*/g],
  ['in all prints', new RegExp(`${number}\\p{Lu}\\p{L}+(?:\\s?[-–/&]\\s?[\\p{L}\\d]+)*`, 'gu')],
  [
    'with the type word',
    new RegExp(
      `(?:(?:${words})\\s+)?(?:số\\s*:?\\s*)?\\d+(?:\\s*[-–/]\\s*\\d{4})?\\s*[-–/ ]\\s*\\p{L}{2,}(?:\\s*[-–/&]\\s*[\\p{L}\\d]+)*`,
      'giu',
    ),
  ],
];
const rounds = 7;
const samples = join(dirname(dirname(fileURLToPath(import.meta.url))), 'data', 'samples', 'articles');

const CHARACTERS_A_CITATION = { portal: 1000, report: 2500, press: 12_000 } as const;

async function run(megabytes: number): Promise<void> {
  const articles = await readSamples();
  const portal = repeat(
    articles.map((text) => withPlainParagraphs(text, CHARACTERS_A_CITATION.portal)),
    megabytes,
  );
  const reports = articles.map((text) => withPlainParagraphs(text, CHARACTERS_A_CITATION.report));
  const press = repeat(
    reports.flatMap((text) => [
      text,
      ...plainReports(extractCitations(text).length * (CHARACTERS_A_CITATION.press - CHARACTERS_A_CITATION.report)),
    ]),
    megabytes,
  );
  const dense = repeat(listOfCitations(), megabytes);
  warmUp(press, reports, portal, dense);
  compare('press', press);
  compare('reports that cite', repeat(reports, megabytes));
  compare("a committee's portal", portal);
  compare('dense', dense);
  line('\nlinear in length', 'one text of so many MB, in ns a character');
  for (const size of [1, 2, 4, 8]) {
    const whole = repeat(portal, size).join('\n\n');
    const { ms } = best(() => extractCitations(whole).length);
    line(`  ${size} MB at once`, `${((ms * 1e6) / whole.length).toFixed(1)}`);
  }
  line('\nhostile', 'times the time for twice the text; 2 is linear');
  let worst = 0;
  for (const [name, make] of Object.entries(hostileTexts)) {
    const [once, twice] = [100_000, 200_000].map((size) => best(() => extractCitations(make(size)).length).ms);
    const ratio = (twice ?? 0) / Math.max(once ?? 0, 1);
    worst = Math.max(worst, ratio);
    if (ratio > 2.5) line(`  ${name}`, `${ratio.toFixed(2)}: ${once?.toFixed(0)} and ${twice?.toFixed(0)} ms`);
  }
  line(`  ${Object.keys(hostileTexts).length} kinds`, `${worst.toFixed(2)} at most`);
  line('\nmemory', 'heap in use behind so many MB of articles, in MB');
  for (const size of [0, 8, 32]) {
    let count = 0;
    for (const text of repeat(portal, size)) count += extractCitations(text).length;
    line(`  ${size} MB read`, `${heap()} (${count} citations)`);
  }
}

function compare(name: string, texts: readonly string[]): void {
  const size = bytes(texts);
  const [ours, ...theirs] = bestOfEach([
    () => sum(texts, (text) => extractCitations(text).length),
    ...baselines.map(
      ([, expression]) =>
        () =>
          sum(texts, (text) => findPlaces(text, expression).length),
    ),
  ]);
  if (ours === undefined) return;
  line(`\n${name}`, `${(size / 1e6).toFixed(1)} MB in ${texts.length} articles, ${ours.count} citations`);
  line('  extractCitations', speed(size, ours.ms));
  for (const [index, { ms, count }] of theirs.entries()) {
    const ratio = ms / ours.ms;
    line(
      `  ${baselines[index]?.[0]}`,
      `${speed(size, ms)}: ours makes ${ratio.toFixed(2)} of it, and ${count} matches`,
    );
  }
}

/** What a baseline tells of its matches: where they stand, and what is printed there. */
function findPlaces(text: string, expression: RegExp): readonly { readonly start: number; readonly found: string }[] {
  return Array.from(text.matchAll(expression), (match) => ({ start: match.index, found: match[0] }));
}

async function readSamples(): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const file of readdirSync(samples).sort()) {
    const bytes = readFileSync(join(samples, file));
    const article = await readArticle({ bytes, url: `https://mau.example/${file}`, contentType: null, fileName: file });
    if (article.status === 'ok') texts.push(article.text);
  }
  return texts;
}

/** The article with invented paragraphs among its own, as long as it takes to have no more than a citation in so many characters. */
function withPlainParagraphs(text: string, characters: number): string {
  const paragraphs = text.split('\n\n');
  const wanted = extractCitations(text).length * characters;
  for (let at = 0, length = text.length; length < wanted; at += 1) {
    const plain = plainParagraphs[at % plainParagraphs.length] ?? '';
    paragraphs.splice((at * 2 + 1) % (paragraphs.length + 1), 0, plain);
    length += plain.length;
  }
  return paragraphs.join('\n\n');
}

/** Reports of the press that cite nothing, so many characters of them. */
function plainReports(characters: number): readonly string[] {
  return Array.from({ length: Math.round(characters / REPORT_LENGTH) }, (_, report) => {
    let text = '';
    for (let at = report * 5; text.length < REPORT_LENGTH; at += 1)
      text += `${plainParagraphs[at % plainParagraphs.length] ?? ''}\n\n`;
    return text;
  });
}

/** In characters, as reports of meetings are. */
const REPORT_LENGTH = 3200;

const plainParagraphs = [
  'Các đại biểu đề nghị quan tâm hơn đến đời sống người dân vùng cao, việc làm cho thanh niên và chất lượng khám chữa bệnh ở trạm y tế xã. Nhiều ý kiến cho rằng cán bộ cơ sở cần được tập huấn trước khi nhận việc mới.',
  'Tổng vốn đầu tư năm 2023 là 1.245 tỷ đồng, tăng 12,5% so với cùng kỳ; đến ngày 30/6 đã giải ngân 61% dự toán. Trong đó 16/16 phường đã hoàn thành kế hoạch 6 tháng đầu năm, 3 đơn vị vượt 20%.',
  'Phát biểu kết luận, đồng chí Bí thư Thành ủy yêu cầu UBND thành phố và các phòng, ban bám sát thực tiễn, phân công rõ người, rõ việc, rõ thời hạn, không để tồn đọng hồ sơ của người dân quá 15 ngày.',
  'Theo bà con trong thôn, con đường mới mở đã nối liền các xóm ven suối với chợ trung tâm, trẻ nhỏ đến trường không còn phải lội qua ngầm mỗi khi mưa lũ. Ai nấy đều phấn khởi và mong tuyến đường sớm có đèn chiếu sáng.',
  'Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tiếp tục đổi mới nội dung, phương thức hoạt động, hướng mạnh về cơ sở, lắng nghe tâm tư, nguyện vọng của đoàn viên, hội viên và kịp thời phản ánh với cấp ủy.',
  'Thời gian qua, công tác kiểm tra, giám sát được các cấp ủy quan tâm chỉ đạo, nhiều việc khó, việc tồn đọng từng bước được giải quyết dứt điểm. Bên cạnh đó, một số nơi còn nể nang, né tránh, ngại va chạm trong tự phê bình và phê bình.',
  'Về nhiệm vụ thời gian tới, lãnh đạo huyện yêu cầu các xã, thị trấn tập trung tháo gỡ vướng mắc trong giải phóng mặt bằng, đẩy nhanh tiến độ các công trình trọng điểm, chuẩn bị tốt vật tư cho vụ đông và chủ động phòng, chống dịch bệnh trên đàn vật nuôi.',
  'Chiều cùng ngày, đoàn đến thăm một hộ trồng chè theo hướng hữu cơ. Chủ vườn kể rằng những năm đầu cây chậm lớn, nhiều người khuyên bỏ, nhưng gia đình kiên trì làm đất, giữ nước, nay thương lái đã tìm đến tận nơi đặt hàng.',
  'Ban Tổ chức cho biết lễ hội năm nay giữ phần nghi lễ trang trọng, phần hội có thi kéo co, đẩy gậy, ném còn và trình diễn dân ca. Lực lượng chức năng đã lên phương án phân luồng, bảo đảm an ninh trật tự và vệ sinh môi trường.',
  'Nhiều cử tri phản ánh nước sinh hoạt ở khu tái định cư còn yếu vào giờ cao điểm, đề nghị đơn vị cấp nước sớm nâng cấp đường ống. Đại diện doanh nghiệp tiếp thu và hứa khắc phục ngay trong quý II.',
  'Cô giáo chủ nhiệm tâm sự, điều khiến cô gắn bó với điểm trường là ánh mắt của học trò mỗi sớm chờ cô ở đầu dốc. Phụ huynh góp từng bó củi, mớ rau để bếp ăn bán trú đỏ lửa suốt mùa đông.',
  'Mọi phản ánh xin gửi về số máy 0203.3825.678 hoặc bộ phận một cửa tại tầng 1, nhà A, từ 7h30 đến 16h30 các ngày làm việc. Danh sách 45 hộ được niêm yết tại nhà văn hóa khu 4.',
  'Trao đổi với phóng viên, trưởng phòng chuyên môn cho biết đơn vị đã rà soát từng thủ tục, cắt giảm giấy tờ trùng lặp và công khai kết quả trên bảng tin của bộ phận tiếp nhận, nhờ đó người dân không phải đi lại nhiều lần.',
  'Hội nghị cũng nghe các địa phương chia sẻ cách làm hay trong xây dựng nông thôn mới, phát triển sản phẩm chủ lực, giữ gìn nghề truyền thống gắn với du lịch cộng đồng, trong đó nổi bật là mô hình hợp tác xã do phụ nữ làm chủ.',
];

/** Articles of 3,000 characters in which every sentence cites. */
function listOfCitations(): readonly string[] {
  const sentences = [
    (n: number) => `Nghị quyết số ${n}-NQ/TU ngày 18/01/2023 của Ban Thường vụ Thành ủy về phát triển du lịch.`,
    (n: number) => `UBND tỉnh vừa ban hành Quyết định số ${n}/QĐ-UBND, giao các sở tham mưu.`,
    (n: number) => `Các chi bộ tiếp tục học tập Chỉ thị 05 và Quy định số ${n} – QĐ/TW của Bộ Chính trị.`,
    (n: number) => `Căn cứ Nghị định số ${n}/2020/NĐ-CP, ${n + 1}/2021/NĐ-CP và Thông tư ${n}/2022/TT-BTC.`,
  ];
  return Array.from({ length: 40 }, (_, article) => {
    const parts: string[] = [];
    for (let at = 0; at < 30; at += 1)
      parts.push(sentences[at % sentences.length]?.(1 + ((article * 37 + at * 11) % 900)) ?? '');
    return parts.join(' ');
  });
}

function repeat(texts: readonly string[], megabytes: number): readonly string[] {
  const all: string[] = [];
  const size = bytes(texts);
  for (let made = 0; made < megabytes * 1e6; made += size) all.push(...texts);
  return all;
}

/** The engine compiles what it runs often; the first seconds tell of the compiler. */
function warmUp(...corpora: readonly (readonly string[])[]): void {
  for (const texts of corpora) for (const text of texts.slice(0, 600)) extractCitations(text);
}

interface Measured {
  readonly ms: number;
  readonly count: number;
}

function best(measure: () => number): Measured {
  return bestOfEach([measure])[0] ?? { ms: 0, count: 0 };
}

/** In turn, so that a slow moment of the machine is one for all of them. */
function bestOfEach(measures: readonly (() => number)[]): readonly Measured[] {
  const all = measures.map(() => ({ ms: Number.POSITIVE_INFINITY, count: 0 }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, measure] of measures.entries()) {
      const start = process.cpuUsage();
      const count = measure();
      const { user, system } = process.cpuUsage(start);
      all[index] = { ms: Math.min(all[index]?.ms ?? 0, (user + system) / 1000), count };
    }
  }
  return all;
}

function sum(texts: readonly string[], count: (text: string) => number): number {
  return texts.reduce((total, text) => total + count(text), 0);
}

function bytes(texts: readonly string[]): number {
  return sum(texts, (text) => Buffer.byteLength(text));
}

function heap(): string {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return (process.memoryUsage().heapUsed / 1e6).toFixed(1);
}

function speed(size: number, ms: number): string {
  return `${(size / 1000 / ms).toFixed(1)} MB/s`;
}

function line(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(22)} ${value}\n`);
}

await run(Number(process.argv[2] ?? 6));
