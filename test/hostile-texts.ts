/**
 * Texts that attack a reader of citations: the tests prove that they come to an end with offsets that hold, the bench how
 * their time grows with their size.
 */

const times = (text: string) => (size: number) => text.repeat(Math.ceil(size / text.length));
const numbered = (print: (value: number) => string, joint: string) => (size: number) => {
  const parts: string[] = [];
  for (let value = 1, length = 0; length < size; value += 1) {
    parts.push(print(value));
    length += (parts.at(-1)?.length ?? 0) + joint.length;
  }
  return parts.join(joint);
};

/** Texts made to run a careless pattern or a nested loop away, each of about the size asked for. */
export const hostileTexts: Readonly<Record<string, (size: number) => string>> = {
  digits: times('7'),
  'dashes behind digits': times('1-'),
  'slashes behind digits': times('1/'),
  'dots behind digits': times('1.'),
  'digits apart': times('1 '),
  'scanned digits': times('1l0O'),
  'open brackets': times('('),
  letters: times('A'),
  units: (size) => `1/NQ-${'A-'.repeat(size / 2)}`,
  'a symbol without end': (size) => `1/NQ-${'A'.repeat(size)}`,
  'codes glued to codes': times('1-NQ/TU-'),
  'type words without numbers': times('Nghị quyết số '),
  'type words with the same number': times('Nghị quyết số 1 '),
  'số số số': (size) => `${'số '.repeat(size / 3)}1`,
  'laws without numbers': (size) => `${'luật đất đai '.repeat(size / 13)}số 1/2020/QH14`,
  'của của của': (size) => `${'quyết định của '.repeat(size / 15)}số 1`,
  'a list of numbers': (size) => `khoản ${numbered(String, ', ')(size)}`,
  'a list waiting for its suffix': (size) => `các Nghị quyết số ${numbered(String, ', ')(size)}-NQ/TW`,
  'the same code': times('Nghị quyết số 21-NQ/TU. '),
  'other codes': numbered((value) => `Nghị quyết số ${value}-NQ/TU`, '; '),
  'the same number under other issuers': numbered(
    (value) => `Nghị quyết số 1-NQ/X${'ABCDEFGHIJ'.charAt(value % 10)}Y`,
    '. Nghị quyết 1; ',
  ),
  'short forms': numbered((value) => `Nghị quyết số ${value}`, '; '),
  'short forms, then their codes': (size) =>
    numbered((value) => `thông báo ${value} ca`, '. ')(size / 2) +
    numbered((value) => ` Chỉ thị ${value}-CT/TU`, '.')(size / 2),
  'codes, then their short forms': (size) =>
    numbered((value) => `Thông báo số ${value}-TB/TU`, '. ')(size / 2) +
    numbered((value) => ` thông báo ${value} ca`, '.')(size / 2),
  'back-references': times('Chỉ thị này. Nghị quyết số 1-NQ/TU. '),
  'issuers without verbs': times('UBND tỉnh '),
  'issuers with verbs': times('UBND tỉnh ban hành 1 '),
  subjects: times('Nghị quyết số 1-NQ/TU về '),
  dates: times('ngày 1/2/2020 '),
  blanks: times(' '),
  'line ends': times(' \n'),
  'combining marks': (size) => `a${'\u0301'.repeat(size)}`,
  'soft hyphens': times('\u00ad'),
  ampersands: times('&'),
  entities: times('&#272;'),
  'angle brackets': times('<'),
  'tags without end': times(`<a ${'x'.repeat(190)}`),
  'other planes': times('😀'),
  decomposed: times('Nghị quyết số 21-NQ/TU '.normalize('NFD')),
  pinpoints: times('khoản 1, khoản 2, khoản 3 Điều 5 Nghị định số 1/2020/NĐ-CP, '),
  'pinpoints without a document': times('điểm a khoản 1 Điều 2, '),
  'table rows': times('| Quyết định | 1/QĐ-UBND | 1/2/2020 |\n'),
  headings: times('TỈNH HẠ KHÊ\n'),
  'cities said to be central': times('thành phố Hạ Khê (trực thuộc Trung ương) '),
  'a TCVN3 line a letter': times('®\n'),
  names: times('của Bí thư Thành ủy Hạ Khê Nguyễn Văn An 1 '),
};
