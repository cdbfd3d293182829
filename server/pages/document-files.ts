/**
 * What can be taken away from a document's page: the answer table as it is filtered and sorted there, but whole, and the
 * document's entry for reference managers.
 */
import type { Response } from 'express';
import { z } from 'zod';
import { citeInFull, citeInShort } from '../../core/documents/citing-form.ts';
import type { OfficialDocument } from '../../core/documents/document.ts';
import { changeAddress, documentPath, href, pathOf } from '../../web/address.ts';
import type { CitingView, DocumentView } from '../../web/view.ts';
import { wordsOf } from '../../web/words.ts';
import { findDocument, noSuchDocument } from '../api/documents.ts';
import { type Asked, type Endpoint, sendsBytes } from '../api/endpoint.ts';
import { type AnswerAbout, tellAbout } from '../export/answer-about.ts';
import { writeOfficeFile } from '../export/answer-office.ts';
import { type AnswerRow, answerColumns, streamAnswers, toTexts } from '../export/answer-rows.ts';
import { writeBibtex, writeRis } from '../export/bibliography.ts';
import { writeRows } from '../export/formats.ts';
import { originOf } from '../origin.ts';
import type { ServerParts } from '../parts.ts';
import { type Problem, problem } from '../problem.ts';
import { groupRows } from './cited-at.ts';
import { readDigest } from './document-digest.ts';
import { answerParameters, citedAtFilters, filterMeetings, labelOf } from './document-filters.ts';

const formats = ['xlsx', 'csv', 'docx'] as const;
type AnswerFormat = (typeof formats)[number];

/** Meetings that one file takes; a sheet and a text have to be held whole while they are made. */
const MOST_MEETINGS: Readonly<Record<AnswerFormat, number>> = {
  xlsx: 100_000,
  csv: Number.POSITIVE_INFINITY,
  docx: 5000,
};
const MEDIA: Readonly<Record<AnswerFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const references = {
  ris: { media: 'application/x-research-info-systems; charset=utf-8', write: writeRis },
  bib: { media: 'application/x-bibtex; charset=utf-8', write: writeBibtex },
} as const;

const answerQuery = z.object(answerParameters);
type AnswerQuery = z.infer<typeof answerQuery>;

export const documentFiles: readonly Endpoint[] = [
  sendsBytes({
    path: '/van-ban/:id/cuoc-hop.:format',
    summary: 'The meetings that cited a document as xlsx, csv or docx: filtered and sorted as on its page, but whole.',
    query: answerQuery,
    media: MEDIA.csv,
    send: async (parts, asked, response) => {
      const format = formats.find((known) => known === asked.params['format']);
      if (format === undefined) return noSuchFile;
      const document = await findDocument(parts.archive.db, asked.params['id'] ?? '');
      return document === null ? noSuchDocument : sendAnswers(format, document, parts, asked, response);
    },
  }),
  sendsBytes({
    path: '/van-ban/:id/trich-dan.:format',
    summary: 'How to cite a document, for reference managers: ris or bib.',
    query: z.object({}),
    media: references.ris.media,
    send: async ({ archive }, { params }, response) => {
      const format = params['format'];
      if (format !== 'ris' && format !== 'bib') return noSuchFile;
      const document = await findDocument(archive.db, params['id'] ?? '');
      if (document === null) return noSuchDocument;
      const { media, write } = references[format];
      const address = `${originOf(response.req) ?? ''}${documentPath(document.id)}`;
      nameFile(response, `${document.code}.${format}`, media);
      response.send(write(document, address));
      return null;
    },
  }),
];

/** Where the table of a page is to be had as files, under the same filters. */
export function answerFiles(address: string): NonNullable<DocumentView['files']> {
  const [, query = ''] = changeAddress(address, { page: null }).split('?');
  const at = (format: AnswerFormat) => `${pathOf(address)}/cuoc-hop.${format}${query === '' ? '' : `?${query}`}`;
  return { xlsx: at('xlsx'), csv: at('csv'), docx: at('docx') };
}

export function tellCiting(document: OfficialDocument): CitingView {
  const { text: full, lacks } = citeInFull(document);
  const at = (format: keyof typeof references) => `${documentPath(document.id)}/trich-dan.${format}`;
  return { full, short: citeInShort(document), lacks, ris: at('ris'), bib: at('bib') };
}

