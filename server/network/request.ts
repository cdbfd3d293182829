/** What the network page and the graph of the API take, and what they ask for with it. */
import { z } from 'zod';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import type { OfficialDocument } from '../../core/documents/document.ts';
import { relationKinds } from '../../core/documents/document.ts';
import { parameters } from '../parameters.ts';
import { rememberEach } from '../remember.ts';
import { gatherNetwork, type Network, type NetworkAsk } from './neighbourhood.ts';

export const networkShape = {
  depth: parameters.depth.default(1),
  kinds: parameters.kinds.optional(),
  level: parameters.level.optional(),
  least: parameters.least.default(1),
  from: parameters.from.optional(),
  to: parameters.to.optional(),
};

const schema = z.object({ ...networkShape, most: parameters.most });
export type NetworkRequest = z.output<typeof schema>;

export function toNetworkAsk({ depth, kinds, level, least, from, to, most }: NetworkRequest): NetworkAsk {
  return {
    kinds: kinds?.flatMap((kind) => (kind === 'relations' ? relationKinds : [kind])) ?? null,
    levels: level ?? null,
    least,
    from: from ?? null,
    to: to ?? null,
    depth,
    most,
  };
}

/** Networks that were asked for lately, for pages and the API alike. */
const remember = rememberEach<Network>(40);

/** The network around a document, from memory where the same was asked lately. */
export function findNetwork(db: ArchiveDb, focus: OfficialDocument, ask: NetworkAsk): Promise<Network> {
  return remember(db, keyOf(focus, ask), () => gatherNetwork(db, focus, ask));
}

/** Tells networks apart. */
export function keyOf({ id }: OfficialDocument, ask: NetworkAsk): string {
  return JSON.stringify([id, ask]);
}
