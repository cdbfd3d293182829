/**
 * Which part a person took, from the words behind a mention (đồng chí A chủ trì hội nghị) or before it (Chủ trì hội
 * nghị có đồng chí A).
 *
 * A chair is stated only by chủ trì, chủ tọa, điều hành, and only of an event: who is told to chủ trì, phối hợp a task,
 * to chủ trì soạn thảo, or leads a research topic chairs nothing. Directing, concluding and leading a delegation are
 * roles of their own. Of several verbs the strongest counts.
 */
import type { ParticipantRole } from './meeting.ts';
import { oneOf } from './pattern.ts';

/** Strongest first: the part by which a person is remembered when several are told. */
export const rolesByStrength: readonly ParticipantRole[] = [
  'chair',
  'co_chair',
  'head_of_delegation',
  'directing_guest',
  'concluding',
  'host',
  'presenter',
  'speaker',
  'attendee',
  'signer',
];

export function strongerRole(a: ParticipantRole | null, b: ParticipantRole | null): ParticipantRole | null {
  if (a === null || b === null) return a ?? b;
  return rolesByStrength.indexOf(a) <= rolesByStrength.indexOf(b) ? a : b;
}

const LONGEST_TAIL = 200;
const MOST_PHRASES = 4;

/** The role told by the words directly behind a mention, up to the next one or the end of the sentence. */
export function roleAfter(folded: string): ParticipantRole | null {
  const phrases = folded
    .slice(0, LONGEST_TAIL)
    .replace(TASKED, '·')
    .replace(/^[\s,)–-]+/u, '')
    .replace(ADVERBS, '')
    .split(/(?:,| và|;) /u)
    .slice(0, MOST_PHRASES);
  let role: ParticipantRole | null = null;
  for (const phrase of phrases) {
    const verb = phrase.trim().replace(ADVERBS, '');
    const row = afterRows.find((candidate) => candidate.verb.test(verb));
    if (row !== undefined) role = strongerRole(role, row.role);
    else if (role !== null || !ASIDE.test(verb)) break;
    if (row?.opensSpeech) break;
  }
  return role;
}

/** The role told by the words between the previous mention, or the start of the sentence, and this one. */
export function roleBefore(folded: string): ParticipantRole | null {
  const leadIn = folded.slice(-LONGEST_TAIL).replace(TASKED, '·').trim();
  return beforeRows.find(({ verb }) => verb.test(leadIn))?.role ?? null;
}

/** Whether the words before a mention bar it from a part: "giao đồng chí A chủ trì", "theo đồng chí B". */
export function isReferredTo(folded: string): boolean {
  const leadIn = folded.slice(-LONGEST_TAIL).trim();
  return REFERRED_TO.test(leadIn) && !BY_PART_OF.test(leadIn);
}

interface RoleRow {
  readonly role: ParticipantRole;
  readonly verb: RegExp;
  /** What follows is what the person says or assigns, not what else the person does. */
  readonly opensSpeech?: true;
}

const EVENT = oneOf`
  hội nghị|hội thảo|cuộc|buổi|phiên|kỳ họp|đại hội|lễ|giao ban|họp|tọa đàm|chương trình|toàn bộ|đối thoại|tiếp|
  sinh hoạt|điểm cầu|tại|phần|thảo luận|sơ kết|tổng kết|làm việc`;
const TASK = oneOf`
  phối hợp|tham mưu|soạn thảo|xây dựng|biên soạn|nghiên cứu|thực hiện|triển khai|rà soát|đề tài|đề án|dự án|
  chỉ đạo thực hiện|xử lý|giải quyết|đôn đốc|theo dõi|hướng dẫn`;
const TASKED = new RegExp(`(?:đồng |cùng )?chủ (?:trì|tọa)(?:,| và|, và)? ${TASK}`, 'gu');
const CHAIRED = `(?:chủ trì|chủ tọa)(?=$|[.)”"…]| ${EVENT}| vừa | (?:đã |vừa |được ){0,2}(?:diễn ra|khai mạc|bế mạc))`;
const SPEAKS = oneOf`
  nêu|nhấn mạnh|khẳng định|đề nghị|yêu cầu|kiến nghị|cho biết|cho rằng|bày tỏ|ghi nhận|đánh giá|biểu dương|lưu ý|
  chỉ rõ|gợi ý|giải trình|trả lời|làm rõ|chúc mừng|kêu gọi|phân tích|đề xuất|phản ánh|giao|thông tin|tiếp thu|mong muốn`;
const RECEIVES = oneOf`
  làm việc(?!\p{L})|đối thoại|tiếp xúc|tiếp (?:công )?dân|kiểm tra|khảo sát|giám sát|thăm|tiếp (?!tục|thu|theo)|gặp`;
const NO_ATTENDING = '(?! thảo| án| toán| kiến| khuyết)(?!\\p{L})';

function after(role: ParticipantRole, verb: string): RoleRow {
  return { role, verb: new RegExp(`^(?:${verb})`, 'u') };
}

