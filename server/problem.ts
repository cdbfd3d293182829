/**
 * Every way in which a request can fail, as a value: one status, one sentence, one body.
 *
 * Handlers answer a Problem where they expect one; what is thrown comes through `toProblem`, once, at the end of the
 * app. The body is RFC 9457's; pages draw the same problem as a page that says what to do. What broke inside is never
 * told, only the id under which the log has it.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CursorError } from '../core/archive/paging.ts';
import type { Lang } from './wording.ts';

export const problemKinds = {
  'bad-request': { status: 400, vi: 'Yêu cầu chưa hợp lệ', en: 'Bad request' },
  forbidden: { status: 403, vi: 'Không được phép', en: 'Forbidden' },
  'not-found': { status: 404, vi: 'Không có trong kho', en: 'Not found' },
  'method-not-allowed': { status: 405, vi: 'Địa chỉ này không nhận cách gọi đó', en: 'Method not allowed' },
  'too-large': { status: 413, vi: 'Nội dung gửi lên quá lớn', en: 'Content too large' },
  'address-too-long': { status: 414, vi: 'Địa chỉ quá dài', en: 'Address too long' },
  'unsupported-media-type': { status: 415, vi: 'Kiểu nội dung chưa hỗ trợ', en: 'Unsupported media type' },
  'too-many-requests': { status: 429, vi: 'Quá nhiều yêu cầu', en: 'Too many requests' },
  broken: { status: 500, vi: 'Có lỗi ở phía máy chủ', en: 'Internal error' },
  busy: { status: 503, vi: 'Máy chủ đang bận', en: 'Service unavailable' },
} as const satisfies Readonly<Record<string, { readonly status: number } & Readonly<Record<Lang, string>>>>;

export type ProblemKind = keyof typeof problemKinds;

/** A sentence in both languages. */
export type Wording = Readonly<Record<Lang, string>>;

/** One thing that is wrong with what was sent. */
export interface Fault {
  /** Name of the parameter, or field of the body. */
  readonly parameter: string;
  readonly detail: Wording;
}

export interface Problem {
  readonly kind: 'problem';
  readonly problem: ProblemKind;
  /** What is the matter and what to do. */
  readonly detail: Wording;
  readonly faults: readonly Fault[];
}

/** What a handler answers: a value, or why there is none. */
export type Reply<T> = { readonly kind: 'answer'; readonly value: T } | Problem;

export function answer<T>(value: T): Reply<T> {
  return { kind: 'answer', value };
}

export function problem(kind: ProblemKind, detail: Wording, faults: readonly Fault[] = []): Problem {
  return { kind: 'problem', problem: kind, detail, faults };
}

/** A request that is wrong in these points. */
export function refuse(faults: readonly Fault[]): Problem {
  const told = (lang: 'vi' | 'en') =>
    `${faults.map((fault) => `“${fault.parameter}” ${fault.detail[lang]}`).join('; ')}.`;
  return problem('bad-request', { vi: told('vi'), en: told('en') }, faults);
}

/** The body of an error, as every address of the API answers it with `application/problem+json`. */
export const problemSchema = z.object({
  type: z.string().describe('Address of what is known about errors of this kind.'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('What is the matter and what to do, in the language asked for.'),
  instance: z.string().describe('Names this one event; the log of the server has it where something broke.'),
  errors: z
    .array(z.object({ parameter: z.string(), detail: z.string() }))
    .readonly()
    .optional(),
});

export type ProblemBody = z.input<typeof problemSchema>;

/** A new name for one event: `urn:uuid:…`. */
export function nameEvent(): string {
  return `urn:uuid:${randomUUID()}`;
}

export function problemBody({ problem: kind, detail, faults }: Problem, instance: string, lang: Lang): ProblemBody {
  const { status, [lang]: title } = problemKinds[kind];
  const body = { type: `/api/docs#${kind}`, title, status, detail: detail[lang], instance };
  if (faults.length === 0) return body;
  return {
    ...body,
    errors: faults.map((fault) => ({ parameter: fault.parameter, detail: fault.detail[lang] })),
  };
}

const broken: Wording = {
  vi: 'Lỗi đã được ghi lại; dữ liệu trong kho không bị ảnh hưởng. Xin thử lại sau.',
  en: 'The error has been recorded; the archive is not affected. Try again later.',
};

/** What was thrown, as a problem. `broken` for all that nobody expected: log it. */
export function toProblem(error: unknown): Problem {
  if (error instanceof CursorError) {
    return problem('bad-request', {
      vi: '“page” phải là giá trị “next” của trang trước, giữ nguyên.',
      en: '“page” must be the value of “next” from the page before, unchanged.',
    });
  }
  return thrownByExpress(error) ?? problem('broken', broken);
}

const httpError = z.object({ status: z.number().int().min(400).max(499), type: z.string().optional() });

/** Faults of the request that Express and its body parser throw: they carry a status of their own. */
function thrownByExpress(error: unknown): Problem | null {
  const parsed = httpError.safeParse(error);
  if (!parsed.success) return null;
  const { status, type } = parsed.data;
  if (status === 413) return tooLarge;
  if (status === 415) return notJson;
  if (type === 'entity.parse.failed') {
    return problem('bad-request', {
      vi: 'Nội dung gửi lên không phải JSON hợp lệ.',
      en: 'The body is not valid JSON.',
    });
  }
  return problem('bad-request', {
    vi: 'Máy chủ không đọc được yêu cầu; hãy kiểm tra các ký tự %… trong địa chỉ.',
    en: 'The request cannot be read; check the %… signs in the address.',
  });
}

export const tooLarge = problem('too-large', {
  vi: 'Văn bản gửi lên tối đa 2 MB; hãy chia thành nhiều phần.',
  en: 'A text may have 2 MB at most; send it in parts.',
});

export const notJson = problem('unsupported-media-type', {
  vi: 'Hãy gửi JSON mã hóa UTF-8 với Content-Type: application/json.',
  en: 'Send JSON in UTF-8 with Content-Type: application/json.',
});