const noSuchFile = problem('not-found', {
  vi: `Có thể lấy bảng với đuôi ${formats.join(', ')}, ví dụ: cuoc-hop.xlsx; trích dẫn với đuôi ris, bib.`,
  en: `The table is there as ${formats.join(', ')}, such as cuoc-hop.xlsx; how to cite as ris, bib.`,
});

async function sendAnswers(
  format: AnswerFormat,
  document: OfficialDocument,
  parts: ServerParts,
  { query, lang }: Asked<AnswerQuery>,
  response: Response,
): Promise<Problem | null> {
  const { archive, sourceName, clock } = parts;
  const { sort, ...chosen } = query;
  const digest = await readDigest(archive.db, document);
  const meetings = filterMeetings(sort === 'newest' ? digest.newest : groupRows(digest.rows, sort), chosen);
  if (meetings.length > MOST_MEETINGS[format]) return tooLong(MOST_MEETINGS[format]);
  const madeAt = clock();
  const day = new Date(madeAt.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  nameFile(response, `${document.code}_cuoc-hop_${day}.${format}`, MEDIA[format]);
  if (response.req.method === 'HEAD') {
    response.end();
    return null;
  }
  const words = wordsOf(lang).filter;
  const filters = citedAtFilters.flatMap((name) => {
    const value = chosen[name];
    return value === undefined ? [] : [{ label: words[name], value: labelOf(name, value, lang) }];
  });
  const address = href(changeAddress(documentPath(document.id), given(query)), lang);
  const about = tellAbout(
    {
      document,
      filters,
      sort,
      meetings: meetings.length,
      mentions: meetings.reduce((sum, { rows }) => sum + rows.length, 0),
      madeAt,
      address: `${originOf(response.req) ?? ''}${address}`,
    },
    lang,
  );
  const stream = streamAnswers({ db: archive.db, lang, sourceName }, document, meetings);
  if (format === 'csv') {
    await writeRows(format, heads(about), toLines(stream, about), response);
    response.end();
    return null;
  }
  const file = await writeOfficeFile(format, { count: meetings.length, stream }, about);
  if (file.kind === 'busy') return busy;
  if (file.kind === 'too-much') return tooMuch;
  response.send(Buffer.from(file.bytes));
  return null;
}

function heads({ lang }: AnswerAbout): readonly string[] {
  const { columns } = wordsOf(lang).answerTable;
  return answerColumns.map((column) => columns[column]);
}

async function* toLines(
  rows: AsyncIterable<AnswerRow>,
  { lang }: AnswerAbout,
): AsyncGenerator<Readonly<Record<string, string>>> {
  const { columns } = wordsOf(lang).answerTable;
  for await (const row of rows) {
    const texts = toTexts(row, lang);
    yield Object.fromEntries(answerColumns.map((column) => [columns[column], texts[column]]));
  }
}

function given({ sort, ...chosen }: AnswerQuery): Readonly<Record<string, string | null>> {
  const filters = citedAtFilters.map((name) => [name, chosen[name] ?? null] as const);
  return { ...Object.fromEntries(filters), sort: sort === 'newest' ? null : sort };
}

function tooLong(most: number): Problem {
  const number = (lang: 'vi' | 'en') => most.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB');
  return problem('bad-request', {
    vi: `Tệp này chứa tối đa ${number('vi')} cuộc họp; hãy lọc bớt (năm, cơ quan, mục đích, chủ trì) hoặc lấy CSV.`,
    en: `This file takes ${number('en')} meetings at most; filter (year, body, purpose, chair) or take CSV.`,
  });
}

const busy = problem('busy', {
  vi: 'Máy chủ đang lập các tệp khác; xin thử lại sau ít phút, hoặc lấy CSV.',
  en: 'The server is making other files; try again in some minutes, or take CSV.',
});
const tooMuch = problem('bad-request', {
  vi: 'Bảng này quá lớn cho một tệp; hãy lọc bớt (năm, cơ quan, mục đích, chủ trì) hoặc lấy CSV.',
  en: 'This table is too large for one file; filter (year, body, purpose, chair) or take CSV.',
});

/** A file to be saved: its name in ASCII for old programs, and in full as RFC 6266 has it. */
function nameFile(response: Response, name: string, media: string): void {
  const full = name.replace(/[^\p{L}\p{N}._-]+/gu, '-');
  const plain = full
    .normalize('NFD')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^\w.-]/g, '');
  response.setHeader('Content-Type', media);
  response.setHeader(
    'Content-Disposition',
    `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(full)}`,
  );
}
