import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '../../test/property-runs.ts';
import { composeSlice, foldKey, foldText } from './fold.ts';

const folds: readonly [note: string, printed: string, folded: string][] = [
  ['marks and case', 'Nghị quyết ỦY BAN', 'nghi quyet uy ban'],
  ['both places of the tone', 'uỷ ủy hoà hòa khoá khóa', 'uy uy hoa hoa khoa khoa'],
  ['decomposed marks', 'Thành ủy Hạ Khê'.normalize('NFD'), 'thanh uy ha khe'],
  ['every barred d', 'ĐđÐðƉɖ', 'dddddd'],
  ['horns', 'ƯƠươ', 'uouo'],
  ['other scripts and private signs', 'a漢한\ue000あb', 'a¤¤¤¤b'],
  ['dashes', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d', '--------'],
  ['slashes', '1\u20442\u22153\uff0f4', '1/2/3/4'],
  ['invisible signs', 'a\u00adb\u200bc\ufeffd\u200ee', 'abcde'],
  ['blanks of all widths', 'a\u00a0b\u202fc\u2003d\te', 'a b c d e'],
  ['a run of blanks', 'a \u00a0\t b', 'a b'],
  ['a line end among blanks', 'a \r\n  b', 'a\nb'],
  ['a blank line', 'a \n \t\n b', 'a\fb'],
  ['many blank lines', 'a\n\n\n\nb', 'a\fb'],
  ['line and paragraph separators', 'a\u2028b\u2029c', 'a\nb\fc'],
  ['Cyrillic and Greek look-alikes', '\u0422\u0421\u041d \u0391\u0392\u039f', 'tch abo'],
  ['full-width letters and digits', '\uff21\uff11', 'a1'],
  ['mathematical letters and digits', '\u{1d400}\u{1d7d2}', 'a4'],
  ['superscripts are no digits', '18² m³ ¹', '18² m³ ¹'],
  ['other planes are one foreign sign', 'a😀b', 'a¤b'],
  ['half a surrogate pair', 'a\ud83db', 'a¤b'],
  ['entities', 'a&nbsp;b&ndash;c&shy;d&amp;e', 'a b-cd&e'],
  ['entities of letters', 'Q&#272; Q&#x110; Q&ETH; Q&Dstrok; T&#431; &Agrave;', 'qd qd qd qd tu a'],
  ['unknown entities', '&bogus; &#0; &#xD800; & &;', '¤ ¤ ¤ & &;'],
  ['tags vanish, block tags part', 'a<b>b</b><i class="x">c</i><br/>d<p>e', 'abc d e'],
  ['a lone angle bracket', 'a < b > c', 'a < b > c'],
  ['nothing', '', ''],
];

describe('foldText', () => {
  it.each(folds)('%s', (_note, printed, folded) => {
    expect(foldText(printed).text).toBe(folded);
  });

  it('finds the way back past marks, entities and runs', () => {
    const printed = 'số&nbsp; 21 –\u00a0N\u0302Q';
    const folded = foldText(printed);
    expect(folded.text).toBe('so 21 - nq');
    expect(folded.slice(0, 2)).toBe('số');
    expect(folded.slice(3, 5)).toBe('21');
    expect(folded.slice(6, 7)).toBe('–');
    expect(folded.slice(8, 10)).toBe('N\u0302Q');
    expect(folded.startOf(folded.text.length)).toBe(printed.length);
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc
      .array(
        fc.constantFrom(
          ' ',
          '\n',
          '\u00ad',
          '\u0301',
          '&nbsp;',
          '&#272;',
          '<b>',
          '<',
          '&',
          'Đ',
          'ủ',
          '1',
          '\ud800',
          '\udc00',
        ),
      )
      .map((parts) => parts.join('')),
  );

  it(
    'keeps offsets in range and in order, whatever the text',
    () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const folded = foldText(text);
          expect(folded.text.length).toBeLessThanOrEqual(text.length);
          let before = 0;
          for (let at = 0; at <= folded.text.length; at += 1) {
            const start = folded.startOf(at);
            const end = folded.endOf(at);
            expect(start).toBeGreaterThanOrEqual(before);
            expect(start).toBeLessThanOrEqual(text.length);
            expect(end).toBeLessThanOrEqual(start);
            before = end;
          }
          expect(folded.startOf(-1)).toBe(folded.startOf(0));
          expect(folded.endOf(folded.text.length + 5)).toBe(folded.endOf(folded.text.length));
        }),
        propertyRuns(400),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );

  it(
    'gives back slices that fold to what they stand for',
    () => {
      const words = fc
        .array(fc.constantFrom('Nghị', 'quyết', 'số', '21', 'ủy', 'Đ', 'T&#431;', '–', '(', '/'))
        .map((list) => list.join(' '));
      fc.assert(
        fc.property(words, fc.nat(60), fc.nat(60), (text, a, b) => {
          const folded = foldText(text);
          const [start, end] = [Math.min(a, b, folded.text.length), Math.min(Math.max(a, b), folded.text.length)];
          expect(foldText(folded.slice(start, end)).text).toBe(folded.text.slice(start, end));
        }),
        propertyRuns(300),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );

  it(
    'folds a folded text to itself',
    () => {
      fc.assert(
        fc.property(
          fc.string({ unit: fc.constantFrom('a', 'Ử', 'đ', ' ', '\n', '-', '–', '7', '²'), maxLength: 60 }),
          (text) => {
            const once = foldText(text).text;
            expect(foldText(once).text).toBe(once);
          },
        ),
        propertyRuns(200),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );
});

describe('composeSlice', () => {
  const prints: readonly [note: string, printed: string, composed: string][] = [
    ['keeps marks and case', 'Tỉnh Ủy', 'Tỉnh Ủy'],
    ['composes', 'TƯ'.normalize('NFD'), 'TƯ'],
    ['reads entities as letters', 'T&#431; Q&ETH; &Agrave;', 'TƯ QĐ À'],
    ['reads look-alikes as Latin', '\u0422\u01af \uff21 \u{1d400}', 'TƯ A A'],
    ['has one Đ', 'ÐðƉ', 'ĐđĐ'],
    ['drops what the fold drops', 'N\u00adQ<b>/</b>TU', 'NQ/TU'],
    ['makes one blank of a run', 'a  \n b', 'a\nb'],
  ];
  it.each(prints)('%s', (_note, printed, composed) => {
    const folded = foldText(printed);
    expect(composeSlice(folded, 0, folded.text.length)).toBe(composed);
  });

  it(
    'is as long as the folded range',
    () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
          const folded = foldText(text);
          expect(composeSlice(folded, 0, folded.text.length + 3)).toHaveLength(folded.text.length);
        }),
        propertyRuns(300),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );
});

describe('foldKey', () => {
  it(
    'is the fold of the composed word, by the short way and the long',
    () => {
      fc.assert(
        fc.property(
          fc.string({
            unit: fc.constantFrom('a', 'Ử', 'đ', ' ', '\n', '-', '&', '<', '\u0301', '\u00ad', '😀'),
            maxLength: 12,
          }),
          (word) => {
            expect(foldKey(word)).toBe(foldText(word.normalize('NFC')).text);
          },
        ),
        propertyRuns(400),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );

  it('is the same for every spelling of a word', () => {
    for (const word of ['Thành uỷ', 'Thành ủy', 'THÀNH ỦY', 'thanh uy', 'Thành ủy'.normalize('NFD')]) {
      expect(foldKey(word)).toBe('thanh uy');
    }
  });
});
