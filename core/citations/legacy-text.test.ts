import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '../../test/property-runs.ts';
import { type LegacyEncoding, tcvn3Letters, vniLetters } from './legacy-letters.ts';
import { readLegacyText } from './legacy-text.ts';

const VOWELS = 'aăâeêioôơuưy';
const small = [...VOWELS].flatMap((vowel) =>
  ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
);
/** The 134 letters of Vietnamese that are no plain ASCII: 67 small, 67 large. */
const letters = [...small.filter((letter) => letter > 'z'), 'đ'].flatMap((letter) => [letter, letter.toUpperCase()]);

const sentences = [
  'Nghị quyết số 21-NQ/TU ngày 18/01/2023 của Ban Chấp hành Đảng bộ thành phố Cẩm Khê',
  'Ủy ban nhân dân tỉnh ban hành Quyết định số 1207/QĐ-UBND về phê duyệt đề án',
  'Đồng chí Lê Ngọc Thử, Phó Bí thư Thường trực Huyện ủy, kết luận hội nghị',
  'Các đại biểu thống nhất đẩy mạnh tuyên truyền, tổ chức học tập ở những xã vùng sâu',
  'Giữa quý IV, nguyên liệu nhập khẩu giảm; doanh nghiệp khuyến khích hợp tác xã mở rộng',
];

/** Inverse of the tables: what a typist's program would have written. Capitals with a tone are small in TCVN3. */
function typeTcvn3(text: string): string {
  const codes = new Map([...tcvn3Letters].toReversed().map(([code, letter]) => [letter, code]));
  return Array.from(text, (letter) => codes.get(letter) ?? codes.get(letter.toLowerCase()) ?? letter).join('');
}
function typeVni(text: string): string {
  const sameCase = [...vniLetters].filter(([code]) => code === code.toLowerCase() || code === code.toUpperCase());
  const codes = new Map(sameCase.map(([code, letter]) => [letter, code]));
  return Array.from(text, (letter) => codes.get(letter) ?? letter).join('');
}
function encodeTwice(text: string): string {
  return iconv.decode(Buffer.from(text, 'utf8'), 'latin1');
}
const typists: Readonly<Record<LegacyEncoding, (text: string) => string>> = {
  tcvn3: typeTcvn3,
  vni: typeVni,
  'double-utf-8': encodeTwice,
};

describe('the tables of letters', () => {
  it('TCVN3 is what iconv-lite has for it, in all 74 letters', () => {
    const own = [...tcvn3Letters].filter(([code]) => code <= '\u00ff');
    expect(own).toHaveLength(74);
    for (const [code, letter] of own) expect(iconv.decode(Buffer.from(code, 'latin1'), 'tcvn')).toBe(letter);
  });

  it('TCVN3 has every small letter, and the capitals without a tone', () => {
    const has = new Set(tcvn3Letters.values());
    const missing = letters.filter((letter) => !has.has(letter));
    expect(missing).toHaveLength(60);
    expect(missing.every((letter) => letter !== letter.toLowerCase())).toBe(true);
  });

  it('VNI has each of the 134 letters, each in one way if case is set aside', () => {
    expect(new Set(vniLetters.values())).toEqual(new Set(letters));
    expect(letters).toHaveLength(134);
    expect(new Set([...vniLetters.keys()].map((code) => code.toLowerCase())).size).toBe(67);
  });

  it.each([
    ['AÙ', 'Á'],
    ['Aù', 'Á'],
    ['aë', 'ặ'],
    ['eá', 'ế'],
    ['oâ', 'ô'],
    ['ô', 'ơ'],
    ['ôù', 'ớ'],
    ['öï', 'ự'],
    ['ö', 'ư'],
    ['ñ', 'đ'],
    ['í', 'í'],
    ['ó', 'ĩ'],
    ['ò', 'ị'],
    ['æ', 'ỉ'],
    ['î', 'ỵ'],
    ['yõ', 'ỹ'],
  ])('VNI %s is %s', (code, letter) => expect(vniLetters.get(code)).toBe(letter));
});

