/**
 * Who took part and who was in the chair, from all sentences of a report together.
 *
 * A person is one however often captions and later paragraphs repeat the name: the strongest role, all positions. A
 * position without a name belongs to the last person who was given it, or to the only one who is given it later. Of
 * several chairs the first named is the chair. What is told of an earlier occasion (Trước đó, …) is left out.
 */
import type { Participant, ParticipantRole, Person } from './meeting.ts';
import type { Mention } from './mention.ts';
import { nameKey } from './name.ts';
import { partsIn } from './part.ts';
import { isSameKey, leadsDelegation, positionKey, unitePositions } from './position.ts';
import type { Prose } from './prose.ts';
import { strongerRole } from './role.ts';

export interface People {
  readonly chair: Person | null;
  /** Those with a part, in order of first mention. */
  readonly participants: readonly Participant[];
}

export function readPeople(prose: Prose): People {
  const roster = new Map<string, Known>();
  const pending: { positions: readonly string[]; role: ParticipantRole }[] = [];
  const titled = prose.title === null ? [] : [prose.title];
  for (const [at, sentence] of [...prose.lead, ...prose.body, ...titled].entries()) {
    if (EARLIER.test(sentence.folded)) continue;
    for (const { mention, role } of partsIn(sentence)) {
      const key = mention.name === null ? holderOf(roster, mention.positions) : nameKey(mention.name);
      if (key === null) {
        if (role !== null) pending.push({ positions: mention.positions, role });
      } else note(roster, key, mention, role, at);
    }
  }
  for (const { positions, role } of pending) {
    const key = soleHolderOf(roster, positions);
    const known = key === null ? undefined : roster.get(key);
    if (known !== undefined) known.role = strongerRole(known.role, role);
  }
  return seat([...roster.values()]);
}

const EARLIER = /^(?:trước đó|cách đây|nhớ lại|(?:trong )?năm \d{4},)/u;

// More than any report names; they keep the work on hostile text linear.
const MOST_PEOPLE = 400;
const MOST_POSITIONS = 12;

interface Known {
  readonly name: string;
  positions: readonly string[];
  keys: readonly string[];
  role: ParticipantRole | null;
  lastSeen: number;
}

function note(
  roster: Map<string, Known>,
  key: string,
  mention: Mention,
  role: ParticipantRole | null,
  at: number,
): void {
  const known = roster.get(key) ?? { name: mention.name ?? '', positions: [], keys: [], role: null, lastSeen: at };
  if (roster.size < MOST_PEOPLE) roster.set(key, known);
  known.lastSeen = at;
  const isNews = mention.positions.some((position) => !known.positions.includes(position));
  if (mention.name !== null && isNews) {
    known.positions = unitePositions(known.positions, mention.positions).slice(0, MOST_POSITIONS);
    known.keys = known.positions.map(positionKey);
  }
  const leads = mention.positions.some(leadsDelegation);
  known.role = strongerRole(known.role, leads && role !== null ? strongerRole(role, 'head_of_delegation') : role);
}

function holdersOf(roster: ReadonlyMap<string, Known>, positions: readonly string[]): [string, Known][] {
  const [position] = positions;
  if (position === undefined) return [];
  const key = positionKey(position);
  return [...roster].filter(([, known]) => known.keys.some((held) => isSameKey(held, key)));
}

function holderOf(roster: ReadonlyMap<string, Known>, positions: readonly string[]): string | null {
  const holders = holdersOf(roster, positions);
  return holders.toSorted((a, b) => b[1].lastSeen - a[1].lastSeen)[0]?.[0] ?? null;
}

function soleHolderOf(roster: ReadonlyMap<string, Known>, positions: readonly string[]): string | null {
  const [only, another] = holdersOf(roster, positions);
  return only === undefined || another !== undefined ? null : only[0];
}

function seat(all: readonly Known[]): People {
  const first = all.find(({ role }) => role === 'chair') ?? all.find(({ role }) => role === 'co_chair');
  const participants = all.flatMap((known) => {
    const { name, positions, role } = known;
    if (role === null) return [];
    return [{ name, positions, role: role === 'chair' && known !== first ? 'co_chair' : role } satisfies Participant];
  });
  return { chair: first === undefined ? null : { name: first.name, positions: first.positions }, participants };
}
