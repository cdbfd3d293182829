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
import { type Prose, type Sentence, toSentence } from './prose.ts';

const LEAD_SENTENCES = 4;
const REACH = 260;

/** `kindSentence` is the sentence that names the event (kind.ts); it is asked before the rest of the lead. */
export function readHost(prose: Prose, kindSentence: Sentence): string | null {
  const title = prose.title === null ? [] : [prose.title];
  const lead = prose.lead.filter((sentence) => sentence !== kindSentence).slice(0, LEAD_SENTENCES);
  const named = kindSentence === prose.title ? lead.slice(0, 1) : [kindSentence];
  const order = [...named, ...lead.filter((sentence) => !named.includes(sentence)), ...title];
  const host =
    firstIn(named, [organiserOf, (sentence) => bodyOfEvent(sentence), bodyBehindEvent]) ??
    firstIn(order, [
      organiserOf,
      (sentence) => bodyOfEvent(sentence),
      bodyBehindEvent,
      bodyOfActor,
      unitOf,
      bodyOfAttended,
      bodyAddressed,
    ]);
  return host === null ? null : fuller(host, prose);
}

type FindHost = (sentence: Sentence) => string | null;

function firstIn(sentences: readonly Sentence[], finders: readonly FindHost[]): string | null {
  for (const find of finders) {
    for (const sentence of sentences) {
      const host = find(sentence);
      if (host !== null) return host;
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
// Its leaders or its deputies stand for the body.
const ITS_PEOPLE = '(?:(?:(?:các|tập thể) )?(?:đồng chí |vị )?(?:lãnh đạo|đại biểu) )?';
const CLAUSE_BODY = new RegExp(`(?<=${CLAUSE}${ITS_PEOPLE})(?=${BODY_HEAD})`, 'gu');
const CLAUSE_UNIT = new RegExp(
  `(?<=${CLAUSE})(?=(?:tỉnh|thành phố|tp\\.?|huyện|quận|thị xã|phường|xã|thị trấn|đặc khu) )`,
  'gu',
);
const ANOTHER_BODY = new RegExp(`^, (?=${BODY_HEAD})`, 'u');
const EVENT = oneOf`
  hội nghị|hội thảo|tọa đàm|họp|phiên|đại hội|buổi|làm việc|đối thoại|tiếp|giao ban|lễ|gặp mặt|giám sát|kiểm tra|
  khảo sát|sinh hoạt|tập huấn|sơ kết|tổng kết|quán triệt|học tập|thăm|công bố|trao|chất vấn|kiểm điểm|cho ý kiến`;
const EVENT_SENTENCE = new RegExp(EVENT, 'u');
// Who prepares an event is no body, and a body's province may follow it in brackets or behind a comma.
const ORGANISING_TEAM = /^ban tổ chức(?! (?:trung ương|(?:tỉnh|thành|quận|huyện|thị) ủy))/u;
const PROVINCE_BEHIND = String.raw`(?: \([^)]{1,60}\)|,? (?:thuộc )?(?:tỉnh|thành phố) [^,.;()]{2,30}?,?)?`;
const HOLDS = new RegExp(
  `^${PROVINCE_BEHIND}(?:,? (?:khóa [\\p{L}\\d]{1,6}|nhiệm kỳ [\\d –-]{4,12}),?){0,2}${oneOf`
    (?:,? (?:(?:ngày|sáng|chiều|tối)(?: ngày| nay)?(?: \d[\d/.-]{2,9})?|đã|vừa|long trọng|trọng thể|trang trọng|tiếp tục|cũng|sẽ|phối hợp[^.;]{0,110}?|do [^.;]{0,160}? (?:làm trưởng đoàn|dẫn đầu))){0,3}`} ${oneOf`
    tổ chức|họp|khai mạc|bế mạc|mở|tiến hành|bước vào|triệu tập|có (?:buổi|cuộc|phiên|chương trình)|làm việc|giao ban|sơ kết|tổng kết|
    đối thoại|tiếp xúc|gặp|tiếp|thăm|kiểm tra|giám sát|khảo sát|quán triệt|sinh hoạt|công bố|trao|học tập|tập huấn|
    thảo luận|cho ý kiến|xem xét|kiểm điểm|ra mắt|kỷ niệm|dâng hương|chủ trì|thông qua|đánh giá|triển khai|nghe|
    bàn`}(?!\\p{L})`,
  'u',
);

function organiserOf(sentence: Sentence): string | null {
  if (!EVENT_SENTENCE.test(sentence.folded)) return null;
  for (const { index } of sentence.folded.matchAll(CLAUSE_BODY)) {
    if (ORGANISING_TEAM.test(sentence.folded.slice(index, index + 40))) continue;
    const end = endOfBodies(sentence, index);
    if (HOLDS.test(sentence.folded.slice(end, end + REACH))) return bodyBetween(sentence, index, end);
  }
  return null;
}

// "Bộ Chính trị, Ban Bí thư tổ chức …": several bodies may hold it together.
function endOfBodies(sentence: Sentence, start: number): number {
  let end = endOfBody(sentence, start);
  for (let more = 0; more < 3 && ANOTHER_BODY.test(sentence.folded.slice(end, end + 60)); more += 1) {
    end = endOfPhrase(sentence, end + 2);
  }
  return end;
}

// The task in a committee's name may hold any word, up to the unit whose committee it is.
const COMMITTEE_OF_UNIT = new RegExp(
  `^(?:ban chỉ đạo|bcđ|tổ công tác|tiểu ban|hội đồng)${oneOf`
    (?:(?! (?:tổ chức|họp|chủ trì|diễn ra|khai mạc|tiến hành|làm việc|kiểm tra|giám sát|với|do|đã|vừa|yêu cầu) )[^.;:]){0,90}?`} ${oneOf`
    (?=(?:tỉnh|thành phố|tp\.?|quận|huyện|thị xã|phường|xã|trung ương|quốc gia)(?!\p{L}))`}`,
  'u',
);

function endOfBody(sentence: Sentence, start: number): number {
  const task = COMMITTEE_OF_UNIT.exec(sentence.folded.slice(start, start + 160));
  return endOfPhrase(sentence, task === null ? start : start + task[0].length);
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
  hội nghị|phiên họp|phiên làm việc|phiên|cuộc họp|kỳ họp|đại hội|giao ban|họp|buổi|cuộc|chương trình|sinh hoạt|
  đoàn (?:công tác|kiểm tra|giám sát|khảo sát)(?: số \d{1,2})?`;
const QUALIFIER = oneOf`
  (?:lần )?thứ [\p{L}\d]{1,6}(?: \([^)]{1,30}\))?|đại biểu|toàn thể|thường kỳ|thường lệ|định kỳ|chuyên đề|bất thường|
  cuối năm|giữa năm|trực tuyến|mở rộng|giao ban|đột xuất|liên tịch|đối thoại|giám sát|khảo sát|làm việc|sơ kết|tổng kết|
  (?:tháng|quý) [\p{L}\d]{1,4}(?: ?\/ ?\d{4})?|năm \d{4}|của|do|giữa`;
const EVENT_BODY = new RegExp(`(?<!\\p{L})${EVENT_NAME}(?:,? ${QUALIFIER}){0,4},? (?=${BODY_HEAD})`, 'gu');
const CITED = /(?:nghị quyết|kết luận|văn kiện|trước|sau|thông báo|chất lượng|nền? nếp|chế độ) $/u;
const DATED = /^ (?:hôm|ngày|sáng|chiều|tối) (?:ngày |nay |qua )?\(?\d/u;
const ATTENDED = /dự $/u;
const BY_BODY = new RegExp(`(?<= (?:do|được) )(?=${BODY_HEAD})`, 'gu');
const ORGANISES =
  /^ (?:phối hợp[^.;]{0,110}? )?(?:tổ chức|chủ trì|(?:công bố|trao|triển khai|quán triệt) tại (?:hội nghị|buổi|lễ))/u;

// "hội nghị do Tỉnh ủy tổ chức", then "Kỳ họp thứ 5 HĐND huyện".
function bodyOfEvent(sentence: Sentence, isAttended = false): string | null {
  for (const { index } of sentence.folded.matchAll(BY_BODY)) {
    const end = endOfPhrase(sentence, index);
    if (ORGANISES.test(sentence.folded.slice(end, end + REACH))) return bodyBetween(sentence, index, end);
  }
  for (const { 0: event, index } of sentence.folded.matchAll(EVENT_BODY)) {
    const start = index + event.length;
    const before = sentence.folded.slice(Math.max(0, index - 12), index);
    const end = endOfBody(sentence, start);
    // "… sau hội nghị Ban Thường vụ Thành ủy hôm 15-2": the day makes it the event that is reported.
    const isTold = before.endsWith('sau ') && DATED.test(sentence.folded.slice(end, end + 24));
    if ((CITED.test(before) && !isTold) || ATTENDED.test(before) !== isAttended) continue;
    return bodyBetween(sentence, start, end);
  }
  return null;
}

// "Buổi đối thoại với doanh nghiệp của UBND thành phố đã diễn ra …"; a document's "của" tells its issuer.
const EVENT_OF = new RegExp(
  `(?<!\\p{L})(?:hội nghị|phiên|cuộc|buổi|kỳ họp|đại hội|lễ|lớp|chương trình)${oneOf`
    (?:(?! (?:nghị quyết|chỉ thị|kết luận|(?<!(?:công bố|trao) )quyết định|quy định|kế hoạch|thông báo|chương trình|đề án|luật|của|do) |\d ?-)
    (?:[^.;,]|,(?= (?:giám sát|kiểm tra|khảo sát|đối thoại|trao|quán triệt|triển khai) ))){0,90}`} của (?=${BODY_HEAD})`,
  'gu',
);
const TAKES_PLACE =
  /^(?:$|[.,]|,? (?:(?:hôm|ngày|sáng|chiều|tối) ){1,2}\d|,? (?:do [^.;]{1,160} chủ trì )?(?:đã |vừa |được ){0,2}(?:diễn ra|khai mạc|bế mạc|tổ chức))/u;

function bodyBehindEvent(sentence: Sentence): string | null {
  for (const { 0: event, index } of sentence.folded.matchAll(EVENT_OF)) {
    const start = index + event.length;
    const end = endOfBody(sentence, start);
    if (HAPPENS.test(sentence.folded) && TAKES_PLACE.test(sentence.folded.slice(end, end + REACH)))
      return bodyBetween(sentence, start, end);
  }
  return null;
}

const HAPPENS =
  /(?<!\p{L})(?:diễn ra|khai mạc|bế mạc|tổ chức|chủ trì|chủ tọa|(?:hôm|sáng|chiều|tối)(?: ngày| nay| qua)?,? ?\(?\d)(?!\p{L})/u;

// "Lãnh đạo huyện dự phiên họp của Ban Chỉ đạo tỉnh": asked last, since who attends may go on to hold another event.
function bodyOfAttended(sentence: Sentence): string | null {
  return bodyOfEvent(sentence, true);
}

const WITH_LEADERS = new RegExp(
  `(?<!\\p{L})đối thoại (?:trực tiếp |định kỳ |trực tuyến ){0,2}(?:với|giữa) (?:(?:các )?(?:đồng chí )?lãnh đạo|người đứng đầu) (?=${BODY_HEAD})`,
  'gu',
);

// "200 thanh niên dự hội nghị đối thoại với lãnh đạo Huyện ủy": told from the side of those who came.
function bodyAddressed(sentence: Sentence): string | null {
  for (const { 0: words, index } of sentence.folded.matchAll(WITH_LEADERS)) {
    const start = index + words.length;
    return bodyBetween(sentence, start, endOfBody(sentence, start));
  }
  return null;
}

// Ordinals, terms and periods follow a body's name without belonging to it.
const NOT_OF_BODY = new RegExp(
  ` (?:\\(|${oneOf`
    lần thứ|thứ \S+|khóa|nhiệm kỳ|mở rộng|quý|tháng|năm \d|đợt|phiên|kỳ họp|hội nghị|về|cùng|giữa|
    và các (?!cơ quan)|chuyên đề|sơ kết|tổng kết|thường kỳ|thường lệ|định kỳ|đột xuất|bất thường`}(?!\\p{L}))`,
  'u',
);
// Behind a place's name only a larger unit or another body goes on.
const PLACE_NAMED =
  /(?:[ủỦ]y|[uU]ỷ|[Tt]ỉnh|[Pp]hố|TP\.?|[Hh]uyện|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]rấn|[Kk]hu|[Tt]hôn) \p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,4}(?= \p{Ll})(?! (?:tỉnh|thành phố|huyện|quận|thị xã|phường|xã|thị trấn|thuộc|với|-|–) )(?! và (?:\p{Lu}|ban |các cơ quan|đoàn |sở |công an ))/u;

function bodyBetween(sentence: Sentence, start: number, end: number): string {
  const cut = NOT_OF_BODY.exec(sentence.folded.slice(start, end));
  const body = sentence.text.slice(start, cut === null ? end : start + cut.index);
  const placed = PLACE_NAMED.exec(body);
  return placed === null ? body : body.slice(0, placed.index + placed[0].length);
}

// Behind what was said: "nói như vậy khi làm việc với Đảng ủy xã".
const WHILE = `(?:[^.;]{0,60} (?:khi|trong (?:buổi|cuộc|chuyến|lúc))(?= ))?`;
const ACTS = new RegExp(
  `^(?:[\\s,)]{0,2}(?:và|cùng)[^.;]{0,160}?)?${WHILE}${oneOf`
    (?:,? (?:đã|vừa|cùng|đi|đến|tới|về|trực tiếp|chủ trì|(?:dẫn đầu|làm trưởng đoàn)[^.;]{0,80}?)){0,3}`},? ${oneOf`
    (?:có )?(?:buổi |cuộc |chương trình )?
    (?:làm việc|đối thoại|tiếp xúc|gặp|tiếp (?:công )?dân|tiếp (?!tục|thu)|kiểm tra|khảo sát|giám sát|thăm|đoàn công tác)`}`,
  'u',
);

// "chủ trì buổi tiếp xúc." and nothing behind it: chairing alone.
const CHAIRS_ALONE = /(?:chủ trì|chủ tọa|điều hành) (?:buổi|cuộc|chương trình) [\p{L} ]{1,20}$/u;
const OF_ACTOR =
  /(?<!\p{L})(?:buổi|cuộc|chuyến) (?:làm việc|đối thoại|tiếp (?:công )?dân|kiểm tra|khảo sát|giám sát|thăm)(?: (?:hôm|ngày|sáng|chiều|tối)[^,.;]{0,20}\d)? của $/u;

// "Đồng chí A, Phó Bí thư Thường trực Tỉnh ủy có buổi làm việc với Thành ủy B": held by the Tỉnh ủy.
function bodyOfActor(sentence: Sentence): string | null {
  for (const { mention } of partsIn(sentence)) {
    const acts = ACTS.exec(sentence.folded.slice(mention.end, mention.end + REACH))?.[0] ?? null;
    const next = acts === null ? '' : sentence.folded.charAt(mention.end + acts.length);
    const isActing =
      (acts !== null && !(CHAIRS_ALONE.test(acts) && /^[.,;]?$/u.test(next))) ||
      OF_ACTOR.test(sentence.folded.slice(Math.max(0, mention.start - 80), mention.start));
    if (!isActing) continue;
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

const BARE_ORGAN = /^(?:ban chấp hành|bch|ban thường vụ|btv|thường trực)$/u;

// The title may print the same body with its place, the lead an organ with its committee.
function fuller(host: string, { title, lead }: Prose): string {
  const titled = title === null ? null : (organiserOf(title) ?? bodyOfEvent(title));
  if (titled !== null && normaliseHost(titled).startsWith(`${normaliseHost(host)} `)) return titled;
  const organ = toSentence(host).folded;
  if (!BARE_ORGAN.test(organ)) return host;
  const whole = new RegExp(
    `(?<!\\p{L})${organ}((?: (?:lần thứ|khóa) [\\p{L}\\d]{1,6}| mở rộng| \\([^)]{1,30}\\)){0,3} (?:của )?)(?=đảng bộ|(?:tỉnh|thành|quận|huyện|thị|đảng) ủy|hđnd)`,
    'u',
  );
  for (const sentence of title === null ? lead : [...lead, title]) {
    const found = whole.exec(sentence.folded);
    if (found === null) continue;
    // "Ban Chấp hành lần thứ 6 của Thành ủy": the committee alone, where something stands between.
    const at = found[1] === ' ' ? found.index : found.index + found[0].length;
    return bodyBetween(sentence, at, endOfPhrase(sentence, at));
  }
  return host;
}
