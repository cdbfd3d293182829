/**
 * What is posted from the page that checks drafts: the draft itself, and the wish for it with corrections. Both answer at
 * once; nothing of a draft is kept or logged.
 */
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { renderPage } from '../../web/render.tsx';
import type { Address } from '../api/endpoint.ts';
import { checkDraftText } from '../check-draft.ts';
import { correctDraft, writeDocx } from '../corrected-draft.ts';
import { type DraftForm, fieldOf, readDraftForm } from '../draft-form.ts';
import type { ServerParts } from '../parts.ts';
import { answer, type Problem, problem, problemKinds, type Reply, refuse, type Wording } from '../problem.ts';
import { langOf, type SendProblem } from '../reply.ts';
import { type SentDraft, viewForm, viewResult } from './draft.ts';
import { frameOf, type PageParts } from './page.ts';

/** An address that takes a form. */
export interface FormAddress extends Address {
  readonly take: (parts: PageParts, send: SendProblem) => RequestHandler;
}

export const draftForms: readonly FormAddress[] = [
  {
    method: 'post',
    path: '/kiem-tra',
    summary: 'Checks the draft that was sent, and shows it with what was found.',
    take: (parts) => (request, response) => showChecked(parts, request, response),
  },
  {
    method: 'post',
    path: '/kiem-tra/ban-sua',
    summary: 'The draft with the chosen corrections, as a Word file or a text.',
    take: (_parts, send) => (request, response) => sendCorrected(send, request, response),
  },
];

async function showChecked(parts: PageParts, request: Request, response: Response): Promise<void> {
  const lang = langOf(request);
  const frame = await frameOf(parts, request, lang);
  const form = await readDraftForm(request, response);
  const sent = form.kind === 'answer' ? readSent(form.value) : { source: null, day: null, typed: '' };
  response.setHeader('Cache-Control', 'no-store');
  response.type('html');
  const refuseWith = ({ problem: kind, detail }: Problem): void => {
    response.status(problemKinds[kind].status).send(renderPage(viewForm(parts, frame, sent, detail[lang])));
  };
  if (form.kind === 'problem') return refuseWith(form);
  if (sent.day !== null && !z.iso.date().safeParse(sent.day).success) return refuseWith(noSuchDay);
  const draft = await readDraft(parts, form.value);
  if (draft.kind === 'problem') return refuseWith(draft);
  const checked = await checkDraftText(parts, { text: draft.value.text, source: sent.source, day: sent.day });
  if (checked.kind === 'problem') return refuseWith(checked);
  const result = await viewResult(parts.archive.db, draft.value, checked.value, lang);
  response.send(renderPage({ ...viewForm(parts, frame, { ...sent, typed: '' }), result }));
}

async function sendCorrected(send: SendProblem, request: Request, response: Response): Promise<void> {
  const form = await readDraftForm(request, response);
  if (form.kind === 'problem') return send(form, request, response);
  const text = fieldOf(form.value, 'text');
  if (text === null) return send(nothingSent, request, response);
  const corrected = correctDraft(text, form.value.fields.get('thay') ?? []);
  if (corrected.kind === 'problem') return send(corrected, request, response);
  const isText = fieldOf(form.value, 'dang') === 'txt';
  const body = isText ? Buffer.from(corrected.value, 'utf8') : await writeDocx(corrected.value);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', isText ? 'text/plain; charset=utf-8' : DOCX);
  response.setHeader('Content-Disposition', `attachment; filename="ban-da-sua.${isText ? 'txt' : 'docx'}"`);
  response.send(body);
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function readSent(form: DraftForm): SentDraft {
  return { source: fieldOf(form, 'nguon'), day: fieldOf(form, 'ngay'), typed: fieldOf(form, 'text') ?? '' };
}

/** The words to check: those of the file where one was chosen, else those that were pasted. */
async function readDraft(
  { readDraftFile }: Pick<ServerParts, 'readDraftFile'>,
  form: DraftForm,
): Promise<Reply<{ readonly text: string; readonly fileName: string | null }>> {
  const typed = fieldOf(form, 'text');
  if (form.file === null) {
    return typed === null || typed.trim() === '' ? nothingSent : answer({ text: typed, fileName: null });
  }
  if (readDraftFile === undefined) return noFiles;
  const read = await readDraftFile(form.file.bytes, form.file.name);
  if (read.kind === 'unread') return unreadable(read.status);
  return answer({ text: read.text.replace(/\r\n?/g, '\n'), fileName: form.file.name });
}

const UNREAD: Readonly<Record<string, Wording>> = {
  too_big: {
    vi: 'Tệp quá lớn để đọc; hãy bỏ bớt hình ảnh hoặc dán văn bản.',
    en: 'The file is too large to be read; leave pictures out or paste its text.',
  },
  encrypted: {
    vi: 'Tệp có mật khẩu; hãy bỏ mật khẩu rồi gửi lại.',
    en: 'The file is protected by a password; take it off and send it again.',
  },
  needs_ocr: {
    vi: 'Tệp chỉ có ảnh chụp, không có chữ; hãy dán văn bản.',
    en: 'The file holds pictures of pages and no words; paste its text.',
  },
};

function unreadable(status: string): Problem {
  return problem(
    status === 'too_big' ? 'too-large' : 'bad-request',
    UNREAD[status] ?? {
      vi: 'Không đọc được tệp này; hãy gửi .docx, .pdf, .html, .txt hoặc dán văn bản.',
      en: 'This file cannot be read; send .docx, .pdf, .html or .txt, or paste its text.',
    },
  );
}

const nothingSent = problem('bad-request', {
  vi: 'Hãy dán văn bản hoặc chọn một tệp.',
  en: 'Paste a text or choose a file.',
});
const noFiles = problem('bad-request', {
  vi: 'Máy chủ này không đọc tệp; hãy dán văn bản.',
  en: 'This server reads no files; paste the text.',
});
const noSuchDay = refuse([
  {
    parameter: 'ngay',
    detail: { vi: 'phải là một ngày có thật, dạng 2023-03-21', en: 'must be a day that exists, such as 2023-03-21' },
  },
]);
