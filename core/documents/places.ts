/**
 * The provinces and districts of Vietnam as they stood until 30 June 2025, from data/reference/places-to-2025.json, and
 * the communes there are since, from data/reference/communes-from-2025.json.
 *
 * A table to look names up in, never a fence: sources may name places that are in no table, and those count the same.
 */
import { createRequire } from 'node:module';
import { z } from 'zod';
import { foldKey } from '../citations/fold.ts';
import { squeeze } from './clause.ts';

const rowSchema = z.strictObject({
  province: z.string(),
  kind: z.enum(['tỉnh', 'thành phố']),
  districts: z.record(z.string(), z.array(z.string())),
});

const communeRowSchema = z.strictObject({ province: z.string(), communes: z.record(z.string(), z.array(z.string())) });

const require = createRequire(import.meta.url);
const rows = z.array(rowSchema).parse(require('#data/reference/places-to-2025.json'));

const communeRows = z.array(communeRowSchema).parse(require('#data/reference/communes-from-2025.json'));

/** A commune since 1 July 2025, under the province of since. */
export interface CommuneRow {
  readonly province: string;
  readonly commune: string;
  /** xã, phường, đặc khu. */
  readonly kind: string;
}

export interface DistrictRow {
  readonly province: string;
  readonly district: string;
  /** thành phố, thị xã, huyện, quận. */
  readonly kind: string;
}

/** Other spellings of provinces and districts, folded, by the one the table has. */
const PROVINCE_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['hcm', 'ho chi minh'],
  ['tphcm', 'ho chi minh'],
  ['ba ria', 'ba ria vung tau'],
  ['thua thien', 'thua thien hue'],
  ['bac can', 'bac kan'],
  ['dac lac', 'dak lak'],
  ['dac lak', 'dak lak'],
  ['dac nong', 'dak nong'],
  ['kontum', 'kon tum'],
]);
const DISTRICT_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['phan rang', 'phan rang thap cham'],
  ['qui nhon', 'quy nhon'],
]);

/** An article asks for the same few names again and again; folding them took half the time of settling its mentions. */
const known = new Map<string, PlaceKeys>();
const MOST_KNOWN = 5000;

const provinces = new Map(rows.map((row) => [foldPlace(row.province), row]));
const districts = new Map<string, DistrictRow[]>();
for (const row of rows) {
  for (const [kind, names] of Object.entries(row.districts)) {
    for (const district of names) {
      const key = foldPlace(district);
      const same = districts.get(key) ?? [];
      same.push({ province: row.province, district, kind });
      districts.set(key, same);
    }
  }
}
/** Cities that became centrally run after the table's date, by the day they did. */
const RAISED_CITIES: ReadonlyMap<string, string> = new Map([
  ['hue', '2025-01-01'],
  ['dong nai', '2026-04-30'],
  ['quang ninh', '2026-09-01'],
  ['bac ninh', '2026-09-01'],
]);

/** Key under which names of places are compared: no marks, no "tỉnh" or "TP" in front. */
export function foldPlace(name: string): string {
  return keysOf(name).folded;
}

/** Whether both name one place: marks tell Bến Cau from Bến Cầu, where both have them. */
export function isSamePlace(a: string, b: string): boolean {
  return foldPlace(a) === foldPlace(b) && (!hasMarks(a) || !hasMarks(b) || keysOf(a).marked === keysOf(b).marked);
}

/** The province of this name in its usual spelling, or null. */
export function findProvince(name: string): string | null {
  return provinceRow(name)?.province ?? null;
}

/** Whether a province or centrally run city bears this name, at any time the tables know of. */
export function isProvinceName(name: string): boolean {
  return findProvince(name) !== null || RAISED_CITIES.has(foldPlace(name));
}

/** Whether the name is that of a city run by the centre on `date` (any time, where the date is null). */
export function isCentralCity(name: string, date: string | null): boolean {
  if (provinceRow(name)?.kind === 'thành phố') return true;
  const raised = RAISED_CITIES.get(foldPlace(name));
  return raised !== undefined && date !== null && date >= raised;
}

/** All districts of this name, of the kinds asked for (all kinds where none is named). */
export function findDistricts(name: string, kinds: readonly string[] = []): readonly DistrictRow[] {
  return findSlugged(name).filter(
    ({ district, kind }) =>
      (isSpelling(name) || isSamePlace(district, name)) && (kinds.length === 0 || kinds.includes(kind)),
  );
}

/** All districts whose ids look the same, marks or not. */
export function findSlugged(name: string): readonly DistrictRow[] {
  const key = foldPlace(name);
  return districts.get(DISTRICT_SPELLINGS.get(key) ?? key) ?? [];
}

/** All communes since July 2025 of this name; of the unit that is printed, where one of the name is such a unit. */
export function findCommunes(name: string, unit: string | null = null): readonly CommuneRow[] {
  const named = (communes().get(foldPlace(name)) ?? []).filter(({ commune }) => isSamePlace(commune, name));
  const ofUnit = named.filter(({ kind }) => kind === unit);
  return ofUnit.length > 0 ? ofUnit : named;
}

/** Whether the province is one of those there are since July 2025. */
export function isProvinceSince2025(name: string): boolean {
  return communeRows.some(({ province }) => isSamePlace(province, name));
}

let communesByName: ReadonlyMap<string, readonly CommuneRow[]> | null = null;

/** Folded when first asked for: 3,300 names, which few programs need. */
function communes(): ReadonlyMap<string, readonly CommuneRow[]> {
  communesByName ??= gatherCommunes();
  return communesByName;
}

function gatherCommunes(): ReadonlyMap<string, readonly CommuneRow[]> {
  const found = new Map<string, CommuneRow[]>();
  for (const { province, communes: byKind } of communeRows) {
    for (const [kind, names] of Object.entries(byKind)) {
      for (const commune of names) {
        const key = foldFresh(commune).folded;
        const same = found.get(key) ?? [];
        same.push({ province, commune, kind });
        found.set(key, same);
      }
    }
  }
  return found;
}

/** Place name as part of an id: `Hạ Long` → `ha-long`. */
export function slugPlace(name: string): string {
  return foldPlace(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function provinceRow(name: string): (typeof rows)[number] | null {
  const key = foldPlace(name);
  const row = provinces.get(PROVINCE_SPELLINGS.get(key) ?? key);
  return row === undefined || !(PROVINCE_SPELLINGS.has(key) || isSamePlace(row.province, name)) ? null : row;
}

function isSpelling(name: string): boolean {
  return DISTRICT_SPELLINGS.has(foldPlace(name));
}

function hasMarks(name: string): boolean {
  return /[^\p{ASCII}]/u.test(name.normalize('NFC'));
}

interface PlaceKeys {
  readonly folded: string;
  /** Lower case with marks, the tone where modern spelling has it. */
  readonly marked: string;
}

function keysOf(name: string): PlaceKeys {
  const found = known.get(name);
  if (found !== undefined) return found;
  const keys = foldFresh(name);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, keys);
  return keys;
}

function foldFresh(name: string): PlaceKeys {
  const folded = foldKey(name.trim())
    .replace(/^(?:(?:tinh|thanh pho|tp|quan|huyen|thi xa|phuong|xa|thi tran) +|tp\. *)(?=[a-z])/, '')
    .replace(/[ \n]*-[ \n]*|[ \n]+/g, ' ');
  const words = squeeze(name.trim().replace(/\s*[-–—]\s*/g, ' ')).split(' ');
  return { folded, marked: words.slice(-folded.split(' ').length).join(' ') };
}
