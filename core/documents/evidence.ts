/**
 * The reasons that the resolver gives, worded for readers: a short sentence a clerk can read, Vietnamese or English.
 *
 * Reasons are kept as a code and the words of the text they rest on, so that they can be worded again in any language.
 */
import type { Evidence } from './document.ts';

export type EvidenceLanguage = 'vi' | 'en';

type Wording = (params: Readonly<Record<string, string>>) => string;

/** Every code of evidence that is ever recorded, with its words. */
const WORDINGS = {
  'decided-by': {
    vi: ({ by, reason }) => `${by} đã xác định văn bản này: ${reason}.`,
    en: ({ by, reason }) => `${by} decided that it is this document: ${reason}.`,
  },
  'rejected-by': {
    vi: ({ by, reason }) => `${by} đã bác liên kết này: ${reason}.`,
    en: ({ by, reason }) => `${by} rejected the link: ${reason}.`,
  },
  'issuer-named': {
    vi: ({ issuer }) => `Nguồn nêu cơ quan ban hành: ${issuer}.`,
    en: ({ issuer }) => `The source names the issuer: ${issuer}.`,
  },
  'issuer-outranks-symbol': {
    vi: ({ issuer, printed }) =>
      `Nguồn viết ${printed} nhưng nêu ${issuer}; cơ quan được nêu tên có giá trị hơn ký hiệu.`,
    en: ({ issuer, printed }) =>
      `The source prints ${printed} but names ${issuer}; the named issuer outranks the symbol.`,
  },
  'symbol-national': {
    vi: ({ symbol, issuer }) => `Ký hiệu ${symbol} chỉ có một cơ quan: ${issuer}.`,
    en: ({ symbol, issuer }) => `Only one body bears the symbol ${symbol}: ${issuer}.`,
  },
  'place-in-text': {
    vi: ({ place }) => `Bài viết nói về ${place}.`,
    en: ({ place }) => `The text speaks of ${place}.`,
  },
  'place-of-source': {
    vi: ({ place }) => `Nguồn tin thuộc ${place}.`,
    en: ({ place }) => `The source is of ${place}.`,
  },
  'place-of-table': {
    vi: ({ place, province }) => `${place} thuộc ${province}.`,
    en: ({ place, province }) => `${place} lies in ${province}.`,
  },
  'place-merged': {
    vi: ({ place, into, date }) => `${place} đã sáp nhập vào ${into} từ ngày ${date}.`,
    en: ({ place, into, date }) => `${place} went into ${into} on ${date}.`,
  },
  'host-is-issuer': {
    vi: ({ host }) => `Đơn vị tổ chức cuộc họp là ${host}.`,
    en: ({ host }) => `The meeting is held by ${host}.`,
  },
  'unnamed-fits': {
    vi: ({ body }) => `Ký hiệu hợp với ${body}, nhưng cũng hợp với cơ quan khác mà bài viết không nêu rõ.`,
    en: ({ body }) => `The symbol fits ${body}, but also another body that the text does not name.`,
  },
  'only-body': {
    vi: ({ body }) => `Trong phạm vi bài viết chỉ có ${body} mang ký hiệu này.`,
    en: ({ body }) => `Within this text only ${body} bears the symbol.`,
  },
  'same-text': {
    vi: ({ code }) => `Cùng bài viết đã nêu đầy đủ ${code}.`,
    en: ({ code }) => `The same text gives ${code} in full.`,
  },
  'several-in-text': {
    vi: ({ code, count }) => `Cùng bài viết nêu ${count} văn bản mang số hiệu ${code}.`,
    en: ({ code, count }) => `The same text gives ${count} documents with the code ${code}.`,
  },
  'province-elsewhere': {
    vi: ({ body, province }) => `Bài viết khác cho biết ${body} thuộc ${province}.`,
    en: ({ body, province }) => `Other articles tell that ${body} is of ${province}.`,
  },
  'date-printed': {
    vi: ({ date, term }) => `Ngày văn bản ${date} thuộc nhiệm kỳ ${term}.`,
    en: ({ date, term }) => `Its date ${date} falls in the term ${term}.`,
  },
  'date-of-article': {
    vi: ({ date, term }) => `Không nêu ngày văn bản; lấy nhiệm kỳ ${term} theo ngày bài viết ${date}.`,
    en: ({ date, term }) => `No date is printed; the term ${term} runs on the article’s day ${date}.`,
  },
  'listed-earlier': {
    vi: ({ date, running }) =>
      `Không nêu ngày văn bản. Danh mục văn bản Trung ương có số này ban hành ngày ${date}, không có văn bản cùng số của nhiệm kỳ ${running}.`,
    en: ({ date, running }) =>
      `No date is printed. The list of the centre’s acts has this number of ${date}, and none of the term ${running}.`,
  },
  'listed-of-other': {
    vi: ({ date, issuer, named }) =>
      `Không nêu ngày văn bản. Danh mục văn bản Trung ương có số này ban hành ngày ${date}, nhưng của ${issuer}; nguồn ghi ${named}.`,
    en: ({ date, issuer, named }) =>
      `No date is printed. The list of the centre’s acts has this number of ${date}, but by ${issuer}; the source says ${named}.`,
  },
  'listed-subject': {
    vi: ({ date }) => `Trích yếu khớp với văn bản cùng số ban hành ngày ${date} trong danh mục văn bản Trung ương.`,
    en: ({ date }) => `Its subject is that of the act of this number of ${date} in the list of the centre’s acts.`,
  },
  'term-years': {
    vi: ({ term }) => `Nguồn nêu nhiệm kỳ ${term}.`,
    en: ({ term }) => `The source says the term ${term}.`,
  },
  'term-printed': {
    vi: ({ congress, term }) => `Nguồn nêu khóa ${congress}, tức nhiệm kỳ ${term}.`,
    en: ({ congress, term }) => `The source prints term no. ${congress}, which is ${term}.`,
  },
  'body-ended': {
    vi: ({ body, date, term }) =>
      `${body} không còn vào ngày ${date}; nhiệm kỳ sau cùng là ${term}, nhưng nguồn không nêu ngày văn bản.`,
    en: ({ body, date, term }) => `${body} was no more on ${date}; its last term was ${term}, but no date is printed.`,
  },
  'year-of-date': {
    vi: ({ date }) => `Năm lấy theo ngày văn bản ${date}.`,
    en: ({ date }) => `The year is that of its date ${date}.`,
  },
  'year-in-code': {
    vi: ({ year }) => `Số hiệu có năm ${year}.`,
    en: ({ year }) => `The code bears the year ${year}.`,
  },
  'assembly-term': {
    vi: ({ term }) => `Ký hiệu nêu Quốc hội khóa ${term}.`,
    en: ({ term }) => `The symbol names National Assembly term ${term}.`,
  },
  'only-known': {
    vi: ({ from, to }) => `Là văn bản duy nhất cùng cơ quan, loại và số mà kho biết trong các năm ${from}–${to}.`,
    en: ({ from, to }) => `The only one of its issuer, type and number that the archive knows from ${from} to ${to}.`,
  },
  'same-day': {
    vi: ({ date }) => `Bài viết khác nêu đầy đủ văn bản cùng số hiệu, cùng ngày ${date}.`,
    en: ({ date }) => `Other articles give the document of this code and date ${date} in full.`,
  },
  'same-subject': {
    vi: ({ subject }) => `Bài viết khác nêu đầy đủ văn bản cùng số hiệu về “${subject}”.`,
    en: ({ subject }) => `Other articles give the document of this code on “${subject}” in full.`,
  },
  'several-bodies': {
    vi: ({ bodies }) => `Ký hiệu này hợp với nhiều cơ quan: ${bodies}.`,
    en: ({ bodies }) => `Several bodies fit the symbol: ${bodies}.`,
  },
  'several-known': {
    vi: ({ count }) => `Kho biết ${count} văn bản hợp với lượt nhắc này.`,
    en: ({ count }) => `The archive knows ${count} documents that fit.`,
  },
  'number-after': {
    vi: ({ other, date }) => `Cùng loại, số ${other} nhỏ hơn và ban hành ngày ${date}: văn bản này không sớm hơn.`,
    en: ({ other, date }) => `No. ${other}, which is lower, is of ${date}: this one is no earlier.`,
  },
  'number-before': {
    vi: ({ other, date }) => `Cùng loại, số ${other} lớn hơn và ban hành ngày ${date}: văn bản này không muộn hơn.`,
    en: ({ other, date }) => `No. ${other}, which is higher, is of ${date}: this one is no later.`,
  },
  'number-too-early': {
    vi: ({ date, other, otherDate }) =>
      `Ngày ${date} trái thứ tự số: số ${other} nhỏ hơn mà ban hành ngày ${otherDate}; có thể in nhầm.`,
    en: ({ date, other, otherDate }) =>
      `${date} breaks the order of numbers: no. ${other}, which is lower, is of ${otherDate}; likely a misprint.`,
  },
  'number-too-late': {
    vi: ({ date, other, otherDate }) =>
      `Ngày ${date} trái thứ tự số: số ${other} lớn hơn mà ban hành ngày ${otherDate}; có thể in nhầm.`,
    en: ({ date, other, otherDate }) =>
      `${date} breaks the order of numbers: no. ${other}, which is higher, is of ${otherDate}; likely a misprint.`,
  },
  'no-issuer': {
    vi: () => 'Không đủ căn cứ để biết cơ quan ban hành.',
    en: () => 'Nothing tells the issuing body.',
  },
  'no-term': {
    vi: () => 'Không có ngày để biết nhiệm kỳ.',
    en: () => 'No date tells the term.',
  },
  'between-terms': {
    vi: ({ terms }) => `Ngày rơi vào mùa đại hội, chưa rõ nhiệm kỳ: ${terms}.`,
    en: ({ terms }) => `The date falls in congress season, between terms: ${terms}.`,
  },
  'earlier-day': {
    vi: ({ day, term }) => `Sau số hiệu có ngày ${day}, trước nhiệm kỳ ${term} của ngày đăng; chưa rõ nhiệm kỳ.`,
    en: ({ day, term }) =>
      `Behind the code stands ${day}, before the term ${term} of the article; which is meant is open.`,
  },
  'no-year': {
    vi: () => 'Số hiệu không có năm và nguồn không nêu ngày.',
    en: () => 'The code bears no year and the source gives no date.',
  },
  'name-known': {
    vi: ({ name }) => `${name} là tên gọi quen dùng của văn bản này.`,
    en: ({ name }) => `${name} is a name by which this document is known.`,
  },
  'no-code': {
    vi: () => 'Nguồn không nêu đủ số hiệu.',
    en: () => 'The source does not give the whole code.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<EvidenceLanguage, Wording>>>>;

const ALL_WORDINGS: Readonly<Record<string, Readonly<Record<EvidenceLanguage, Wording>> | undefined>> = WORDINGS;

export type EvidenceCode = keyof typeof WORDINGS;

/** Every code there is, for whoever shows or checks them all. */
export const evidenceCodes: readonly string[] = Object.keys(WORDINGS);

/** A reason to be kept. */
export function evidence(code: EvidenceCode, params: Readonly<Record<string, string>> = {}): Evidence {
  return { code, params };
}

/** The reason as a sentence; a code from another version of the program is given as it is. */
export function wordEvidence({ code, params }: Evidence, language: EvidenceLanguage): string {
  const wording = ALL_WORDINGS[code];
  if (wording === undefined) return code;
  return wordDays(wording[language](params), language);
}

/**
 * A sentence with its ISO days as readers write them.
 *
 * @example wordDays('Đã có từ 2023-03-21.', 'vi') // 'Đã có từ 21/3/2023.'; in English 21 Mar 2023
 */
export function wordDays(sentence: string, language: EvidenceLanguage): string {
  return sentence.replace(ISO_DAY, (iso: string, year: string, month: string, day: string) => {
    const name = MONTHS[Number(month) - 1];
    if (name === undefined) return iso;
    return language === 'vi' ? `${Number(day)}/${Number(month)}/${year}` : `${Number(day)} ${name} ${year}`;
  });
}

const ISO_DAY = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
