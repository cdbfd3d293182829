/**
 * Writes one report of a planned meeting, with the truth of every mention in it.
 *
 * The text grows by appending, so that offsets are those of the text as it leaves. What a sentence does with its
 * document is the table's word (data/generate), what a reader can tell from the name of a document mention-form.ts's.
 */
import type { CitationKind } from '../../core/citations/citation.ts';
import type { DocumentId, MentionStatus, Purpose, RelationKind } from '../../core/documents/document.ts';
import type { InventedPerson } from './bodies.ts';
import { printEventDay } from './calendar.ts';
import type { InventedDocument } from './document-series.ts';
import type { MeetingPlan, Statement } from './meeting-plan.ts';
import { chooseForm, type MentionForm, type ReportScene } from './mention-form.ts';
import { nameIssuer, printAgain, printBackReference, printMention } from './printed-mention.ts';
import type { Random } from './random.ts';
import { meetingWords, purposeFrames, relationFrames } from './tables.ts';

export interface TrueMention {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly kind: CitationKind;
  readonly canonical: string;
  readonly document: DocumentId | null;
  readonly status: MentionStatus;
  readonly purpose: Purpose;
  readonly sentence: string;
  readonly flags: readonly string[];
  /** The document of the world, whether or not a reader can tell. */
  readonly meant: InventedDocument;
  readonly form: MentionForm | null;
}

export interface TrueRelation {
  readonly from: DocumentId;
  readonly to: DocumentId;
  readonly kind: RelationKind;
  readonly sentence: string;
}

export interface Report {
  readonly title: string;
  readonly text: string;
  readonly mentions: readonly TrueMention[];
  readonly relations: readonly TrueRelation[];
  readonly namesChair: boolean;
}

type Draft = Omit<TrueMention, 'start' | 'end' | 'sentence'>;
type Piece = string | Draft;

interface Page {
  text: string;
  readonly mentions: TrueMention[];
  readonly relations: TrueRelation[];
}

export function writeReport(plan: MeetingPlan, scene: ReportScene, random: Random): Report {
  const page: Page = { text: '', mentions: [], relations: [] };
  const title = fill(random.pick(plan.words.titles), plan, random);
  addSentence(page, [openReport(plan, scene, random)], '');
  const namesChair = introducePeople(page, plan, random);
  for (const statement of random.shuffle(chooseStatements(plan.statements, random))) {
    const joint = random.chance(0.35) ? ' ' : '\n\n';
    addStatement(page, statement, scene, joint, random);
    if (random.chance(0.5)) addSentence(page, [fill(random.pick(meetingWords.fillers), plan, random)], ' ');
  }
  if (plan.speaker !== null && random.chance(0.5))
    addSentence(page, [fill(random.pick(meetingWords.closings), plan, random, plan.speaker)], '\n\n');
  else addSentence(page, [fill(random.pick(meetingWords.fillers), plan, random)], '\n\n');
  return { title: title.slice(0, 1).toUpperCase() + title.slice(1), ...page, namesChair };
}

/** Each report leaves something out. */
function chooseStatements(statements: readonly Statement[], random: Random): readonly Statement[] {
  const chosen = statements.filter(() => random.chance(0.75));
  return chosen.length > 0 ? chosen : statements.slice(0, 1);
}

function openReport(plan: MeetingPlan, { source }: ReportScene, random: Random): string {
  const { place } = plan;
  const isFar = place !== null && place.district !== null && source?.province !== place.province;
  const host = isFar ? `${plan.host} (tỉnh ${place.province})` : plan.host;
  return fill(random.pick(plan.words.leads), { ...plan, host }, random);
}

function introducePeople(page: Page, plan: MeetingPlan, random: Random): boolean {
  const isNamed = plan.chair !== null && random.chance(0.8);
  if (plan.guest !== null) addSentence(page, [fill(random.pick(meetingWords.guests), plan, random, plan.guest)], ' ');
  if (isNamed && plan.chair !== null)
    addSentence(page, [fill(random.pick(meetingWords.chairs), plan, random, plan.chair)], ' ');
  return isNamed;
}

function fill(frame: string, plan: MeetingPlan, random: Random, person: InventedPerson | null = null): string {
  const { event } = plan.words;
  return frame
    .replace('{day}', () => random.pick(meetingWords.days).replace('{d}', printEventDay(plan.day, random)))
    .replaceAll('{host}', plan.host)
    .replaceAll('{topic}', plan.topic)
    .replaceAll('{n}', String(plan.ordinal))
    .replaceAll('{p}', () => String(11 + random.int(80)))
    .replaceAll('{event}', event)
    .replaceAll('{Event}', event.slice(0, 1).toUpperCase() + event.slice(1))
    .replaceAll('{person}', person?.name ?? '')
    .replaceAll('{position}', person?.position ?? '');
}

function addSentence(page: Page, pieces: readonly Piece[], joint: string): void {
  page.text += joint;
  const sentence = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.surface)).join('');
  for (const piece of pieces) {
    if (typeof piece === 'string') page.text += piece;
    else {
      const start = page.text.length;
      page.text += piece.surface;
      page.mentions.push({ ...piece, start, end: page.text.length, sentence });
    }
  }
}

function addStatement(page: Page, statement: Statement, scene: ReportScene, joint: string, random: Random): void {
  if (statement.kind === 'purpose') addPurpose(page, statement, scene, joint, random);
  else if (statement.kind === 'list') addList(page, statement, scene, joint, random);
  else addRelation(page, statement, scene, joint, random);
}

