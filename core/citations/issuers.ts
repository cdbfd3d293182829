/**
 * The issuer symbols (ký hiệu cơ quan ban hành) from data/reference/issuers.json.
 *
 * A symbol names an organ, never a place: TU stands for every provincial committee and, until 30 June 2025, for every
 * city and town committee below a province. `levels` lists what a symbol alone leaves open. TƯ, T.Ư, T.W and Tw mean
 * TW and are told apart from TU before any mark is folded away.
 */
import { createRequire } from 'node:module';
import { z } from 'zod';
import { issuerLevels } from './citation.ts';
import { foldKey } from './fold.ts';
import { remembered } from './remembered.ts';

const rowSchema = z.strictObject({
  symbol: z.string().min(1),
  name: z.string().min(1),
  english: z.string(),
  system: z.enum(['party', 'state', 'mass-org']),
  levels: z.array(z.enum(issuerLevels)).min(1),
  /** `national`: one body in the country; `local`: one in every place. */
  scope: z.enum(['national', 'local']),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

export type Issuer = Readonly<z.infer<typeof rowSchema>>;

const require = createRequire(import.meta.url);

export const issuers: readonly Issuer[] = z.array(rowSchema).parse(require('#data/reference/issuers.json'));

const bySpelling = new Map(issuers.map((issuer) => [issuer.symbol.toUpperCase(), issuer]));
const byFolded = new Map<string, Issuer>();
for (const issuer of issuers) {
  const key = foldKey(issuer.symbol);
  if (!byFolded.has(key)) byFolded.set(key, issuer);
}
/**
 * A body elected for a term may print it: QH15, UBTVQHXIII, HĐNN8, HĐND16; a steering committee the decision that set it
 * up: BCĐ389. Another digit there is a footnote's mark.
 */
const WITH_TERM =
  /^(?:(QH|UBTVQH)(?:KHÓA)?(?:\d{1,2}|[IVX]{1,5})?|(HĐNN(?=[6-8]$)|HĐND(?=1\d$|K\d)|NHNN(?=\d))K?\d{1,2}|(BCĐ)\d{2,4})$/;
const CENTRAL_SPELLINGS = /^(?:TƯ|T\.Ư\.?|T\.W\.?|TW)$/;

/**
 * The issuer a printed symbol stands for, or null. `HDND` → HĐND, `Tu` → TU, `TƯ` → TW, `QH15` → QH.
 * Only whole symbols: `UBND-VX` is for the caller to take apart.
 */
export const findIssuer: (printed: string) => Issuer | null = remembered((printed) => {
  const upper = printed.normalize('NFC').replace(/[Ðð]/g, 'Đ').toUpperCase();
  if (CENTRAL_SPELLINGS.test(upper)) return bySpelling.get('TW') ?? null;
  const elected = WITH_TERM.exec(upper.replace(/^HD(?=N[ND])/, 'HĐ'));
  if (elected !== null) return bySpelling.get(elected[1] ?? elected[2] ?? elected[3] ?? '') ?? null;
  return centralOf(upper) ?? bySpelling.get(upper) ?? byFolded.get(foldKey(printed)) ?? null;
});

/**
 * Standard spelling of a printed issuer symbol: `Tu` → `TU`, `BtctƯ` → `BTCTW`. A symbol of no table keeps its marks and
 * its capitals (`CBc`).
 */
export const spellIssuer: (printed: string) => string = remembered((printed) => {
  const upper = printed.normalize('NFC').replace(/[Ððɖ]/g, 'Đ').toUpperCase();
  const marked = upper.replace(/^HD(?=N[ND])/, 'HĐ');
  if (WITH_TERM.test(marked)) return marked;
  return findIssuer(printed)?.symbol ?? printed.normalize('NFC').replace(/[Ððɖ]/g, 'Đ').replaceAll('TƯ', 'TW');
});

/** `BTCTƯ` is the centre's Ban Tổ chức, as TƯ is the centre itself. */
function centralOf(upper: string): Issuer | undefined {
  return upper.includes('TƯ') ? bySpelling.get(upper.replaceAll('TƯ', 'TW')) : undefined;
}
