/**
 * `/api/docs`: the description of the API as a page to read, made from the same rows. No script, no style but the
 * site's own sheet. All words on it are ours; they are escaped all the same.
 */
import { problemKinds } from '../problem.ts';
import type { Lang } from '../wording.ts';
import type { Endpoint } from './endpoint.ts';
import { namesIn, queryOf, toTemplate } from './openapi.ts';

export function renderApiDocs(endpoints: readonly Endpoint[], stylesheet: string, lang: Lang): string {
  const isVi = lang === 'vi';
  const title = isVi ? 'API của sohieu' : 'The API of sohieu';
  const intro = isVi
    ? 'Kho mở, chỉ đọc, trả lời JSON (UTF-8). Danh sách có dạng {items, total, next}: đưa giá trị “next” làm “page” của trang sau. Câu chữ bằng tiếng Việt, hoặc tiếng Anh với lang=en. Mô tả từng địa chỉ dưới đây bằng tiếng Anh.'
    : 'Open, read-only, JSON in UTF-8. Lists are {items, total, next}: give the value of “next” as “page” for the page after. Sentences are Vietnamese, or English with lang=en.';
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="${escapeHtml(stylesheet)}"></head><body><header class="top"><div class="bar"><a class="brand" href="${isVi ? '/' : '/?lang=en'}">sohieu</a><nav class="languages"><ul><li><a href="/api/docs" lang="vi">Tiếng Việt</a></li><li><a href="/api/docs?lang=en" lang="en">English</a></li></ul></nav></div></header><main class="reading"><h1>${title}</h1><p>${intro}</p><p><a href="/api/openapi.json">OpenAPI 3.1</a></p>${endpoints.map(drawEndpoint).join('')}<h2>${isVi ? 'Lỗi' : 'Errors'}</h2><p>${isVi ? 'Mọi lỗi có dạng RFC 9457 (application/problem+json).' : 'Every error is RFC 9457 (application/problem+json).'}</p><dl>${drawProblems(lang)}</dl></main></body></html>`;
}

function drawEndpoint(endpoint: Endpoint): string {
  const { method, path, summary } = endpoint;
  const rows = [
    ...namesIn(path).map((name) => drawParameter(name, 'in the path')),
    ...queryOf(endpoint).map(({ name, schema, isRequired }) =>
      drawParameter(name, `${isRequired ? 'Must be given. ' : ''}${String(schema['description'] ?? '')}`),
    ),
  ];
  return `<section><h2><code>${method.toUpperCase()} ${escapeHtml(toTemplate(path))}</code></h2><p lang="en">${escapeHtml(summary)}</p><dl class="params" lang="en">${rows.join('')}</dl></section>`;
}

function drawParameter(name: string, meaning: string): string {
  return `<dt><code>${escapeHtml(name)}</code></dt><dd>${escapeHtml(meaning)}</dd>`;
}

function drawProblems(lang: Lang): string {
  return Object.entries(problemKinds)
    .map(([kind, words]) => `<dt id="${escapeHtml(kind)}">${words.status}</dt><dd>${escapeHtml(words[lang])}</dd>`)
    .join('');
}

function escapeHtml(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
