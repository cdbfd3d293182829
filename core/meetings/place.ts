/**
 * Where the meeting was held, in the words of the text, or null; most reports do not say.
 *
 * A place is what follows `tại` when it is a venue (hội trường, trụ sở, nhà văn hóa …), an administrative unit or a
 * name. A venue counts wherever the lead names it with the event; the others only next to the day or the verb that
 * holds the event, because "dự án tại phường Cao Khê" is a subject. Tại hội nghị, tại Nghị quyết số …, tồn tại, hiện
 * tại are no places.
 */
import { findDays } from './day-mention.ts';
import { oneOf } from './pattern.ts';
import { endOfPhrase } from './phrase.ts';
import type { Prose, Sentence } from './prose.ts';

const LONGEST_PLACE = 120;

export function readPlace(prose: Prose): string | null {
  const title = prose.title === null ? [] : [prose.title];
  for (const sentence of [...prose.lead, ...title]) {
    const place = placeIn(sentence);
    if (place !== null) return place;
  }
  return null;
}

const VENUE = oneOf`
  trung tâm (?:hội nghị|tổ chức|hành chính|văn hóa|chính trị|triển lãm|bồi dưỡng|hcc)|trụ sở|hội trường|phòng họp|
  nhà (?:văn hóa|khách|hát|thi đấu|sinh hoạt)|cung |khách sạn|quảng trường|sân vận động|bảo tàng|khu di tích|đền |đình |
  trường (?:chính trị|thpt|thcs|tiểu học|đại học|cao đẳng)|điểm cầu |ủy ban nhân dân|ubnd|văn phòng|công ty`;
const UNIT = oneOf`
  tỉnh |thành phố |tp\.? ?|huyện |quận |thị xã |tx\.? ?|phường |xã |thị trấn |đặc khu |thôn |khu phố |khu |bản |ấp |
  tổ dân phố |tổ |xóm |làng |đảo `;
const AT = '(?<!\\p{L})(?<!(?:tồn|hiện|đương|nhược|thực) )tại ';
const VENUE_AT = new RegExp(`${AT}(?=${VENUE})`, 'u');
const UNIT_AT = new RegExp(`${AT}(${UNIT})`, 'gu');
const NAME_AT = new RegExp(`${AT}(?=\\p{L})`, 'gu');
const NAMED = /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?=[,.;]| \p{Ll}|$)/u;
const NO_PLACE = /^(?:nghị|quyết|chỉ|kết|thông|kế|hội|đại|kỳ|ban|văn|điều|luật|đề|công)(?!\p{L})/u;
const EVENT = new RegExp(
  oneOf`
    hội nghị|hội thảo|họp|đại hội|làm việc|đối thoại|tiếp (?!tục|theo|thu)|giao ban|lễ |gặp mặt|giám sát|kiểm tra|
    khảo sát|sinh hoạt|tập huấn|sơ kết|tổng kết|quán triệt|học tập|thăm|diễn ra|tổ chức|khai mạc`,
  'u',
);

function placeIn(sentence: Sentence): string | null {
  const { folded, text } = sentence;
  if (!EVENT.test(folded)) return null;
  const isDated = findDays(sentence).some(({ veto }) => veto === null);
  const isHeldThere = (before: string): boolean => (isDated && VISITED.test(before)) || isNextToEvent(before);
  const venue = VENUE_AT.exec(folded);
  if (venue !== null) return placeFrom(sentence, venue.index + venue[0].length);
  for (const { 0: whole, 1: unit = '', index } of folded.matchAll(UNIT_AT)) {
    const named = index + whole.length;
    if (!/^[\p{Lu}\d]/u.test(text.charAt(named)) || !isHeldThere(folded.slice(0, index))) continue;
    return placeFrom(sentence, named - unit.length);
  }
  for (const { 0: whole, index } of folded.matchAll(NAME_AT)) {
    const at = index + whole.length;
    if (!NAMED.test(text.slice(at, at + 30)) || NO_PLACE.test(folded.slice(at, at + 10))) continue;
    if (isHeldThere(folded.slice(0, index))) return placeFrom(sentence, at);
  }
  return null;
}

// Next to the day: "Sáng 22/3, tại phường Cao Khê, …"; next to the verb: "diễn ra tại", "làm việc tại".
const BY_DAY = /(?:\d|nay|qua)\)?,? $/u;
const BY_VERB = new RegExp(
  `${oneOf`
    diễn ra|tổ chức|làm việc|họp|khai mạc|hội nghị|giám sát|khảo sát|kiểm tra|kiểm tra thực tế|tiếp xúc cử tri|
    đối thoại|tiếp công dân|giao ban|sinh hoạt|tặng quà|gặp mặt`} $`,
  'u',
);
// Who inspects or visits on that day is where the matter is.
const VISITED = /(?<!\p{L})(?:kiểm tra|giám sát|khảo sát|thăm)(?!\p{L})[^.;]{0,240}$/u;
const NEAR_EVENT =
  /(?:tổ chức|có buổi|hội nghị|kỳ họp|tiếp xúc cử tri|đối thoại|đại hội)((?:(?!tổ chức|hội nghị)[^.;]){0,90})$/u;
const OF_SUBJECT = /(?:về|dự án|việc|tình hình|kết quả|công tác|thực hiện|tiến độ|của) /u;
const OF_DOCUMENT = /(?:số \d|\d-\p{L})[^;]{0,120}$/u;

function isNextToEvent(before: string): boolean {
  const near = before.slice(-200);
  if (OF_DOCUMENT.test(near)) return false;
  if (BY_DAY.test(near) || BY_VERB.test(near)) return true;
  const between = NEAR_EVENT.exec(near)?.[1];
  return between !== undefined && !OF_SUBJECT.test(between);
}

const UNIT_ABOVE = new RegExp(`^,? (?:thuộc )?${UNIT}(?=\\p{L})`, 'u');
// "tại phường Cao Khê, huyện Vân Khê tổ chức …": the second is the organiser.
const ORGANISES = /^ (?:tổ chức|đã|vừa|họp|khai mạc|có buổi|phối hợp)/u;

// The units above may follow behind commas: "phường Cao Khê, TP Hạ Khê".
function placeFrom(sentence: Sentence, start: number): string | null {
  let end = endOfPhrase(sentence, start);
  for (let level = 0; level < 3; level += 1) {
    const above = UNIT_ABOVE.exec(sentence.folded.slice(end, end + 24));
    if (above === null || !/\p{Lu}/u.test(sentence.text.charAt(end + above[0].length))) break;
    const unitEnd = endOfPhrase(sentence, end + above[0].length);
    if (ORGANISES.test(sentence.folded.slice(unitEnd, unitEnd + 20))) break;
    end = unitEnd;
  }
  const place = sentence.text.slice(start, end).trim();
  return place === '' || place.length > LONGEST_PLACE ? null : place;
}
