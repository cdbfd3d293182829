/**
 * Which bodies came of which: provinces merged or renamed, ministries and central boards that took over others, from
 * data/reference/successions.json.
 *
 * A province that went into another is told apart from it by its name; one that took others in keeps its name, but its
 * bodies of before and after are two: numbers began again in July 2025. Names of no table have no successions.
 */
import { createRequire } from 'node:module';
import { z } from 'zod';
import { foldPlace } from './places.ts';

const rowSchema = z.strictObject({ into: z.string(), from: z.array(z.string()).min(1), on: z.iso.date() });
const schema = z.strictObject({ provinces: z.array(rowSchema), organs: z.array(rowSchema) });

const require = createRequire(import.meta.url);
const successions = schema.parse(require('#data/reference/successions.json'));

/** What took over from a province or organ, and on which day. */
export interface Succession {
  readonly into: string;
  readonly from: readonly string[];
  readonly on: string;
}

const ended = new Map(
  successions.provinces.flatMap((row) =>
    row.from.filter((name) => name !== row.into).map((name) => [foldPlace(name), row] as const),
  ),
);
const enlarged = new Map(
  successions.provinces
    .filter(({ into, from }) => from.includes(into))
    .map((row) => [foldPlace(row.into), row] as const),
);
const formed = new Map(successions.provinces.map((row) => [foldPlace(row.into), row]));

/** What a province went into, or null where it goes on. */
export function findSuccessor(province: string): Succession | null {
  return ended.get(foldPlace(province)) ?? null;
}

/** What a province was formed of, itself of before included; null where it has always been what it is. */
export function findPredecessors(province: string): Succession | null {
  return formed.get(foldPlace(province)) ?? null;
}

/** The last day of a province that went into another, or null. */
export function lastDayOf(province: string): string | null {
  const on = findSuccessor(province)?.on;
  if (on === undefined) return null;
  const day = new Date(`${on}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/** The day from which a province is another body under its old name, having taken others in; null for all others. */
export function enlargedOn(province: string): string | null {
  return enlarged.get(foldPlace(province))?.on ?? null;
}

/** The province whose bodies govern there on `day`: Bắc Giang until June 2025, then Bắc Ninh. */
export function provinceOn(province: string, day: string | null): string {
  const successor = findSuccessor(province);
  return successor === null || day === null || day < successor.on ? province : successor.into;
}

/** What took over from a national organ, by its symbol: BNNMT from BNNPTNT and BTNMT. */
export function findOrganSuccessors(symbol: string): readonly Succession[] {
  return successions.organs.filter(({ into, from }) => into !== symbol && from.includes(symbol));
}

/** What a national organ took over from, by its symbol. */
export function findOrganPredecessors(symbol: string): readonly Succession[] {
  return successions.organs.filter(({ into }) => into === symbol);
}
