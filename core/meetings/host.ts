/**
 * The body that holds the meeting, in the words of the text: "Thành ủy Hạ Khê", "BCH Đảng bộ Thành phố".
 *
 * It is the subject of the verb that holds the event (… tổ chức hội nghị), the body named with the event (Kỳ họp thứ 5
 * HĐND huyện, hội nghị do Tỉnh ủy tổ chức), or, where a person is the subject (A làm việc với B), the body of that
 * person's leading position: A inspects B, so A's body is the host. Chairing alone names no host. Nothing is expanded
 * and no place added.
 */
import { BODY_HEAD, normaliseBody } from './body.ts';
import { partsIn } from './part.ts';
import { oneOf } from './pattern.ts';
import { endOfPhrase } from './phrase.ts';
import { bodyOfPosition, leadsDelegation, positionKey } from './position.ts';
import type { Prose, Sentence } from './prose.ts';

const LEAD_SENTENCES = 4;
const REACH = 260;

/** `kindSentence` is the sentence that names the event (kind.ts); it is asked before the rest of the lead. */
export function readHost(prose: Prose, kindSentence: Sentence): string | null {
  const title = prose.title === null ? [] : [prose.title];
  const lead = prose.lead.filter((sentence) => sentence !== kindSentence).slice(0, LEAD_SENTENCES);
  const order = [...(kindSentence === prose.title ? [] : [kindSentence]), ...lead, ...title];
  for (const find of [organiserOf, bodyOfEvent, bodyOfActor, unitOf]) {
    for (const sentence of order) {
      const host = find(sentence);
      if (host !== null) return fuller(host, prose.title);
    }
  }
  return null;
}

/** A key for comparing hosts: `normaliseHost('BTV Thành uỷ Hạ Khê')` is `ban thuong vu thanh uy ha khe`. */
export function normaliseHost(host: string): string {
  return normaliseBody(host);
}

// Where a clause may begin: the sentence, a sign, a date, a part of the day.
const CLAUSE = String.raw`(?:^|[,;:)] |[-–] |\d ?[,)]? |(?:^|\P{L})(?:ngày|sáng|chiều|tối|trưa|nay|qua)[ ,]{1,2})`;
const CLAUSE_BODY = new RegExp(`(?<=${CLAUSE})(?=${BODY_HEAD})`, 'gu');
const CLAUSE_UNIT = new RegExp(
  `(?<=${CLAUSE})(?=(?:tỉnh|thành phố|tp\\.?|huyện|quận|thị xã|phường|xã|thị trấn|đặc khu) )`,
  'gu',
);
const ANOTHER_BODY = new RegExp(`^, (?=${BODY_HEAD})`, 'u');
const EVENT = oneOf`
  hội nghị|hội thảo|tọa đàm|họp|phiên|đại hội|buổi|làm việc|đối thoại|tiếp|giao ban|lễ|gặp mặt|giám sát|kiểm tra|
  khảo sát|sinh hoạt|tập huấn|sơ kết|tổng kết|quán triệt|học tập|thăm|công bố|trao|chất vấn|kiểm điểm|cho ý kiến`;
const EVENT_SENTENCE = new RegExp(EVENT, 'u');
const HOLDS = new RegExp(
  `^(?:,? (?:khóa [\\p{L}\\d]{1,6}|nhiệm kỳ [\\d –-]{4,12}),?){0,2}${oneOf`
    (?:,? (?:đã|vừa|long trọng|trọng thể|trang trọng|tiếp tục|cũng|sẽ|phối hợp[^.;]{0,110}?|do [^.;]{0,160}? (?:làm trưởng đoàn|dẫn đầu))){0,3}`} ${oneOf`
    tổ chức|họp|khai mạc|bế mạc|mở|tiến hành|triệu tập|có (?:buổi|cuộc|chương trình)|làm việc|giao ban|sơ kết|tổng kết|
    đối thoại|tiếp xúc|gặp|tiếp|thăm|kiểm tra|giám sát|khảo sát|quán triệt|sinh hoạt|công bố|trao|học tập|tập huấn|
    thảo luận|cho ý kiến|xem xét|kiểm điểm|ra mắt|kỷ niệm|dâng hương|chủ trì|thông qua|đánh giá|triển khai|nghe|
    bàn`}(?!\\p{L})`,
  'u',
);

function organiserOf(sentence: Sentence): string | null {
  if (!EVENT_SENTENCE.test(sentence.folded)) return null;
  for (const { index } of sentence.folded.matchAll(CLAUSE_BODY)) {
    const end = endOfBodies(sentence, index);
    if (HOLDS.test(sentence.folded.slice(end, end + REACH))) return bodyBetween(sentence, index, end);
  }
  return null;
}

// "Bộ Chính trị, Ban Bí thư tổ chức …": several bodies may hold it together.
function endOfBodies(sentence: Sentence, start: number): number {
  let end = endOfPhrase(sentence, start);
  for (let more = 0; more < 3 && ANOTHER_BODY.test(sentence.folded.slice(end, end + 60)); more += 1) {
    end = endOfPhrase(sentence, end + 2);
  }
  return end;
}

