/**
 * The parameters that addresses take, each with its schema and the sentence that says what it may be.
 *
 * One name means one thing everywhere. What is left empty counts as not given, as forms send it; texts are compared in
 * NFC. A parameter that no address knows is ignored.
 */
import { z } from 'zod';
import { issuerLevels } from '../core/citations/citation.ts';
import { documentStates, purposes, relationKinds } from '../core/documents/document.ts';
import { meetingKinds } from '../core/meetings/meeting.ts';
import { searchSorts } from '../core/search/engine.ts';
import { limits } from '../core/search/limits.ts';
import { type Problem, refuse, type Wording } from './problem.ts';

const word = z.string().max(200);
const several = <T extends z.ZodType<string, string>>(one: T) =>
  z.union([z.array(one).min(1).max(20), one.transform((value) => [value])]);

/** Pages that can be asked for by number: far beyond what any archive has. */
export const lastPage = 1_000_000;

/** Words for the ties of a network. */
const edgeWords = ['relations', ...relationKinds, 'cites', 'together'] as const;

export const parameters = {
  q: z.string().max(limits.queryLength).describe('Words, "phrases", -exclusions or a code, however sloppily typed.'),
  code: z.string().min(1).max(limits.queryLength).describe('A code, however sloppily typed: `nq 21 tu`.'),
  lang: z.enum(['vi', 'en']).describe('Language of sentences and labels. Default vi.'),
  from: z.iso.date().describe('First day, `2023-03-21`.'),
  to: z.iso.date().describe('Last day, included.'),
  sort: z.enum(searchSorts).describe('Default relevance.'),
  page: z.coerce.number().int().min(1).max(lastPage).describe('Number of the page, from 1.'),
  cursor: z
    .string()
    .transform((place) => (place === '1' ? undefined : place))
    .describe('The value of `next` from the page before; left out, or 1, for the first page.'),
  per_page: z.coerce.number().int().min(1).max(limits.perPage).describe('Items a page. Default 20.'),
  chair: word.describe('Words of the name of who was in the chair.'),
  cites: word.describe('Id of a document that the meeting cited.'),
  kind: z.enum(meetingKinds).describe('Kind of the meeting.'),
  type: several(word).describe('Symbol of the type of a document cited: NQ, CT, QĐ … May be given several times.'),
  issuer: several(word).describe('Issuer of a document cited, as documents give it. May be given several times.'),
  level: several(z.enum(issuerLevels)).describe('Level of a document cited. May be given several times.'),
  source: several(word).describe('Id of the source. May be given several times.'),
  year: several(word).describe('Year of publication. May be given several times.'),
  meeting_kind: several(z.enum(meetingKinds)).describe('Kind of the meeting reported. May be given several times.'),
  purpose: several(z.enum(purposes)).describe('What is done with a document cited. May be given several times.'),
  state: z.enum(documentStates).describe('Whether the archive holds the text: held or cited_only.'),
  one_type: word.describe('Symbol of the type: NQ, CT, QĐ …'),
  one_level: z.enum(issuerLevels).describe('Level of the issuer.'),
  version: z.coerce.number().int().min(1).max(lastPage).describe('Number of a version of an article, from 1.'),
  month: z
    .string()
    .regex(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/)
    .describe('A month, `2023-03`.'),
  doc: word.describe('Id of the document in the middle.'),
  depth: z
    .enum(['1', '2'])
    .transform((steps) => (steps === '2' ? 2 : 1))
    .describe('How many steps from the document. Default 1.'),
  kinds: several(z.enum(edgeWords)).describe(
    'Kinds of ties: relations (all that are stated) or one of them, cites, together. Default all. May be given several times.',
  ),
  least: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .describe('At so many meetings must two be cited together. Default 1.'),
  most: z.coerce.number().int().min(2).max(300).describe('So many documents at most. Default 300.'),
} as const;

const days: Wording = {
  vi: 'phải là một ngày có thật, dạng 2023-03-21',
  en: 'must be a day that exists, such as 2023-03-21',
};
const listed = (values: readonly string[]): Wording => ({
  vi: `phải là một trong: ${values.join(', ')}`,
  en: `must be one of: ${values.join(', ')}`,
});
const short: Wording = { vi: 'dài tối đa 200 ký tự', en: 'must have 200 characters at most' };
const query: Wording = {
  vi: `dài tối đa ${limits.queryLength} ký tự; hãy bớt từ`,
  en: `must have ${limits.queryLength} characters at most; leave words out`,
};

const month: Wording = { vi: 'phải là một tháng, dạng 2023-03', en: 'must be a month, such as 2023-03' };
const version: Wording = { vi: 'phải là số của một phiên bản, từ 1', en: 'must be the number of a version, from 1' };

/** What each may be, to follow its name in a sentence. */
const rules: Readonly<Record<string, Wording>> = {
  q: query,
  code: {
    vi: `cần có, dài tối đa ${limits.queryLength} ký tự, ví dụ: nq 21 tu`,
    en: `must be given, with ${limits.queryLength} characters at most, such as: nq 21 tu`,
  },
  lang: listed(['vi', 'en']),
  from: days,
  to: days,
  published: days,
  sort: listed(searchSorts),
  page: { vi: `phải là số trang, từ 1 đến ${lastPage}`, en: `must be a whole number from 1 to ${lastPage}` },
  lich: month,
  month,
  reports: { vi: 'phải là số trang, từ 1', en: 'must be a whole number from 1' },
  tu: version,
  den: version,
  'phien-ban': version,
  version,
  per_page: {
    vi: `phải là số nguyên từ 1 đến ${limits.perPage}`,
    en: `must be a whole number from 1 to ${limits.perPage}`,
  },
  level: listed(issuerLevels),
  state: listed(documentStates),
  kind: listed(meetingKinds),
  meeting_kind: listed(meetingKinds),
  purpose: listed(purposes),
  depth: listed(['1', '2']),
  kinds: listed(edgeWords),
  least: { vi: 'phải là số nguyên từ 1 đến 1000', en: 'must be a whole number from 1 to 1000' },
  most: { vi: 'phải là số nguyên từ 2 đến 300', en: 'must be a whole number from 2 to 300' },
  body: { vi: 'phải là một đối tượng JSON', en: 'must be a JSON object' },
  text: { vi: 'cần có và phải là một chuỗi', en: 'must be given, as a string' },
  source: { vi: 'phải là mã của một nguồn', en: 'must be the id of a source' },
};

export type Given = Readonly<Record<string, unknown>>;

/** Texts in NFC, empty ones left out. */
export function tidyGiven(given: Given): Given {
  const tidied: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const values = (Array.isArray(value) ? value : [value]).flatMap((one) =>
      typeof one === 'string' && one !== '' ? [one.normalize('NFC')] : [],
    );
    if (values.length > 0) tidied[name] = values.length === 1 ? values[0] : values;
  }
  return tidied;
}

export type Checked<T> = { readonly kind: 'given'; readonly value: T } | Problem;

/** Holds what was given against a schema; a problem names every fault. */
export function checkGiven<T>(schema: z.ZodType<T>, given: unknown): Checked<T> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return { kind: 'given', value: parsed.data };
  const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? 'body')));
  return refuse([...names].map((parameter) => ({ parameter, detail: rules[parameter] ?? short })));
}
