/**
 * What WARC has no field for, in one of our own: what was said beside the bytes, and what became of them.
 *
 * ISO 28500 lets programs add named fields that others pass over. Without it a record is read as any page of a stranger's
 * archive would be.
 */
import { z } from 'zod';
import { captureStatuses } from '../core/archive/captures.ts';

export const noteField = 'Sohieu-Capture';

const noteSchema = z.object({
  source: z.string().min(1).max(64).nullable(),
  status: z.enum(captureStatuses),
  given: z.record(z.string(), z.string()),
  role: z.enum(['article', 'repeat', 'other']),
  reviewed: z.boolean(),
  /** The address that answered, where it is not the one that was asked. */
  answered: z.string().optional(),
  gone: z.boolean().optional(),
  aliases: z.array(z.string()).optional(),
  /** Type of the bytes, for a record that holds none. */
  type: z.string().optional(),
});

export type WarcNote = z.infer<typeof noteSchema>;

/** One line of ASCII, because a field may hold nothing else everywhere. */
export function writeNote(note: WarcNote): string {
  return JSON.stringify(note).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The note of a record, null where there is none; what is no such note counts as none. */
export function readNote(field: string | null): WarcNote | null {
  if (field === null) return null;
  try {
    return noteSchema.safeParse(JSON.parse(field)).data ?? null;
  } catch {
    return null;
  }
}
