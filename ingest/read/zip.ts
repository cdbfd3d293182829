/**
 * A ZIP → the entries that are wanted, inflated under limits.
 *
 * yauzl reads the list; what it says of sizes may be lies and is never believed: every stream is counted against one allowance
 * and ends with it. Names are only compared, and nothing is ever written to disk, so a name that leads elsewhere does no harm.
 */
import { type Entry, fromBuffer, getFileNameLowLevel, type ZipFile } from 'yauzl';

export type OpenedZip =
  | { readonly kind: 'opened'; readonly files: ReadonlyMap<string, Uint8Array> }
  | Refusal<'broken' | 'encrypted' | 'too-big'>;

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all wanted entries together, inflated. */
  readonly inflated: number;
}

/**
 * Inflates the entries whose names are wanted.
 * @example await openZip(bytes, (name) => name.endsWith('.xml'), { entries: 4000, inflated: 48 * 1024 * 1024 })
 */
export async function openZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limits: ZipLimits,
): Promise<OpenedZip> {
  const archive = dropTail(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (archive === null) return refuse('broken', 'its list of entries is missing');
  try {
    const zip = await openList(archive);
    if (zip.entryCount > limits.entries)
      return refuse('too-big', `it has ${zip.entryCount} entries; ${limits.entries} are the most that is read`);
    const files = new Map<string, Uint8Array>();
    let left = limits.inflated;
    for (const entry of await listEntries(zip)) {
      const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
      if (!isWanted(name)) continue;
      if (entry.isEncrypted()) return refuse('encrypted', 'its entries are encrypted');
      const content = await inflate(zip, entry, left);
      if (content === null) return refuse('too-big', `it inflates to more than ${limits.inflated} bytes`);
      left -= content.length;
      files.set(name, content);
    }
    return { kind: 'opened', files };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (message === STRONG) return refuse('encrypted', 'its entries are encrypted');
    return refuse('broken', (message.split('\n', 1)[0] ?? '').replace(/\.$/, '').slice(0, 200));
  }
}

interface Refusal<Kind> {
  readonly kind: Kind;
  /** Half a sentence. */
  readonly reason: string;
}

function refuse<Kind>(kind: Kind, reason: string): Refusal<Kind> {
  return { kind, reason };
}

const END_MARK = Buffer.from([0x50, 0x4b, 5, 6]);
const END_SIZE = 22;
/** What yauzl says of an archive whose list itself is encrypted. */
const STRONG = 'strong encryption is not supported';

/** Portals append a line or a whole error page to what they send; yauzl would refuse it. Null where the archive has no end. */
function dropTail(archive: Buffer): Buffer | null {
  const end = archive.lastIndexOf(END_MARK);
  if (end === -1 || end + END_SIZE > archive.length) return null;
  return archive.subarray(0, end + END_SIZE + archive.readUInt16LE(end + END_SIZE - 2));
}

function openList(archive: Buffer): Promise<ZipFile> {
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false };
  return new Promise((resolve, reject) => {
    fromBuffer(archive, options, (error, zip) => (error === null ? resolve(zip) : reject(error)));
  });
}

function listEntries(zip: ZipFile): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

/** The content of an entry; null where it has more than `most` bytes. */
function inflate(zip: ZipFile, entry: Entry, most: number): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) return reject(error);
      const parts: Buffer[] = [];
      let size = 0;
      stream.on('data', (part: Buffer) => {
        size += part.length;
        if (size <= most) parts.push(part);
        else {
          stream.destroy();
          resolve(null);
        }
      });
      stream.on('end', () => resolve(Buffer.concat(parts)));
      stream.on('error', reject);
    });
  });
}
