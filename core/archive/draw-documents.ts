/**
 * Draws up the documents of one key from its mentions: a dossier for each that is settled, an entry for each code that
 * nothing settles.
 */
import { parseCode } from '../citations/code.ts';
import type { DocumentId, OfficialDocument } from '../documents/document.ts';
import { compileDossier, compileEntry, type Testimony } from '../documents/dossier.ts';
import { type DocumentIdentity, mintDocumentId, mintEntryId } from '../documents/identity.ts';
import { codeKeys } from './code-key.ts';
import type { PlacedMention } from './mention-lists.ts';

/** The documents that `groups` of mentions mean and the entries of `unsettled` codes, with no document of their code. */
export function drawDocuments(
  groups: ReadonlyMap<DocumentId, readonly PlacedMention[]>,
  identities: ReadonlyMap<DocumentId, DocumentIdentity>,
  unsettled: readonly PlacedMention[],
): readonly OfficialDocument[] {
  const documents: OfficialDocument[] = [];
  for (const [id, mentions] of groups) {
    const identity = identities.get(id) ?? findDecided(id, mentions);
    if (identity !== null) documents.push(compileDossier(id, identity, mentions.map(testify)));
  }
  const settledCodes = new Set(documents.map(({ code }) => keyOfCode(code)));
  const byCode = new Map<string, PlacedMention[]>();
  for (const one of unsettled) {
    const code = one.mention.canonical;
    if (code === null || settledCodes.has(keyOfCode(code))) continue;
    const same = byCode.get(keyOfCode(code));
    if (same === undefined) byCode.set(keyOfCode(code), [one]);
    else same.push(one);
  }
  for (const mentions of byCode.values()) {
    const entry = drawEntry(mentions);
    if (entry !== null) documents.push(entry);
  }
  return documents;
}

/** What a person decided may be one of the documents that the mention left open, and known from nowhere else. */
function findDecided(id: DocumentId, mentions: readonly PlacedMention[]): DocumentIdentity | null {
  for (const { mention } of mentions) {
    const { settlement } = mention;
    const open = settlement.kind === 'several' ? settlement.identities : [];
    const decided = open.find((identity) => mintDocumentId(identity) === id);
    if (decided !== undefined) return decided;
  }
  return null;
}

function drawEntry(mentions: readonly PlacedMention[]): OfficialDocument | null {
  const codes = mentions.flatMap(({ mention }) => (mention.canonical === null ? [] : [mention.canonical])).sort();
  const types = mentions.flatMap(({ mention }) => (mention.type === null ? [] : [mention.type])).sort();
  const [code] = codes;
  const parts = code === undefined ? null : parseCode(code);
  if (code === undefined || parts === null) return null;
  const { number, year, issuerCode } = parts;
  const type = parts.type ?? types[0] ?? null;
  const id = mintEntryId(type, number, year, issuerCode);
  return compileEntry(id, code, { type: type ?? '', number, year }, mentions.map(testify));
}

function testify({ mention, url }: PlacedMention): Testimony {
  const { canonical, meant, date, subject, issuerName, kind } = mention;
  return { url, canonical, meant, date, subject, issuerName, kind };
}

function keyOfCode(code: string): string {
  return codeKeys({ code, number: null, year: null, type: null, issuerCode: null }).codeKey ?? code;
}
