/**
 * Who does what in one sentence: its mentions with the part each takes there.
 *
 * In a list a verb behind it counts for all, one before it too ("Chủ trì hội nghị có đồng chí A; đồng chí B"); beside
 * the first in the chair the others are co-chairs. Persons in one list may share a position. Who is only referred to
 * (giao đồng chí A chủ trì, theo đồng chí B) takes no part.
 */
import type { ParticipantRole } from './meeting.ts';
import { areListed, findMentions, type Mention } from './mention.ts';
import { positionKey } from './position.ts';
import { foldForm, type Sentence } from './prose.ts';
import { isReferredTo, roleAfter, roleBefore, strongerRole } from './role.ts';

export interface Part {
  readonly mention: Mention;
  readonly role: ParticipantRole | null;
}

/** The mentions of one sentence with the part each takes in it. */
export function partsIn(sentence: Sentence): readonly Part[] {
  const groups = groupListed(sentence.folded, sharePositions(sentence.folded, findMentions(sentence)));
  const parts: Part[] = [];
  let from = 0;
  let carried: ParticipantRole | null = null;
  for (const [index, group] of groups.entries()) {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined) continue;
    const leadIn = sentence.folded.slice(from, first.start);
    const lead: ParticipantRole | null = roleBefore(leadIn) ?? (GOES_ON.test(leadIn) ? carried : null);
    const tail = roleAfter(sentence.folded.slice(last.end, groups[index + 1]?.[0]?.start));
    const isActing = !isReferredTo(leadIn);
    for (const [place, mention] of group.entries()) {
      parts.push({ mention, role: isActing ? roleInList(lead, tail, place, group.length) : null });
    }
    carried = tail === null ? lead : null;
    from = last.end;
  }
  return parts;
}

// A verb before a list counts for all; one behind it for all too, or, where both are there, for the last.
function roleInList(
  lead: ParticipantRole | null,
  tail: ParticipantRole | null,
  place: number,
  length: number,
): ParticipantRole | null {
  const beside = (role: ParticipantRole | null) => (place > 0 && role === 'chair' ? 'co_chair' : role);
  if (lead === null) return beside(tail);
  return place === length - 1 ? strongerRole(beside(lead), tail) : beside(lead);
}

// "…; đại diện lãnh đạo các phòng; đồng chí B": the list goes on behind some who are not named.
const GOES_ON = /^[;,][^.:]{0,160}[;,] $/u;

function groupListed(folded: string, mentions: readonly Mention[]): Mention[][] {
  const groups: Mention[][] = [];
  for (const mention of mentions) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    const isNext = previous !== undefined && areListed(folded, previous, mention);
    if (group !== undefined && isNext && !isStoodInFor(folded, previous)) group.push(mention);
    else groups.push([mention]);
  }
  return groups;
}

const STANDS_IN = /(?<!\p{L})(?:ủy quyền|thừa lệnh|thay mặt|thay)(?: của)? (?:các )?$/u;

/** "Được ủy quyền của đồng chí Bí thư, đồng chí A chủ trì": the one in whose stead another acts is in no list with him. */
function isStoodInFor(folded: string, { start }: Mention): boolean {
  return STANDS_IN.test(folded.slice(Math.max(0, start - 24), start));
}

const SHAREABLE = /^(?:nguyên )?(?:(?:các )?phó|ủy viên|uv|thành viên|đại biểu|đbqh|tỉnh ủy viên|thành ủy viên)/u;

// "đồng chí A và đồng chí B, Phó Chủ tịch UBND tỉnh" · "các đồng chí Phó Chủ tịch UBND tỉnh: A, B".
function sharePositions(folded: string, mentions: readonly Mention[]): Mention[] {
  const shared = [...mentions];
  for (let index = shared.length - 2; index >= 0; index -= 1) {
    const [mention, next] = [shared[index], shared[index + 1]];
    if (mention === undefined || next === undefined || mention.positions.length > 0) continue;
    const canShare = areListed(folded, mention, next) && !folded.slice(mention.end, next.start).includes(';');
    const [position] = next.positions;
    if (canShare && position !== undefined && SHAREABLE.test(positionKey(position))) {
      shared[index] = { ...mention, positions: next.positions };
    }
  }
  let header: readonly string[] = [];
  for (const [index, mention] of shared.entries()) {
    const previous = shared[index - 1];
    if (previous !== undefined && !areListed(folded, previous, mention)) header = [];
    if (header.length > 0) shared[index] = { ...mention, positions: [...header, ...mention.positions] };
    const colon = /^các [^:]{0,160}(?=:)/u.exec(folded.slice(mention.start, mention.end));
    if (colon !== null) header = mention.positions.filter((position) => colon[0].includes(foldForm(position)));
  }
  return shared;
}
