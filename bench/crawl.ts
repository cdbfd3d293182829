/**
 * How fast a run is from fetch to searchable, beside fetching the same pages with undici alone.
 *
 *   npm run bench crawl [pages=2000]
 *
 * Eight invented sites on ports of loopback, served by a process of their own, without a delay; one request at a time to
 * each, in both. The run is the built program as people start it; its memory is that of its process while it runs. The
 * pages are reports of 1 to 2 kB of text with two to four citations in the frame of a portal.
 */
import { fork, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Agent, request } from 'undici';

const HOSTS = 8;
const MINUTES_AT_MOST = 15;
const root = dirname(import.meta.dirname);

if (process.send !== undefined) serve(Number(process.argv[2]));
else await run(Number(process.argv[2] ?? 2000));

async function run(pages: number): Promise<void> {
  const perHost = Math.ceil(pages / HOSTS);
  const server = fork(import.meta.filename, [String(perHost)], { execArgv: process.execArgv });
  const ports = await new Promise<readonly number[]>((resolve) =>
    server.once('message', (told: number[]) => resolve(told)),
  );
  const home = mkdtempSync(join(tmpdir(), 'crawl-bench-'));
  try {
    await fetchAll(ports, Math.min(perHost, 50));
    const alone = await fetchAll(ports, perHost);
    print(`undici alone      ${rate(perHost * HOSTS, alone)} pages a second`);
    writeSources(home, ports);
    const first = await ingest(home);
    print(
      `first run         ${rate(perHost * HOSTS, first.ms)} pages a second, fetch to searchable: ${(alone / first.ms).toFixed(2)} of undici alone`,
    );
    print(
      `memory            ${first.peakMb} MB at most; ${first.quarters.map((mb) => `${mb} MB`).join(', ')} at each quarter of it`,
    );
    const second = await ingest(home);
    print(`second run        ${rate(perHost * HOSTS, second.ms)} pages a second, nothing changed`);
  } finally {
    server.kill();
    rmSync(home, { recursive: true, force: true });
  }
}

async function fetchAll(ports: readonly number[], perHost: number): Promise<number> {
  const agent = new Agent({ connections: 1 });
  const start = performance.now();
  await Promise.all(
    ports.map(async (port) => {
      for (let at = 0; at < perHost; at += 1) {
        const { body } = await request(`http://127.0.0.1:${port}/tin/${at}.html`, { dispatcher: agent });
        await body.arrayBuffer();
      }
    }),
  );
  const ms = performance.now() - start;
  await agent.close();
  return ms;
}

function writeSources(home: string, ports: readonly number[]): void {
  mkdirSync(join(home, 'sources'));
  for (const [at, port] of ports.entries()) {
    const origin = `http://127.0.0.1:${port}`;
    const source = {
      id: `site-${at}`,
      name: `Cổng thử ${at}`,
      home: `${origin}/`,
      place: { province: 'Quảng Hải', district: `Hạ Khê ${at}` },
      discover: { sitemaps: [`${origin}/sitemap.xml`] },
      article: { include: ['/tin/\\d+\\.html$'] },
      delay_ms: 0,
      max_pages: 100_000,
    };
    writeFileSync(join(home, 'sources', `site-${at}.yaml`), JSON.stringify(source));
  }
}

interface Measured {
  readonly ms: number;
  readonly peakMb: number;
  /** Memory when a quarter, a half, three quarters and all of the time had passed. */
  readonly quarters: readonly number[];
}

function ingest(home: string): Promise<Measured> {
  const start = performance.now();
  const seen: number[] = [];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'dist', 'cli', 'sohieu.js'), 'ingest', '--json'], {
      env: {
        PATH: process.env['PATH'],
        SOHIEU_HOME: join(home, 'archive'),
        SOHIEU_SOURCES: join(home, 'sources'),
        SOHIEU_ALLOW_HOSTS: '127.0.0.1',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: MINUTES_AT_MOST * 60_000,
    });
    const watch = setInterval(() => seen.push(memoryMb(child.pid)), 250);
    child.once('exit', (code) => {
      clearInterval(watch);
      if (code !== 0) reject(new Error(`Cannot measure: the run ended with ${code}, expected 0.`));
      const quarters = [1, 2, 3, 4].map((part) => seen[Math.floor((seen.length * part) / 4) - 1] ?? 0);
      resolve({ ms: performance.now() - start, peakMb: Math.max(0, ...seen), quarters });
    });
  });
}

