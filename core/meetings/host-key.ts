/**
 * Host keys taken apart, so that "Thường trực Tỉnh ủy", "Tỉnh ủy Sơn Hải" and a bare "Tỉnh ủy" can be compared: the organ
 * that acts, the body it belongs to, and the body's home.
 *
 * A bare name is another body in every province: `placeHost` gives it the home of the source that prints it. What a
 * name says is never replaced. Keys are those of body.ts, unmarked lower case.
 */
export interface HostName {
  readonly key: string;
  /** `thuong truc`, `ban to chuc`, `ban chi dao 35`; empty where the body itself or a delegation of it acts. */
  readonly organ: string;
  /** `tinh uy`, `hdnd`; empty where no such body is named. */
  readonly body: string;
  /** All behind the body: `ha khe`, `tinh son hai`, `tinh`; for a bare unit the whole key. */
  readonly home: string;
  readonly level: 'province' | 'district' | 'commune' | null;
}

/** Folded names of the place from which a source writes. */
export interface HomePlace {
  readonly province: string;
  /** A city run by the centre is its own. */
  readonly district: string | null;
}

export interface PlacedHost {
  readonly hostKey: string;
  /** `son hai`, `son hai ha khe`; null when nothing tells, or for a body of the whole country. */
  readonly placeKey: string | null;
}

export function parseHostKey(key: string): HostName {
  const [, organ = '', body = '', home = ''] = BODY.exec(key) ?? [];
  if (body !== '') {
    const acting = organ.replace(DELEGATION, '').trim();
    return { key, organ: acting, body: body === 'mttq' ? 'uy ban mttq' : body, home, level: levelOf(body, home) };
  }
  const unit = UNIT.exec(key)?.[1] ?? '';
  if (unit !== '') return { key, organ: '', body: '', home: key, level: unitLevels[unit] ?? null };
  return { key, organ: key, body: '', home: '', level: unitLevels[LEVEL_AT_END.exec(key)?.[1] ?? ''] ?? null };
}

/**
 * Whether both may name one host: equal, or one says less. Where other evidence is close (one chair, or a committee's
 * meeting that its body is said to hold) an organ may stand for its body, never for another organ.
 */
export function hostsAgree(a: HostName, b: HostName, isClose: boolean): boolean {
  if (a.body === '' || b.body === '') {
    if (contain(a.key, b.key) || isOrganAlone(a, b) || isOrganAlone(b, a)) return true;
    const isUnitAlone = (a.organ === '' && a.body === '') || (b.organ === '' && b.body === '');
    return isClose && ((isUnitAlone && homesAgree(a, b)) || standsFor(a, b) || standsFor(b, a));
  }
  if (a.body !== b.body || !homesAgree(a, b)) return false;
  if (a.organ === '' || b.organ === '') {
    return isClose || a.organ === b.organ || COMMITTEE_ORGANS.has(a.organ === '' ? b.organ : a.organ);
  }
  return contain(a.organ, b.organ) || (isClose && COMMITTEE_ORGANS.has(a.organ) && COMMITTEE_ORGANS.has(b.organ));
}

// "UBND tỉnh Sơn Hải tổ chức họp Ban Chỉ đạo chuyển đổi số", "Ban Chỉ đạo chuyển đổi số tỉnh Sơn Hải họp".
function standsFor(body: HostName, committee: HostName): boolean {
  return body.organ === '' && body.home !== '' && committee.body === '' && committee.key.endsWith(` ${body.home}`);
}

// "tinh" of "tinh son hai", "ha khe" of "ha khe tinh son hai"; but Vịnh is not Cửa Vịnh, nor a huyện the tỉnh.
function homesAgree(a: HostName, b: HostName): boolean {
  const [level, other] = [LEVEL_WORD.exec(a.home)?.[0], LEVEL_WORD.exec(b.home)?.[0]];
  if (level !== undefined && other !== undefined && level !== other) return false;
  const [name, named] = [homeName(a), homeName(b)].map((words) => (words === '' ? '' : `${words} `));
  return name === undefined || named === undefined || name.startsWith(named) || named.startsWith(name);
}

// A bare "Ban Chấp hành" may be that of any committee.
function isOrganAlone(a: HostName, b: HostName): boolean {
  return COMMITTEE_ORGANS.has(a.key) && b.body.endsWith(' uy') && (b.organ === '' || b.organ === a.key);
}

/** The name of its place without the word for its level; empty when the key has none: `son hai` of `hdnd tinh son hai`. */
export function homeName({ home }: HostName): string {
  return home.replace(LEVEL_WORD, '').trim();
}

/** The host with the home of its source where its name has none, and where it sits. */
export function placeHost(key: string, source: HomePlace | null): PlacedHost {
  const host = parseHostKey(key);
  const name = homeName(host);
  if (source === null || NATIONAL.test(key)) return { hostKey: key, placeKey: null };
  const { province, district } = source;
  if (host.level === 'province') {
    if (name !== '') return { hostKey: key, placeKey: name };
    const isOpen = host.body !== '' || LEVEL_AT_END.test(key);
    return { hostKey: isOpen ? `${key} ${province}` : key, placeKey: province };
  }
  if (host.level === 'district') {
    if (name !== '') return { hostKey: key, placeKey: `${province} ${name}` };
    return district === null
      ? { hostKey: key, placeKey: null }
      : { hostKey: `${key} ${district}`, placeKey: `${province} ${district}` };
  }
  return { hostKey: key, placeKey: province };
}

/** Equal, or one within the other, word for word: "thanh uy" and "ban thuong vu thanh uy ha khe". Nothing is in all. */
export function contain(a: string, b: string): boolean {
  if (a === '' || b === '') return true;
  const [padded, other] = [` ${a} `, ` ${b} `];
  return padded.includes(other) || other.includes(padded);
}

const BODY =
  /^(?:(.{1,120}?) )?(tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy|chi bo|hdnd|ubnd|uy ban mttq|mttq|doan dbqh)(?: (.+))?$/u;
const UNIT = /^(tinh|thanh pho|huyen|quan|thi xa|phuong|xa|thi tran|dac khu) ./u;
const LEVEL_WORD = /^(?:tinh|thanh pho|huyen|quan|thi xa|phuong|xa|thi tran|dac khu)(?= |$)/u;
const LEVEL_AT_END = / (tinh|thanh pho|huyen|quan|thi xa)$/u;
const DELEGATION = /^doan (?:cong tac|giam sat|kiem tra|khao sat)(?: so \d{1,2})?/u;
const NATIONAL = /(?:^| )(?:trung uong|tw|quoc hoi|chinh phu|bo chinh tri|ban bi thu|toan quoc)(?= |$)/u;
const COMMITTEE_ORGANS: ReadonlySet<string> = new Set(['ban thuong vu', 'thuong truc', 'ban chap hanh']);

/** Levels of units by the word before their name. */
export const unitLevels: Readonly<Record<string, HostName['level']>> = {
  tinh: 'province',
  'thanh pho': 'district',
  huyen: 'district',
  quan: 'district',
  'thi xa': 'district',
  phuong: 'commune',
  xa: 'commune',
  'thi tran': 'commune',
  'dac khu': 'commune',
};

function levelOf(body: string, home: string): HostName['level'] {
  if (body === 'tinh uy' || body === 'doan dbqh') return 'province';
  if (/^(?:thanh|huyen|quan|thi) uy$/u.test(body)) return 'district';
  if (body === 'dang uy' || body === 'chi bo') return 'commune';
  return unitLevels[LEVEL_WORD.exec(home)?.[0] ?? ''] ?? null;
}
