/**
 * The document types (loại văn bản) with their symbols and words, from data/reference/document-types.json.
 *
 * Adding a type is adding a row there. Symbols are those of Decree 30/2020/NĐ-CP (Phụ lục III) and of the Party's
 * rules on form; aliases are spellings seen in print. One symbol may name two types: QĐ is a Decision or a
 * Party Regulation, TT a Circular or the Party's Thông tri.
 */
import { createRequire } from 'node:module';
import { z } from 'zod';
import { foldKey } from './fold.ts';
import { remembered } from './remembered.ts';

const rowSchema = z.strictObject({
  symbol: z.string().min(1),
  name: z.string().min(1),
  english: z.string().min(1),
  /** Full names as written in a sentence, longest readings included. */
  words: z.array(z.string()),
  /** Abbreviations used as a type word: NQ 837, QĐ 22. */
  shorts: z.array(z.string()),
  aliases: z.array(z.string()),
  /** `noun`: word + number is a citation by itself; `verb`: the word is also a verb or a count follows it easily; `plain`: only with "số". */
  standing: z.enum(['noun', 'verb', 'plain']),
  systems: z.array(z.enum(['party', 'state', 'mass'])),
  /** How prominent a type is in lists and facets, 0 to 100. */
  weight: z.number().int().min(0).max(100),
  /** The wider type that a sentence calls it by: a `QĐi` is cited as "Quy định 08", an `NQLT` as "Nghị quyết". */
  plain: z.string().nullable(),
});

export type DocumentType = Readonly<z.infer<typeof rowSchema>>;

const require = createRequire(import.meta.url);

export const documentTypes: readonly DocumentType[] = z
  .array(rowSchema)
  .parse(require('#data/reference/document-types.json'));

/** Accented spellings win over folded ones, symbols over aliases. */
const bySpelling = new Map<string, DocumentType>();
const byFolded = new Map<string, DocumentType>();
const bySymbol = new Map<string, DocumentType>([...documentTypes].reverse().map((type) => [type.symbol, type]));
for (const type of documentTypes) {
  for (const spelling of [type.symbol, ...type.aliases]) {
    const upper = spelling.toUpperCase();
    if (!bySpelling.has(upper)) bySpelling.set(upper, type);
  }
}
for (const spellingsOf of [(type: DocumentType) => [type.symbol], (type: DocumentType) => type.aliases]) {
  for (const type of documentTypes) {
    for (const spelling of spellingsOf(type)) {
      const key = foldKey(spelling);
      if (!byFolded.has(key)) byFolded.set(key, type);
    }
  }
}

/** The first type that bears a word, or failing that a short form of it. */
const byWord = new Map(
  [
    ...documentTypes.flatMap((type) => type.words.map((name) => [foldKey(name), type] as const)),
    ...documentTypes.flatMap((type) => type.shorts.map((short) => [foldKey(short), type] as const)),
  ].reverse(),
);

/**
 * The type a printed symbol stands for, or null. `ND` → NĐ, `Ctr` → CTr; marks lost in print are restored by the table
 * alone, so HD stays Hướng dẫn.
 */
export const findTypeBySymbol: (printed: string) => DocumentType | null = remembered((printed) => {
  const upper = printed.normalize('NFC').replace(/[Ðð]/g, 'Đ').toUpperCase();
  return bySymbol.get(printed) ?? bySpelling.get(upper) ?? byFolded.get(foldKey(printed)) ?? null;
});

/** The first type with this symbol, for its names; null for a symbol of no table. */
export function findType(symbol: string): DocumentType | null {
  return bySymbol.get(symbol) ?? null;
}

/** The type a word such as "nghị quyết" or "NQ" names, however accented; null when it names none. */
export const findTypeByWord: (word: string) => DocumentType | null = remembered(
  (word) => byWord.get(foldKey(word.trim().replace(/\s+/g, ' '))) ?? null,
);

/**
 * True where a sentence may use one symbol's word for the other's document: `Quy định 08` for 08-QĐi/TW, `Chương trình
 * 33` for 33-CTrHĐ/TU, `Nghị quyết 403` for 403/2017/NQLT-…. False where either is unknown.
 */
export function isSameType(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  return a === b || plainSymbol(a) === plainSymbol(b);
}

/** The symbol of the wider type a sentence uses: QĐ for QĐi and QyĐ; the symbol itself where there is none. */
export function plainSymbol(symbol: string | null): string | null {
  return symbol === null ? null : (findType(symbol)?.plain ?? symbol);
}