// Tried in this order on each verb phrase behind a mention.
const afterRows: readonly RoleRow[] = [
  after('co_chair', `(?:đồng|cùng) ${CHAIRED}`),
  after('co_chair', `(?:đồng|cùng) điều hành(?=$|[.)…]| ${EVENT})`),
  after('chair', CHAIRED),
  after('chair', `điều hành ${EVENT}`),
  after('head_of_delegation', '(?:làm |là )?trưởng đoàn|dẫn đầu'),
  after('directing_guest', 'phát biểu(?: \\p{L}+){0,4} chỉ đạo|chỉ đạo$'),
  after('directing_guest', 'chỉ đạo (?:hội nghị|đại hội|kỳ họp|buổi|cuộc|phiên|tại)'),
  after('concluding', '(?:phát biểu )?(?:bế mạc và )?kết luận'),
  after('host', `(?:có |tiến hành )?(?:buổi |cuộc |chương trình )?${RECEIVES}`),
  after('presenter', 'trình bày|báo cáo(?! viên)|thông qua|quán triệt|truyền đạt|phổ biến|giới thiệu'),
  after('attendee', `(?:cùng )?(?:tham |tới |đến |về )?dự${NO_ATTENDING}|có mặt|tham gia`),
  after('speaker', 'phát biểu|tham luận'),
  { ...after('speaker', SPEAKS), opensSpeech: true },
  after('signer', 'ký(?!\\p{L})'),
];

const ADVERB = oneOf`
  đã|cũng|đang|vừa|đều|trực tiếp|tiếp tục|sẽ|còn|làm (?=chủ)|(?:là )?người (?=(?:đồng )?(?:chủ (?:trì|tọa)|điều hành))|được phân công|được ủy quyền|
  (?:đến|tới|về|đi) (?=kiểm tra|thăm|làm việc|khảo sát|giám sát|tiếp)|
  thay mặt[^,;.]{0,80}? (?=chủ trì|kết luận|phát biểu|trình bày|báo cáo)|
  đại diện [^,;.]{0,80}? (?=phát biểu|trình bày|tham luận|báo cáo)|
  cùng (?:các |toàn thể |lãnh đạo |đại diện |đoàn )[^;.]{0,100}? (?=chủ trì|chủ tọa|đồng chủ trì|điều hành|dự|tham dự|kiểm tra|thăm)`;
const ADVERBS = new RegExp(`^(?:${ADVERB} ?){1,3}`, 'u');
// What may stand between name and verb: ", đại diện cử tri phường Bến Đá, phát biểu".
const ASIDE = new RegExp(
  `^${oneOf`
    đại diện|thay mặt|cùng|nguyên|người|cán bộ|đảng viên|cử tri|hộ dân|chủ hộ|ở|trú tại|khu|thôn|tổ|phường|xã|là|
    nhiệm kỳ|khóa`}`,
  'u',
);

const OPENS = '(?:^|[,;:] |(?:dự|chỉ đạo) và |dự, )(?:và )?(?:người |tham gia |(?:ngồi )?ghế |(?:ở )?vị trí )?';
const INTRODUCES =
  '[^.;]{0,150}(?:,| có| là| gồm| gồm có| còn có| do| :|:| của)(?: sự (?:tham dự|có mặt|hiện diện) của)?$';

function before(role: ParticipantRole, verb: string): RoleRow {
  return { role, verb: new RegExp(`${verb}${INTRODUCES}`, 'u') };
}

const beforeRows: readonly RoleRow[] = [
  before('co_chair', `${OPENS}(?:đồng|cùng) (?:chủ trì|chủ tọa|điều hành)`),
  before('chair', `${OPENS}(?:chủ trì|chủ tọa|điều hành ${EVENT})(?!\\p{L})`),
  { role: 'chair', verb: /sự (?:chủ trì|chủ tọa|điều hành)(?: trực tiếp)? của(?: các đồng chí [^.;:]{0,60}:)?$/u },
  before('directing_guest', 'dự[^.;:]{0,50}(?:,| và) (?:phát biểu )?chỉ đạo'),
  before('directing_guest', `${OPENS}(?:phát biểu[^.;,]{0,20} chỉ đạo|chỉ đạo (?:tại )?${EVENT})`),
  before('concluding', `${OPENS}(?:phát biểu )?(?:bế mạc và )?kết luận`),
  { role: 'head_of_delegation', verb: /(?:trưởng đoàn|dẫn đầu đoàn)(?: công tác| giám sát| kiểm tra)? (?:là|có)$/u },
  before('presenter', `${OPENS}(?:trình bày|báo cáo|thông qua|quán triệt|truyền đạt)`),
  before('attendee', `(?:^|[^\\p{L}])(?:cùng |tham |đến |về |tới ){0,2}dự${NO_ATTENDING}`),
  { role: 'attendee', verb: /(?:tham dự|tham gia|có mặt)(?: của| có)?$/u },
  before('speaker', `${OPENS}(?:phát biểu|tham luận|giải trình|trả lời)`),
];

const REFERRED_TO = new RegExp(
  `(?<!\\p{L})${oneOf`
    giao(?: cho)?|phân công|đề nghị|yêu cầu|cử|ủy quyền(?: cho)?|mời|của|theo|như|bởi|thay|với|gia đình|tặng|thăm|cho|
    gửi|đối với|về|từ|(?:đề tài|đề án|dự án|nhiệm vụ)[^.;]{0,60} do`}$`,
  'u',
);
const BY_PART_OF = /sự (?:chủ trì|chủ tọa|điều hành|tham dự|có mặt|tham gia|hiện diện)(?: trực tiếp)? của$/u;
