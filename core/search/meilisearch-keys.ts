/**
 * With which key the server is spoken to: where the given one may make keys, with two that may do no more than is needed.
 *
 * Searching takes one that can only read, indexing one that can write, both for the archive's own indexes alone. The
 * keys are made once and found again by an id that follows from the index's name. A given key that may not make keys is
 * used as it is, which is what a careful operator hands over in the first place.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { attemptPatiently, isRefusal, MeiliRefusal } from './meilisearch-attempts.ts';
import {
  connectMeili,
  createClient,
  type MeiliAddress,
  type MeiliPatience,
  type MeiliServer,
} from './meilisearch-server.ts';
import { readingActions, writingActions } from './meilisearch-settings.ts';

export interface MeiliKeys {
  /** `isOpen` is there to be evaluated: it throws when the engine was closed. */
  reading(isOpen: true): Promise<MeiliServer>;
  writing(isOpen: true): Promise<MeiliServer>;
}

type Purpose = 'reading' | 'writing';
const actions = { reading: readingActions, writing: writingActions };
const keySchema = z.object({ key: z.string().min(1) });

/** `index` is the one that keys are made for; null to use the given key as it is. */
export function openMeiliKeys(
  address: MeiliAddress,
  index: string | null,
  patience: Readonly<Record<Purpose, MeiliPatience>>,
): MeiliKeys {
  const servers = new Map<Purpose, MeiliServer>();
  return { reading: () => connect('reading'), writing: () => connect('writing') };

  async function connect(purpose: Purpose): Promise<MeiliServer> {
    const known = servers.get(purpose);
    if (known !== undefined) return known;
    const { apiKey: given } = address;
    const apiKey = given === null || index === null ? given : await scopedKey(given, index, purpose);
    const server = connectMeili({ ...address, apiKey }, patience[purpose]);
    // A key of single indexes may neither ask for the version nor see how a swap of two of them went.
    const { checkVersion, swapIndexes } = apiKey === given ? server : connectMeili(address, patience[purpose]);
    const connected = { ...server, checkVersion, swapIndexes };
    servers.set(purpose, connected);
    return connected;
  }

  async function scopedKey(given: string, index: string, purpose: Purpose): Promise<string> {
    const { requestMs, pausesMs } = patience[purpose];
    const client = createClient({ ...address, apiKey: given }, requestMs);
    const uid = keyId(index, purpose);
    const attempt = <T>(doing: string, work: () => Promise<T>): Promise<T> =>
      attemptPatiently(address.host, doing, pausesMs, work);
    try {
      return keySchema.parse(await attempt('look up a key', () => client.getKey(uid))).key;
    } catch (error) {
      // A key that may not look at keys is a scoped one already; a wrong one is refused at the first question.
      if (error instanceof MeiliRefusal && [401, 403].includes(error.status)) return given;
      if (!isRefusal(error, 'api_key_not_found')) throw error;
    }
    const wanted = {
      uid,
      name: `sohieu ${purpose}`,
      description: `Made by sohieu for ${purpose} ${index}`,
      actions: [...actions[purpose]],
      indexes: [index, `${index}_next`],
      expiresAt: null,
    };
    try {
      return keySchema.parse(await attempt('make a key', () => client.createKey(wanted))).key;
    } catch (error) {
      if (isRefusal(error, 'api_key_already_exists')) return keySchema.parse(await client.getKey(uid)).key;
      if (error instanceof MeiliRefusal && [401, 403].includes(error.status)) return given;
      throw error;
    }
  }
}

/** A UUID of version 8, which is for ids of one's own making; another when the actions change. */
function keyId(index: string, purpose: Purpose): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([index, purpose, actions[purpose]]))
    .digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