// "phường Hòa Lam tổ chức lễ …": the unit itself, where no body of it is named.
function unitOf(sentence: Sentence): string | null {
  if (!EVENT_SENTENCE.test(sentence.folded)) return null;
  for (const { index } of sentence.folded.matchAll(CLAUSE_UNIT)) {
    const end = endOfPhrase(sentence, index);
    const isNamed = /^\S+(?: \p{Ll}+)? \p{Lu}/u.test(sentence.text.slice(index, end));
    if (isNamed && HOLDS.test(sentence.folded.slice(end, end + REACH))) return bodyBetween(sentence, index, end);
  }
  return null;
}

const EVENT_NAME = oneOf`
  hội nghị|phiên họp|cuộc họp|kỳ họp|đại hội|giao ban|họp|buổi làm việc|sinh hoạt|
  đoàn (?:công tác|kiểm tra|giám sát|khảo sát)(?: số \d{1,2})?`;
const QUALIFIER = oneOf`
  (?:lần )?thứ [\p{L}\d]{1,6}(?: \([^)]{1,30}\))?|đại biểu|toàn thể|thường kỳ|thường lệ|định kỳ|chuyên đề|bất thường|
  cuối năm|giữa năm|trực tuyến|mở rộng|giao ban|đột xuất|liên tịch|của|do|giữa`;
const EVENT_BODY = new RegExp(`(?<!\\p{L})${EVENT_NAME}(?:,? ${QUALIFIER}){0,4},? (?=${BODY_HEAD})`, 'gu');
const CITED = /(?:nghị quyết|kết luận|văn kiện|trước|sau|dự|thông báo) $/u;
const BY_BODY = new RegExp(`(?<= (?:do|được) )(?=${BODY_HEAD})`, 'gu');
const ORGANISES = /^ (?:phối hợp[^.;]{0,110}? )?(?:tổ chức|chủ trì)/u;

// "hội nghị do Tỉnh ủy tổ chức", then "Kỳ họp thứ 5 HĐND huyện".
function bodyOfEvent(sentence: Sentence): string | null {
  for (const { index } of sentence.folded.matchAll(BY_BODY)) {
    const end = endOfPhrase(sentence, index);
    if (ORGANISES.test(sentence.folded.slice(end, end + REACH))) return bodyBetween(sentence, index, end);
  }
  for (const { 0: event, index } of sentence.folded.matchAll(EVENT_BODY)) {
    const start = index + event.length;
    const isCited = CITED.test(sentence.folded.slice(Math.max(0, index - 12), index));
    if (!isCited) return bodyBetween(sentence, start, endOfPhrase(sentence, start));
  }
  return null;
}

// Ordinals, terms and periods follow a body's name without belonging to it.
const NOT_OF_BODY = new RegExp(
  ` (?:\\(|${oneOf`
    lần thứ|thứ \S+|khóa|nhiệm kỳ|mở rộng|quý|tháng|năm \d|đợt|phiên|kỳ họp|hội nghị|về|cùng|giữa|
    và các (?!cơ quan)|chuyên đề|sơ kết|tổng kết`}(?!\\p{L}))`,
  'u',
);

function bodyBetween(sentence: Sentence, start: number, end: number): string {
  const cut = NOT_OF_BODY.exec(sentence.folded.slice(start, end));
  return sentence.text.slice(start, cut === null ? end : start + cut.index);
}

const ACTS = new RegExp(
  `^(?:[\\s,)]{0,2}(?:và|cùng)[^.;]{0,160}?)?${oneOf`
    (?:,? (?:đã|vừa|cùng|đi|đến|tới|về|trực tiếp|chủ trì|(?:dẫn đầu|làm trưởng đoàn)[^.;]{0,80}?)){0,3}`},? ${oneOf`
    (?:có )?(?:buổi |cuộc |chương trình )?
    (?:làm việc|đối thoại|tiếp xúc|gặp|tiếp (?:công )?dân|tiếp (?!tục|thu)|kiểm tra|khảo sát|giám sát|thăm|đoàn công tác)`}`,
  'u',
);

// "Đồng chí A, Phó Bí thư Thường trực Tỉnh ủy có buổi làm việc với Thành ủy B": held by the Tỉnh ủy.
function bodyOfActor(sentence: Sentence): string | null {
  for (const { mention } of partsIn(sentence)) {
    if (!ACTS.test(sentence.folded.slice(mention.end, mention.end + REACH))) continue;
    const offices = mention.positions.filter((position) => !leadsDelegation(position));
    const [body] = leadingFirst(offices).flatMap((position) => bodyOfPosition(position) ?? []);
    if (body !== undefined) return body;
  }
  return null;
}

// Heading a body goes before deputising in another, membership comes last: "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh".
function leadingFirst(positions: readonly string[]): readonly string[] {
  const rank = (position: string): number => {
    const key = positionKey(position);
    if (/^(?:ủy viên|thành viên|đại biểu|đbqh|tuv|\S+ ủy viên|nguyên)/u.test(key)) return 2;
    return key.startsWith('phó') ? 1 : 0;
  };
  return positions.toSorted((a, b) => rank(a) - rank(b));
}

// The title may print the same body with its place.
function fuller(host: string, title: Sentence | null): string {
  const titled = title === null ? null : (organiserOf(title) ?? bodyOfEvent(title));
  return titled !== null && normaliseHost(titled).startsWith(`${normaliseHost(host)} `) ? titled : host;
}