/** Resident memory of a process, 0 where the system does not tell. */
function memoryMb(pid: number | undefined): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  } catch {
    return 0;
  }
}

function serve(perHost: number): void {
  const ports: number[] = [];
  for (let host = 0; host < HOSTS; host += 1) {
    const server = createServer((asked, answer) => {
      const path = asked.url ?? '/';
      const number = /^\/tin\/(\d+)\.html$/.exec(path)?.[1];
      if (path === '/sitemap.xml')
        answer.setHeader('content-type', 'application/xml').end(sitemap(asked.headers.host ?? '', perHost));
      else if (number === undefined || Number(number) >= perHost) answer.writeHead(404).end();
      else if (asked.headers['if-none-match'] === `"${number}"`) answer.writeHead(304).end();
      else
        answer
          .setHeader('content-type', 'text/html; charset=utf-8')
          .setHeader('etag', `"${number}"`)
          .end(page(host, Number(number)));
    });
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) ports.push(address.port);
      if (ports.length === HOSTS) process.send?.(ports);
    });
  }
}

function sitemap(host: string, count: number): string {
  const urls = Array.from({ length: count }, (_, at) => `<url><loc>http://${host}/tin/${at}.html</loc></url>`);
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`;
}

const TOPICS = [
  'chỉnh trang đô thị',
  'thu gom rác thải',
  'cấp nước sạch',
  'chuyển đổi số',
  'nuôi trồng thủy sản',
  'phòng cháy',
];

function page(host: number, at: number): string {
  const topic = TOPICS[at % TOPICS.length];
  const day = `${String((at % 27) + 1).padStart(2, '0')}/${String((at % 11) + 1).padStart(2, '0')}/2023`;
  const place = `Hạ Khê ${host}`;
  const paragraphs = [
    `Ngày ${day}, Thành ủy ${place} họp phiên thứ ${at} về ${topic}. Đồng chí Trần Văn Mẫu, Bí thư Thành ủy, chủ trì hội nghị.`,
    `Hội nghị nghe kết quả thực hiện Nghị quyết số ${(at % 40) + 1}-NQ/TU ngày 12/01/2022 của Ban Thường vụ Thành ủy về ${topic}, và Kế hoạch số ${at}/KH-UBND của UBND thành phố.`,
    ...Array.from(
      { length: 5 },
      (_, n) =>
        `Đại biểu phường số ${n + at} nêu ${n + 2} việc còn vướng trong ${topic}, đề nghị thành phố giao rõ cơ quan chủ trì, thời hạn và nguồn vốn cho từng việc trong quý ${(n % 4) + 1}.`,
    ),
    `Kết luận, Bí thư Thành ủy giao các cơ quan quán triệt Chỉ thị số 05-CT/TW của Bộ Chính trị và báo cáo trước phiên thứ ${at + 1}.`,
  ];
  const menu = Array.from({ length: 40 }, (_, n) => `<li><a href="/muc/${n}">Mục ${n}</a></li>`).join('');
  return `<!DOCTYPE html><html lang="vi"><head><title>Phiên ${at} về ${topic} - ${place}</title></head><body><nav><ul>${menu}</ul></nav><main><article><h1>${place}: phiên thứ ${at} về ${topic}</h1><time datetime="2023-10-01T08:00:00+07:00">01/10/2023 08:00</time><div itemprop="articleBody">${paragraphs.map((text) => `<p>${text}</p>`).join('')}</div></article></main><footer>${menu}</footer></body></html>`;
}

function rate(pages: number, ms: number): string {
  return ((pages * 1000) / ms).toFixed(1).padStart(8);
}

function print(line: string): void {
  console.log(line);
}
