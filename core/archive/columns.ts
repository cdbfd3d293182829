/**
 * Columns that hold more than a plain text or number: JSON, and words of a closed list. They are written from records
 * and read back through a schema, because a row is a door like any other. Which columns there are, each row file says.
 */
import { z } from 'zod';

export interface JsonColumn<T> {
  /** Throws an Error that names the column when the stored text is not of its shape. */
  readonly read: (stored: string) => T;
  readonly write: (value: T) => string;
}

/** @example const flags = jsonColumn<readonly string[]>('mentions.flags_json', z.array(z.string())); */
export function jsonColumn<T>(name: string, schema: z.ZodType<T>): JsonColumn<T> {
  return {
    read: (stored) => {
      const parsed = schema.safeParse(parseJson(name, stored));
      if (!parsed.success) throw new Error(`Cannot read ${name}: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    },
    write: (value) => JSON.stringify(value),
  };
}

/** The same column, whose reads are remembered (`rememberRead`). */
export function rememberReads<T>(column: JsonColumn<T>, most: number): JsonColumn<T> {
  return { write: column.write, read: rememberRead(column.read, most) };
}

/**
 * The same reader, which remembers so many texts that it read: what is read again and again need not be checked again.
 * What comes back is shared, so it must be readonly.
 */
export function rememberRead<T>(read: (stored: string) => T, most: number): (stored: string) => T {
  const known = new Map<string, T>();
  return (stored) => {
    const before = known.get(stored);
    if (before !== undefined) return before;
    const value = read(stored);
    if (known.size >= most) known.delete(known.keys().next().value ?? '');
    known.set(stored, value);
    return value;
  };
}

/** Reads a word of a closed list; throws when the stored one is not in it. */
export function wordColumn<const T extends string>(name: string, words: readonly T[]): (stored: string) => T {
  return (stored) => {
    const word = words.find((known) => known === stored);
    if (word === undefined)
      throw new Error(`Cannot read ${name}: expected one of ${words.join(', ')}, got "${stored}"`);
    return word;
  };
}

function parseJson(name: string, stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch (cause) {
    throw new Error(`Cannot read ${name}: expected JSON, got "${stored.slice(0, 60)}"`, { cause });
  }
}
