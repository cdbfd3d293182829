/**
 * Tells which term a Party document is of, whose numbers start again with each: by the term or the day printed with it,
 * else by what is known of its number, else by the day of the article that cites it.
 */
import type { Citation } from '../citations/citation.ts';
import { findCentralAct } from './central-acts.ts';
import type { ArticleContext } from './context.ts';
import type { Evidence } from './document.ts';
import { findEarlierDay } from './earlier-day.ts';
import { evidence } from './evidence.ts';
import type { DocumentIdentity } from './identity.ts';
import { dayInTerm } from './issuer-body.ts';
import { firm, type Numbered, type OwnSettlement, open } from './settlement.ts';
import { findCentralTerm, findCentralTermOf, findLocalTerm, isTermOf, type TermAnswer } from './terms.ts';

/** "Nghị quyết số 04-NQ/TW (khóa XII)": the centre's congresses are counted through, so the ordinal is the term. */
function settleCongress(
  { term: congress }: Citation,
  numbered: Numbered,
  why: readonly Evidence[],
): OwnSettlement | null {
  if (congress === undefined || numbered.body.level !== 'central') return null;
  const term = findCentralTermOf(congress);
  if (term === null) return null;
  const told = evidence('term-printed', { congress: String(congress), term });
  return firm({ ...numbered, codeYear: null, term, year: null }, [...why, told]);
}

/** What the list of the centre's acts tells of one that is cited without its date. */
function settleListed(
  { subject, issuerName }: Citation,
  numbered: Numbered,
  on: string | null,
  running: string,
  why: readonly Evidence[],
): OwnSettlement | null {
  if (numbered.body.symbol !== 'TW') return null;
  const act = findCentralAct(numbered, { on, running: [running], subject });
  if (act === null) return null;
  const { term, date, by, issuer } = act;
  const identify = (of: string): DocumentIdentity => ({ ...numbered, codeYear: null, term: of, year: null });
  if (by === 'number' && issuer !== null && isOtherOrgan(issuerName, issuer)) {
    const told = evidence('listed-of-other', { date, issuer, named: issuerName, running, ...(on !== null && { on }) });
    const identities = [identify(term), identify(running)];
    return open({ kind: 'several', identities, printed: null, why: [...why, told] });
  }
  const told =
    by === 'subject'
      ? evidence('listed-subject', { date })
      : evidence('listed-earlier', { date, running, ...(on !== null && { on }) });
  const { settlement } = firm(identify(term), [...why, told]);
  return { settlement, isFirm: by === 'subject' };
}

/** Whether another organ is named than the act's own. "Trung ương" and the Central Committee are said of all three. */
function isOtherOrgan(named: string | null, issuer: string): named is string {
  return named !== null && !named.startsWith(issuer) && /^(?:Bộ Chính trị|Ban Bí thư)(?: |$)/u.test(named);
}

/** `context.behind` is what is printed behind the mention, as far as it may speak of it. */
export function settleParty(
  citation: Citation,
  numbered: Numbered,
  context: MentionContext,
  why: readonly Evidence[],
): OwnSettlement {
  const printed = citation.date;
  const ofCongress = settleCongress(citation, numbered, why);
  if (printed === null && ofCongress !== null) return ofCongress;
  const { body } = numbered;
  const date = printed ?? context.date ?? dayInTerm(citation);
  if (date === null) return open({ kind: 'unknown', why: [...why, evidence('no-term')] });
  const termOn = (day: string): TermAnswer =>
    body.level === 'central' ? findCentralTerm(day) : findLocalTerm(body.level, body.place, day);
  const answer = termOn(date);
  // A year in a Party code is a slip: numbers run through the term.
  const identify = (term: string): DocumentIdentity => ({ ...numbered, codeYear: null, term, year: null });
  const years = citation.years !== undefined && isTermOf(body.level, citation.years) ? citation.years : null;
  const isOpen = printed === null || (answer.kind === 'between' && years !== null && answer.terms.includes(years));
  if (years !== null && isOpen) return firm(identify(years), [...why, evidence('term-years', { term: years })]);
  const several = (terms: readonly string[], reason: Evidence): OwnSettlement =>
    open({ kind: 'several', identities: terms.map(identify), printed, why: [...why, reason] });
  switch (answer.kind) {
    case 'term': {
      const listed =
        printed === null && citation.term === undefined
          ? settleListed(citation, numbered, context.date, answer.term, why)
          : null;
      if (listed !== null) return listed;
      const earlier = printed === null ? findEarlierDay(context.behind, date) : null;
      const terms = earlier === null ? [answer.term] : termsOf(termOn(earlier));
      if (earlier !== null && terms.length > 0 && !terms.includes(answer.term))
        return several([...terms, answer.term], evidence('earlier-day', { day: earlier, term: answer.term }));
      const told = evidence(printed === null ? 'date-of-article' : 'date-printed', { date, term: answer.term });
      return { ...firm(identify(answer.term), [...why, told]), isFirm: printed !== null };
    }
    case 'between':
      return several(answer.terms, evidence('between-terms', { terms: answer.terms.join('; ') }));
    case 'ended':
      if (printed !== null) return open({ kind: 'unknown', why: [...why, evidence('no-term')] });
      return several([answer.last], evidence('body-ended', { body: body.name, date, term: answer.last }));
    case 'unknown':
      return open({ kind: 'unknown', why: [...why, evidence('no-term')] });
    default:
      return answer satisfies never;
  }
}

function termsOf(answer: TermAnswer): readonly string[] {
  if (answer.kind === 'term') return [answer.term];
  return answer.kind === 'between' ? answer.terms : [];
}

/** An article, and what is printed behind one of its mentions. */
export interface MentionContext extends ArticleContext {
  readonly behind: string;
}
