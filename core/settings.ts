/**
 * The settings: the only reader of the environment.
 *
 * Adding a setting is adding a row to `rows` and a line to the table in README.md (test/docs.test.ts compares them).
 * Every fault is told at once, each with the variable, its value and what is allowed.
 */
import { z } from 'zod';

interface SettingRow<T> {
  readonly name: string;
  readonly default: string;
  readonly meaning: string;
  /** What a value may be, for the message about a wrong one. */
  readonly allowed: string;
  /** Its value is never shown. */
  readonly isSecret?: true;
  readonly schema: z.ZodType<T, string>;
}

const text = z.string().trim().min(1).max(4096);

const rows = {
  home: row('SOHIEU_HOME', './var', 'where the archive lives: database and snapshots', 'a folder', text),
  host: row('HOST', '127.0.0.1', 'address on which the server listens', 'an address or host name', text),
  port: row(
    'PORT',
    '3000',
    'port on which the server listens',
    'a whole number from 0 to 65535',
    wholeNumber(0, 65_535),
  ),
  samples: row(
    'SOHIEU_SAMPLES',
    'on',
    '`on`: `serve` loads the samples into an archive that holds no article, and they leave with the first real one; `keep`: they stay; `off`: never',
    'on, keep or off',
    z.enum(['on', 'keep', 'off']),
  ),
  sources: row('SOHIEU_SOURCES', 'data/sources', 'folder of source files (YAML)', 'a folder', text),
  schedule: row(
    'SOHIEU_SCHEDULE',
    '0 2 * * *',
    'cron of the nightly run, in the zone Asia/Ho_Chi_Minh; `off` for none',
    'five cron fields such as 0 2 * * *, or off',
    z.union([
      z.literal('off').transform(() => null),
      text.regex(/^[\d*/,A-Za-z-]+(?: +[\d*/,A-Za-z#?L-]+){4,5}$/).refine(isWithinClock),
    ]),
  ),
  allowHosts: row(
    'SOHIEU_ALLOW_HOSTS',
    '',
    'hosts, addresses or CIDRs on private networks that runs may reach, with commas; none: all are refused',
    'names, IP addresses or CIDRs with commas between them',
    z
      .string()
      .trim()
      .max(4096)
      .refine((list) => list.split(/[\s,;]+/).every((word) => word === '' || isHostOrRange(word))),
  ),
  contact: row(
    'SOHIEU_CONTACT',
    '',
    'address (web or e-mail) that the User-Agent of runs gives to those who run the sites',
    'an address without spaces or brackets',
    z
      .string()
      .trim()
      .max(200)
      .regex(/^[^\s()<>]*$/),
  ),
  meiliHost: row(
    'MEILI_HOST',
    '',
    'address of a Meilisearch server that answers searches; none: the embedded index does',
    'an address such as http://127.0.0.1:7700',
    z.union([z.literal('').transform(() => null), z.url({ protocol: /^https?$/ }).max(1000)]),
  ),
  meiliKey: secret(
    row(
      'MEILI_API_KEY',
      '',
      'key of that server; one that may make keys is used to make two that may do less',
      'a key without spaces',
      z
        .string()
        .trim()
        .max(1000)
        .regex(/^[!-~]*$/)
        .transform((key) => (key === '' ? null : key)),
    ),
  ),
  rateLimit: row(
    'SOHIEU_RATE_LIMIT',
    '600',
    'requests a minute from one address; `off` for no limit',
    'a whole number from 1 to 1000000, or off',
    z.union([z.literal('off').transform(() => null), wholeNumber(1, 1_000_000)]),
  ),
} as const;

type Rows = typeof rows;

/** The settings in force. `rateLimit` is requests a minute, null for no limit; `schedule` null for no nightly run. */
export type Settings = { readonly [Key in keyof Rows]: Rows[Key] extends SettingRow<infer T> ? T : never };

/** Every setting with its default and meaning, for the documents and `sohieu config`. */
export const settingRows: readonly Pick<SettingRow<unknown>, 'name' | 'default' | 'meaning' | 'isSecret'>[] =
  Object.values(rows);

/** One or more settings are wrong: tell all of it and end the program with exit code 2. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Reads the settings from `environment`; throws a SettingsError that names every fault. */
export function readSettings(environment: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const faults: string[] = [];
  const read = <T>(setting: SettingRow<T>): T | undefined => {
    const given = environment[setting.name];
    const parsed = setting.schema.safeParse(given === undefined || given === '' ? setting.default : given);
    if (parsed.success) return parsed.data;
    const shown = setting.isSecret ? 'not shown here' : `"${given}"`;
    faults.push(`${setting.name} is ${shown}, allowed is ${setting.allowed} (default ${setting.default})`);
    return undefined;
  };
  const home = read(rows.home);
  const host = read(rows.host);
  const port = read(rows.port);
  const samples = read(rows.samples);
  const sources = read(rows.sources);
  const schedule = read(rows.schedule);
  const allowHosts = read(rows.allowHosts);
  const contact = read(rows.contact);
  const meiliHost = read(rows.meiliHost);
  const meiliKey = read(rows.meiliKey);
  const rateLimit = read(rows.rateLimit);
  if (
    home === undefined ||
    host === undefined ||
    port === undefined ||
    samples === undefined ||
    sources === undefined ||
    schedule === undefined ||
    allowHosts === undefined ||
    contact === undefined ||
    meiliHost === undefined ||
    meiliKey === undefined ||
    rateLimit === undefined
  ) {
    throw new SettingsError(`Cannot start with these settings: ${faults.join('; ')}.`);
  }
  return { home, host, port, samples, sources, schedule, allowHosts, contact, meiliHost, meiliKey, rateLimit };
}

/** Each setting with its value in force and whether it was given or is the default. */
export function describeSettings(environment: Readonly<Record<string, string | undefined>> = process.env): readonly {
  readonly name: string;
  readonly value: string;
  readonly origin: 'given' | 'default';
  readonly meaning: string;
}[] {
  return settingRows.map(({ name, default: standard, meaning, isSecret }) => {
    const given = environment[name];
    const isGiven = given !== undefined && given !== '';
    return {
      name,
      value: isGiven ? (isSecret ? '(not shown)' : given) : standard,
      origin: isGiven ? 'given' : 'default',
      meaning,
    };
  });
}

/** Whether every number of a cron expression is one that its field can be; six fields begin with seconds. */
function isWithinClock(expression: string): boolean {
  const fields = expression.split(/ +/);
  return fields.every((field, place) => {
    const [least, most] = clockRanges[place + clockRanges.length - fields.length] ?? [0, 0];
    return [...field.matchAll(/([/#]?)(\d+)/g)].every(([, sign, digits]) => {
      const number = Number(digits);
      return sign === '' ? number >= least && number <= most : number > 0;
    });
  });
}

/** Seconds, minutes, hours, days of the month, months, days of the week (0 and 7 are Sunday). */
const clockRanges: readonly (readonly [number, number])[] = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
];

/** A name or address, with a port or not, or a CIDR: the spelling alone; what it opens is for those who fetch. */
function isHostOrRange(word: string): boolean {
  if (word.includes('/')) return range.safeParse(word).success;
  const host = /^(\[[^\]]*\]|[^:]*)(?::\d{1,5})?$/.exec(word)?.[1] ?? '';
  return ip.safeParse(word).success || ip.safeParse(host.replace(/^\[|\]$/g, '')).success || isName(host);
}

const ip = z.union([z.ipv4(), z.ipv6()]);
const range = z.union([z.cidrv4(), z.cidrv6()]);

/** What ends in a number is a mistyped address, never a name. */
function isName(host: string): boolean {
  return /^[\w.-]{1,253}$/.test(host) && !/(?:^|\.)\d+\.?$/.test(host);
}

function wholeNumber(least: number, most: number): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(least).max(most));
}

function secret<T>(setting: SettingRow<T>): SettingRow<T> {
  return { ...setting, isSecret: true };
}

function row<T>(
  name: string,
  standard: string,
  meaning: string,
  allowed: string,
  schema: z.ZodType<T, string>,
): SettingRow<T> {
  return { name, default: standard, meaning, allowed, schema };
}