const cases: readonly { note: string; text: string; encoding: LegacyEncoding; read: string }[] = [
  {
    note: 'one line',
    text: 'NghÞ quyÕt sè 21-NQ/TU ngµy 18/01/2023 cña Thµnh uû',
    encoding: 'tcvn3',
    read: 'Nghị quyết số 21-NQ/TU ngày 18/01/2023 của Thành uỷ',
  },
  { note: 'four words', text: 'Uû ban nh©n d©n', encoding: 'tcvn3', read: 'Uỷ ban nhân dân' },
  { note: 'two words, one of them strange', text: '§¶ng bé', encoding: 'tcvn3', read: 'Đảng bộ' },
  { note: 'four words', text: 'UÛy ban nhaân daân', encoding: 'vni', read: 'Ủy ban nhân dân' },
  { note: 'three words', text: 'Nghò quyeát soá', encoding: 'vni', read: 'Nghị quyết số' },
  { note: 'two words, one of them strange', text: 'Ñaûng boä', encoding: 'vni', read: 'Đảng bộ' },
  { note: 'capitals', text: 'QUYEÁT ÑÒNH soá 7/QÑ-UBND', encoding: 'vni', read: 'QUYẾT ĐỊNH số 7/QĐ-UBND' },
  { note: 'capitals drawn by a font', text: 'uû ban nh©n d©n huyÖn', encoding: 'tcvn3', read: 'uỷ ban nhân dân huyện' },
  { note: 'capitals typed', text: 'NGHÞ QUYÕT cña H§ND TØNH', encoding: 'tcvn3', read: 'NGHỊ QUYẾT của HĐND TỈNH' },
  {
    note: 'ư as soft hyphen, as hyphen and lost',
    text: 'ph\u00ad¬ng h-íng ®-îc th\u00ad ký Thêng vô §¶ng uû, n­íc',
    encoding: 'tcvn3',
    read: 'phương hướng được thư ký Thường vụ Đảng uỷ, nước',
  },
  {
    note: 'punctuation of Unicode in it',
    text: '“Chñ tÞch” – ViÖt Nam… sè 5/Q§-UBND',
    encoding: 'tcvn3',
    read: '“Chủ tịch” – Việt Nam… số 5/QĐ-UBND',
  },
  {
    note: 'tags in it',
    text: '<p class="Normal"><font face=".VnTime">ChØ thÞ cña Huyện</font> hội ®ång nh©n d©n, tæ chøc thùc hiÖn</p>'
      .replace('Huyện', 'huyÖn')
      .replace('hội', 'héi'),
    encoding: 'tcvn3',
    read: '<p class="Normal"><font face=".VnTime">Chỉ thị của huyện</font> hội đồng nhân dân, tổ chức thực hiện</p>',
  },
  {
    note: 'lines too short to tell go with the others',
    text: 'Sè: 12\n\nKÝnh göi:\nthµnh phè; xem NghÞ quyÕt sè 3\nsè 4',
    encoding: 'tcvn3',
    read: 'Số: 12\n\nKính gửi:\nthành phố; xem Nghị quyết số 3\nsố 4',
  },
  {
    note: 'lines that tell only together',
    text: 'QuyÕt\n®Þnh',
    encoding: 'tcvn3',
    read: 'Quyết\nđịnh',
  },
  {
    note: 'one legacy line among ordinary ones',
    text: 'Thông báo công tác\nTỉnh ủy Cẩm Khê họp.\nthùc hiÖn ChØ thÞ sè 18-CT/TW\nHội nghị bế mạc.\nThông báo khác',
    encoding: 'tcvn3',
    read: 'Thông báo công tác\nTỉnh ủy Cẩm Khê họp.\nthực hiện Chỉ thị số 18-CT/TW\nHội nghị bế mạc.\nThông báo khác',
  },
  {
    note: 'two encodings, named by the larger part',
    text: 'Chæ thò veà coâng taùc caùn boä cuûa Tænh uûy\nNghÞ quyÕt míi',
    encoding: 'vni',
    read: 'Chỉ thị về công tác cán bộ của Tỉnh ủy\nNghị quyết mới',
  },
  {
    note: 'UTF-8 read as windows-1252',
    text: 'Nghá»‹ quyáº¿t sá»‘ 21-NQ/TU ngÃ y 18/01, Ä‘á»“ng chÃ­ BÃ­ thÆ°',
    encoding: 'double-utf-8',
    read: 'Nghị quyết số 21-NQ/TU ngày 18/01, đồng chí Bí thư',
  },
  {
    note: 'decomposed ordinary lines are composed',
    text: `${'Tỉnh ủy Cẩm Khê'.normalize('NFD')}\nthùc hiÖn ChØ thÞ sè 18-CT/TW`,
    encoding: 'tcvn3',
    read: 'Tỉnh ủy Cẩm Khê\nthực hiện Chỉ thị số 18-CT/TW',
  },
];