function addPurpose(
  page: Page,
  { purpose, document }: Extract<Statement, { kind: 'purpose' }>,
  scene: ReportScene,
  joint: string,
  random: Random,
): void {
  const frame = random.pick(purposeFrames[purpose]);
  const isEnd = /\{A\}[.,]/.test(frame);
  const form = chooseForm(document, scene, { subject: isEnd, doubt: true }, random);
  if (form === null) return;
  addSentence(page, splitFrame(frame, { a: pieceOf(document, form, purpose, random) }), joint);
  if (form.status === 'resolved' && !form.isContradicted) addSecondMention(page, document, random);
}

/** A sentence more about the same document, by its code again or by "Nghị quyết này". */
function addSecondMention(page: Page, document: InventedDocument, random: Random): void {
  const draw = random.next();
  const base = { document: document.id, canonical: document.code, meant: document, form: null, flags: [] };
  if (draw < 0.12) {
    const { text, purpose } = random.pick(meetingWords.backrefs);
    const surface = printBackReference(document, random);
    const piece: Draft = { ...base, surface, kind: 'backref', status: 'resolved', purpose };
    addSentence(page, splitFrame(text, { R: [piece] }), ' ');
  } else if (draw < 0.24) {
    const purpose = random.pick(['directs', 'reports', 'mentions'] as const);
    const surface = printAgain(document, random);
    const kind = surface.includes(document.code) ? 'code' : 'short';
    const piece: Draft = { ...base, surface, kind, status: 'resolved', purpose };
    addSentence(page, splitFrame(random.pick(purposeFrames[purpose]), { a: [piece] }), ' ');
  }
}

/** "các Nghị quyết số 18-NQ/TU, 21-NQ/TU và 22-NQ/TU của …": each member has its own clause. */
function addList(
  page: Page,
  { purpose, documents }: Extract<Statement, { kind: 'list' }>,
  scene: ReportScene,
  joint: string,
  random: Random,
): void {
  const frames = purposeFrames[purpose].filter((frame) => /[^.] \{A\}\./.test(frame));
  const [first] = documents;
  if (first === undefined || (scene.host === null && first.body.place !== null)) return;
  const issuer = nameIssuer(first, 'named', random);
  const isShared = random.chance(0.3);
  const pieces: Piece[] = [random.pick(['các ', 'các ', ''])];
  for (const [at, document] of documents.entries()) {
    const isLast = at === documents.length - 1;
    const code = isShared && !isLast ? document.number : document.code;
    const surface = at === 0 ? `${document.typeWord} số ${code}` : code;
    if (at > 0) pieces.push(isLast && random.chance(0.6) ? ' và ' : ', ');
    const form: MentionForm = { ...LISTED };
    const base = { document: document.id, canonical: document.code, meant: document, form, flags: [] };
    pieces.push({ ...base, surface, kind: 'code', status: 'resolved', purpose });
  }
  pieces.push(` của ${issuer}`);
  addSentence(page, splitFrame(random.pick(frames), { a: pieces }), joint);
}

const LISTED: MentionForm = {
  status: 'resolved',
  hasDate: false,
  issuer: 'named',
  hasSubject: false,
  isShort: false,
  isContradicted: false,
};

function addRelation(
  page: Page,
  { relation }: Extract<Statement, { kind: 'relation' }>,
  scene: ReportScene,
  joint: string,
  random: Random,
): void {
  const { from, to, kind } = relation;
  const { text, a, b } = random.pick(relationFrames[kind]);
  const allows = (slot: string) => ({ subject: text.endsWith(`{${slot}}.`), doubt: false });
  const acted = chooseForm(to, scene, allows('B'), random);
  const acting = chooseForm(from, scene, allows('A'), random);
  if (acted === null || acting === null) return;
  const isBy = text.includes('{by}');
  // The issuer stands before the verb; a short form would leave it too far away to be read.
  const form: MentionForm = isBy
    ? {
        ...acting,
        isShort: false,
        isContradicted: false,
        issuer: 'none',
        hasDate: acting.hasDate || acting.isShort || acting.issuer === 'none',
      }
    : acting;
  const by = nameIssuer(from, 'named', random);
  const pieces = splitFrame(text.replace('{by}', by), {
    a: pieceOf(from, form, a, random),
    b: pieceOf(to, acted, b, random),
  });
  addSentence(page, pieces, joint);
  const sentence = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.surface)).join('');
  page.relations.push({ from: from.id, to: to.id, kind, sentence });
}

function pieceOf(document: InventedDocument, form: MentionForm, purpose: Purpose, random: Random): readonly Piece[] {
  const { surface, tail, canonical } = printMention(document, form, random);
  const { status, isShort, isContradicted } = form;
  const draft: Draft = {
    surface,
    kind: isShort ? 'short' : 'code',
    canonical,
    document: status === 'resolved' ? document.id : null,
    status,
    purpose,
    flags: isContradicted ? ['issuer-conflict'] : [],
    meant: document,
    form,
  };
  return tail === '' ? [draft] : [draft, tail];
}

/** The frame with its slots filled; `{A}` and `{a}` are one slot. */
function splitFrame(frame: string, slots: Readonly<Record<string, readonly Piece[]>>): readonly Piece[] {
  return frame.split(/(\{[A-Za-z]\})/).flatMap((part): readonly Piece[] => {
    const slot = /^\{([A-Za-z])\}$/.exec(part)?.[1];
    if (slot === undefined) return part === '' ? [] : [part];
    const pieces = slots[slot] ?? slots[slot.toLowerCase()];
    if (pieces === undefined) throw new Error(`Filling "${frame}": expected a piece for {${slot}}, got none.`);
    return pieces;
  });
}
