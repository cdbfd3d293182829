/** Makes citations of back-references: each takes over what the nearest earlier mention of its type word tells. */
import type { BackReference } from './back-reference.ts';
import type { Citation } from './citation.ts';
import { plainSymbol } from './document-types.ts';
import { type FoldedText, foldKey } from './fold.ts';
import { readPinpointBefore } from './pinpoint.ts';

/** `citations` with the back-references among them, in the order of the text; every `sameAs` keeps what it meant. */
export function addBackReferences(
  folded: FoldedText,
  citations: readonly Citation[],
  references: readonly BackReference[],
): readonly Citation[] {
  if (references.length === 0) return citations;
  const all: Citation[] = [];
  const places: number[] = [];
  const latest = new Map<string, number>();
  let next = 0;
  const takeUntil = (offset: number): void => {
    for (let one = citations[next]; one !== undefined && one.start < offset; one = citations[next]) {
      for (const name of namesOf(one)) latest.set(name, next);
      places.push(all.length);
      const sameAs = one.sameAs === null ? null : (places[one.sameAs] ?? null);
      all.push(sameAs === one.sameAs ? one : { ...one, sameAs });
      next += 1;
    }
  };
  for (const reference of references) {
    const start = folded.startOf(reference.start);
    const end = folded.endOf(reference.end);
    takeUntil(end);
    if ((all.at(-1)?.end ?? 0) > start) continue;
    const surface = folded.original.slice(start, end);
    const target = latest.get(reference.isAnyType ? ANY_TYPE : nameOf(reference.type.symbol, surface));
    const isOpen = target === undefined || reference.isPlural;
    // Of a plural it is sure that documents are meant where the text cites one of the type.
    if (isOpen && !isAlwaysDocument(reference.type) && (target === undefined || !reference.isPlural)) continue;
    const first = target === undefined || isOpen ? null : (citations[target]?.sameAs ?? target);
    const place = first === null ? null : (places[first] ?? null);
    const pinpoint = readPinpointBefore(folded, reference.start, 0)?.text ?? null;
    all.push(citeBack({ start, surface, reference, pinpoint }, place === null ? null : (all[place] ?? null), place));
  }
  takeUntil(Number.POSITIVE_INFINITY);
  return all;
}

const ANY_TYPE = '';
/** Both are QĐ in codes, and a text that says one does not mean the other. */
const SHARED_SYMBOL = 'QĐ';
const RULE = 'Quy định';
const SAYS_RULE = /^quy\s{1,3}dinh/;

/** Under which names the citation may be pointed at: its type's, told by its word where two types share a symbol. */
function namesOf({ type, surface }: Citation): readonly string[] {
  const isWordless = /^[\d(“"«]/u.test(surface);
  if (plainSymbol(type) !== SHARED_SYMBOL || !isWordless) return [nameOf(type, surface), ANY_TYPE];
  return [SHARED_SYMBOL, RULE, ANY_TYPE];
}

function nameOf(type: string | null, surface: string): string {
  const symbol = plainSymbol(type) ?? '?';
  return symbol === SHARED_SYMBOL && SAYS_RULE.test(foldKey(surface)) ? RULE : symbol;
}

/** A quy chế is a document as a nghị quyết is; a chương trình or quy định may be none. */
function isAlwaysDocument({ symbol, standing }: BackReference['type']): boolean {
  return standing === 'noun' || symbol === 'QC';
}

interface PrintedReference {
  readonly pinpoint: string | null;
  readonly start: number;
  readonly surface: string;
  readonly reference: BackReference;
}

function citeBack(printed: PrintedReference, meant: Citation | null, sameAs: number | null): Citation {
  const { start, surface, reference, pinpoint } = printed;
  return {
    start,
    end: start + surface.length,
    surface,
    kind: 'backref',
    canonical: meant?.canonical ?? null,
    number: null,
    year: null,
    type: reference.isAnyType ? (meant?.type ?? null) : reference.type.symbol,
    issuerCode: meant?.issuerCode ?? null,
    issuerName: null,
    level: meant?.level ?? null,
    date: null,
    subject: null,
    meant: null,
    flags: reference.isPlural ? ['back-reference', 'plural'] : ['back-reference'],
    confidence: meant === null ? 0.5 : 0.75,
    sameAs,
    ...(pinpoint !== null && { pinpoint }),
  };
}