describe('readLegacyText reads', () => {
  it.each(cases)('$encoding: $note', ({ text, encoding, read }) => {
    expect(readLegacyText(text)).toMatchObject({ encoding, text: read });
  });

  it.each(['tcvn3', 'vni', 'double-utf-8'] as const)(
    '%s: what was typed, sentence by sentence and in one',
    (encoding) => {
      for (const text of [...sentences, sentences.join('\r\n\r\n')]) {
        expect(readLegacyText(typists[encoding](text))).toMatchObject({ encoding, text: foldCapitals(encoding, text) });
      }
    },
  );

  it('text encoded three times, with the way back', () => {
    const text = encodeTwice(encodeTwice('Hội nghị nghe báo cáo về Nghị quyết số 21-NQ/TU của Tỉnh ủy'));
    const read = readLegacyText(text);
    expect(read).toMatchObject({
      encoding: 'double-utf-8',
      text: 'Hội nghị nghe báo cáo về Nghị quyết số 21-NQ/TU của Tỉnh ủy',
    });
    const at = read?.text.indexOf('Nghị quyết') ?? -1;
    expect(text.slice(read?.startOf(at), read?.endOf(at + 10))).toBe(encodeTwice(encodeTwice('Nghị quyết')));
  });

  it('leads back to the text as given', () => {
    const text = `Hội nghị tỉnh\n${typeVni('Chỉ thị số 18-CT/TW của Ban Bí thư Trung ương Đảng')}`;
    const read = readLegacyText(text);
    const at = read?.text.indexOf('Trung ương') ?? -1;
    expect(at).toBeGreaterThan(0);
    expect(text.slice(read?.startOf(at), read?.endOf(at + 'Trung ương'.length))).toBe('Trung öông');
    expect(text.slice(read?.startOf(at - 4), read?.endOf(at - 1))).toBe('thö');
    expect([read?.startOf(0), read?.endOf(0), read?.startOf(10_000), read?.endOf(10_000)]).toEqual([
      0,
      0,
      text.length,
      text.length,
    ]);
  });
});

/** The capitals that TCVN3 cannot tell: those of a word that is not all in capitals. */
function foldCapitals(encoding: LegacyEncoding, text: string): string {
  if (encoding !== 'tcvn3') return text;
  return text.replace(/\p{L}+/gu, (word) =>
    word === word.toUpperCase() && word.length > 2
      ? word
      : Array.from(word, (letter) =>
          'ĂÂÊÔƠƯĐ'.includes(letter) || letter <= 'z' ? letter : letter.toLowerCase(),
        ).join(''),
  );
}

const ordinary: readonly string[] = [
  ...sentences,
  ...sentences.map((sentence) => sentence.normalize('NFD')),
  '',
  'Thông báo',
  'công tác tháng 5',
  'Thông tri 05-TT/TW, công văn 12-CV/TU',
  'Báo cáo 3\n\ncông tác xã, ba bên\nvà các ban',
  'Lê Thành Công, Trần Vũ',
  'sè',
  'soá',
  '12-NQ/TU',
  '§ 5, ¶ 3 © 2020 «Tin» ® ½ m² 10°C ±5µm, 10 µg',
  'A. Xu¹, B. Ng², C. Smith¹ and D. Hu³',
  'Où est passé le garçon français ? À côté de la forêt, là-bas : été, août, naïf, Noël.',
  'Aéroport de Saint-Saëns; où aller? Où?',
  'El niño español comió piñas mañana; año, señor, corazón, ESPAÑA',
  'Ação, não, coração, português, três irmãos, você',
  'Für größere Städte wäre es schön, müßig über Äpfel zu reden.',
  'Nå må vi gå så får vi se på året; også død, være, blåbær',
  'Þetta er íslenska, það er gott að vera hér á Íslandi',
  'Đắk Lắk, Krông Búk, Kông Chro, Êa Súp',
  'Krông Búk, Kông Chro, Pác Bó, Sa Pa, Mê Kông',
  'ca-nô, a-xít, ô-xy, pê-đan, xoong, boong-ke, alô',
];

describe('readLegacyText leaves alone', () => {
  it.each(ordinary)('%j', (text) => expect(readLegacyText(text)).toBeNull());

  it(
    'any text of ordinary Vietnamese',
    () => {
      const word = fc.constantFrom(...sentences.flatMap((sentence) => sentence.split(' ')), '\n', '–', '“', '…');
      fc.assert(
        fc.property(fc.array(word, { maxLength: 60 }), (words) => readLegacyText(words.join(' ')) === null),
        propertyRuns(300),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );
});

const chars = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.constantFrom(...[...tcvn3Letters.keys()], ...[...vniLetters.keys()], ...'ngthc \n-<&'), { maxLength: 80 })
    .map((parts) => parts.join('')),
);
const anchors = Object.values(typists).map((type) => type('Nghị quyết của Đảng bộ và Ủy ban nhân dân'));

describe('any text', () => {
  it(
    'is read into NFC with offsets that never go back',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom('', ...anchors),
          chars,
          chars,
          fc.constantFrom(' ', '\n'),
          (anchor, one, two, gap) => {
            const text = one + gap + anchor + gap + two;
            const read = readLegacyText(text);
            if (read === null) return;
            expect(read.text).toBe(read.text.normalize('NFC'));
            let last = 0;
            for (let at = 0; at < read.text.length; at += 1) {
              const start = read.startOf(at);
              const end = read.endOf(at + 1);
              expect(start).toBeGreaterThanOrEqual(last);
              expect(end).toBeGreaterThan(start);
              last = start;
            }
            expect(read.endOf(read.text.length)).toBe(text.length);
          },
        ),
        propertyRuns(500),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );
});
