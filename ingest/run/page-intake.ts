/**
 * Takes a fetched page in: read, judged, filed under its address, derived.
 *
 * The bytes are kept before anything is made of them (source-run.ts), so that this can be stopped anywhere and done
 * again without the network. A page that is not the article it should be never takes an article's place.
 */
import type { Archive } from '../../core/archive/archive.ts';
import { putArticle } from '../../core/archive/article-intake.ts';
import { getArticle, getArticleByUrl, putArticleAlias } from '../../core/archive/articles.ts';
import type { KeptCapture } from '../../core/archive/captures.ts';
import { findTextTwin } from '../../core/archive/copies.ts';
import { deriveArticle } from '../../core/archive/derive.ts';
import { deriveHoldings } from '../../core/archive/derive-holdings.ts';
import type { WrongPageRecord } from '../../core/archive/origins.ts';
import type { ArticleId, ArticleRecord } from '../../core/archive/records.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { type PlaceOf, textToTell } from '../../core/archive/text-facts.ts';
import { inTransaction } from '../../core/archive/transaction.ts';
import { type GatedText, judgeVersion } from '../../core/archive/version-gate.ts';
import { settleTwins, twinsOf } from '../../core/archive/visit-twins.ts';
import { withFileText } from '../article-files.ts';
import { readCapture } from '../capture-reading.ts';
import type { ReadArticle } from '../read/article.ts';
import { tellTextAside } from '../read/page-room.ts';
import type { Source } from '../sources/source-file.ts';
import { type Absence, tellAbsence, tellStandIn } from './absent-page.ts';
import { addressOf } from './article-address.ts';
import { roughWords } from './rough-words.ts';
import type { StandIns } from './wrong-page.ts';

export interface IntakeParts {
  readonly archive: Archive;
  readonly placeOf: PlaceOf;
  readonly source: Source;
  /** What the host answers to addresses that cannot exist; null when that is not known. */
  readonly wrongPage: WrongPageRecord | null;
  /** What the host of an address sends tonight in an article's place; asked for only where a page is in doubt. */
  readonly standInsOf: (url: string) => Promise<StandIns>;
}

export type TakenPage =
  | { readonly kind: 'new' | 'version' | 'unchanged'; readonly article: ArticleId; readonly read: ReadArticle }
  | { readonly kind: 'held_back'; readonly article: ArticleId; readonly read: ReadArticle; readonly reason: string };

export type Intake =
  | TakenPage
  | { readonly kind: 'absent'; readonly absence: Absence }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Takes in what a capture of an address holds. `own` is the article that the address brought before, null for none;
 * `note` writes in the transaction that takes it in (default nothing), and is not called for what is not taken in.
 */
export async function takePage(
  { askedUrl, own }: { readonly askedUrl: string; readonly own: ArticleId | null },
  capture: KeptCapture,
  bytes: Uint8Array,
  parts: IntakeParts,
  note: (trx: ArchiveDb, taken: TakenPage) => Promise<void> = async () => {},
): Promise<Intake> {
  const { archive, source } = parts;
  const finalUrl = capture.http?.url ?? capture.url;
  const page = await readCapture(bytes, capture, () => source.read, false);
  const { read, reading: found } = await withFileText(page, capture, archive);
  const markup = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1');
  const known = own === null ? null : await getArticle(archive.db, own);
  const seen = {
    isTitledAlike: known?.title != null && known.title === read.title,
    title: read.title,
    text: read.status === 'ok' ? read.text : roughWords(bytes),
    isEmpty: read.status !== 'ok',
    askedUrl,
    finalUrl,
    homeUrl: source.home,
    hasPasswordField: PASSWORD_FIELD.test(markup),
    hasPuzzle: PUZZLE.test(markup),
  };
  const plain = tellAbsence(seen, parts.wrongPage);
  const isDoubtful = plain === null && found !== null && known !== null && isUnlike(known, found);
  const absence = isDoubtful ? tellStandIn(seen, await parts.standInsOf(askedUrl)) : plain;
  if (absence !== null) return { kind: 'absent', absence };
  // An address that never brought an article does not bring one without a text or a title.
  const isNothing = own === null && read.status === 'text_unavailable' && read.attachments.length === 0;
  if (isNothing && read.title === null) return { kind: 'failed', reason: 'no article was found in the page' };
  if (found === null) return { kind: 'failed', reason: read.error ?? `reading ended as ${read.status}` };
  const address = addressOf({ askedUrl, finalUrl, canonicalUrl: read.canonicalUrl }, source);
  const isSame = known !== null && known.title === found.title && known.text === found.text;
  const told = isSame ? null : await tellTextAside(textToTell(found, parts.placeOf));
  return inTransaction(archive.db, async (trx) => {
    const before = own === null ? null : await getArticle(trx, own);
    const held = await getArticleByUrl(trx, address.url);
    // What was one article stays one: an address that now leads to another has lost its own.
    if (before !== null && held !== null && held.id !== before.id) return { kind: 'absent', absence: 'other-article' };
    const twin = before === null && held === null ? await findTextTwin(trx, source.id, found) : null;
    const url = before?.url ?? held?.url ?? twin ?? address.url;
    const reading = { ...found, url };
    const put = await putArticle(trx, reading, { status: 'fetched', given: capture.given, http: capture.http });
    const others = [...address.others, address.url, ...(await twinsOf(trx, askedUrl))].filter((other) => other !== url);
    for (const other of new Set(others)) await putArticleAlias(trx, put.id, other);
    await settleTwins(
      trx,
      [url, ...others].filter((other) => other !== askedUrl),
      put.id,
    );
    if (put.kind === 'new') await deriveArticle(trx, put.id, parts.placeOf, told, reading);
    if (put.kind === 'version') await deriveArticle(trx, put.id, parts.placeOf, told);
    if (put.kind === 'unchanged') await deriveHoldings(trx, put.id, parts.placeOf);
    const taken: TakenPage =
      put.kind === 'held_back'
        ? { kind: put.kind, article: put.id, read, reason: put.reason }
        : { kind: put.kind, article: put.id, read };
    await note(trx, taken);
    return taken;
  });
}

/** Whether a reading would not be let in the place of the text that readers see. */
function isUnlike(held: ArticleRecord, next: GatedText): boolean {
  const status = held.status === 'gone' ? 'held' : held.status;
  return judgeVersion({ ...held, status }, next, 0) !== null;
}

const LOOKED_AT = 200_000;
const PUZZLE =
  /g-recaptcha|h-captcha|cf-turnstile|cf-challenge|(?:src|name|id|class|action)\s{0,3}=\s{0,3}["']?[^"'\s>]{0,100}captcha/i;
const PASSWORD_FIELD = /<input[^>]{0,300}type\s{0,3}=\s{0,3}["']?password/i;
