/**
 * Takes in the forms of the page that checks drafts: only from this site's own pages, in memory, few at a time, within
 * limits that are told in words.
 *
 * A form needs no cookie and changes nothing; that it comes from here keeps other sites from using a reader's browser.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { mostDraftBytes } from './check-draft.ts';
import { answer, type Problem, problem, type Reply, tooLarge } from './problem.ts';

/** An uploaded file may have so many bytes. */
const mostUploadBytes = 50 * 1024 * 1024;
/** Forms that are held in memory at once. */
const mostAtOnce = 4;
/** Boxes of a form: one for each suggestion, and the other fields. */
const mostFields = 4000;

export interface DraftForm {
  /** Fields in the order sent, texts in NFC as typed but for line ends, which are `\n`. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
}

const parse = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: mostUploadBytes, files: 1, fields: mostFields, fieldSize: 2 * mostDraftBytes, fieldNameSize: 40 },
  defParamCharset: 'utf8',
}).single('tep');

let held = 0;

/** Reads a form, or says why not. */
export async function readDraftForm(request: Request, response: Response): Promise<Reply<DraftForm>> {
  const refused = isOwn(request.headers) ? null : foreign;
  if (refused !== null) return refused;
  if (request.is('multipart/form-data') !== 'multipart/form-data') return noForm;
  if (Number(request.headers['content-length'] ?? 0) > mostUploadBytes + 3 * mostDraftBytes) return tooLargeUpload;
  if (held >= mostAtOnce) return allBusy;
  held += 1;
  try {
    await new Promise<void>((resolve, reject) => {
      parse(request, response, (error: unknown) => (error == null ? resolve() : reject(error)));
    });
  } catch (error) {
    return toProblem(error);
  } finally {
    held -= 1;
  }
  const { file } = request;
  const isSent = file !== undefined && file.size > 0;
  return answer({
    fields: readFields(request.body),
    file: isSent ? { name: file.originalname.slice(0, 200), bytes: file.buffer } : null,
  });
}

/** The one value of a field; empty counts as not given. */
export function fieldOf({ fields }: DraftForm, name: string): string | null {
  const value = fields.get(name)?.[0] ?? '';
  return value === '' ? null : value;
}

function readFields(body: unknown): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  if (typeof body !== 'object' || body === null) return fields;
  for (const [name, value] of Object.entries(body)) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    const texts = values.flatMap((one) => (typeof one === 'string' ? [one.replace(/\r\n?/g, '\n')] : []));
    fields.set(name, texts);
  }
  return fields;
}

/** Sent by a page of this site, or by a program that is no browser. */
function isOwn(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function toProblem(error: unknown): Problem {
  if (error instanceof MulterError) {
    if (error.code === 'LIMIT_FILE_SIZE') return tooLargeUpload;
    if (error.code === 'LIMIT_FIELD_VALUE') return tooLarge;
  }
  return broken;
}

const foreign = problem('forbidden', {
  vi: 'Biểu mẫu phải được gửi từ chính trang này; hãy mở trang Kiểm tra dự thảo và gửi lại.',
  en: 'The form must be sent from this site; open the page Check a draft and send it again.',
});
const noForm = problem('unsupported-media-type', {
  vi: 'Hãy gửi bằng biểu mẫu của trang Kiểm tra dự thảo (multipart/form-data).',
  en: 'Send it with the form of the page Check a draft (multipart/form-data).',
});
const tooLargeUpload = problem('too-large', {
  vi: 'Tệp tải lên tối đa 50 MB; hãy bỏ bớt hình ảnh hoặc chia thành nhiều phần.',
  en: 'A file may have 50 MB at most; leave pictures out or send it in parts.',
});
const allBusy = problem('busy', {
  vi: 'Máy chủ đang nhận những tệp khác; xin gửi lại sau một phút.',
  en: 'Other files are being taken in; send it again in a minute.',
});
const broken = problem('bad-request', {
  vi: 'Biểu mẫu đến không trọn vẹn; hãy gửi lại.',
  en: 'The form did not arrive whole; send it again.',
});
