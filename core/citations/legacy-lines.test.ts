import { describe, expect, it } from 'vitest';
import { findLegacyLines } from './legacy-lines.ts';

const rows: readonly [note: string, text: string, lines: readonly string[]][] = [
  ['one line', 'NghÞ quyÕt', ['tcvn3: NghÞ quyÕt']],
  ['ordinary', 'Nghị quyết số 5', []],
  [
    'new heading, old body',
    'Nghị quyết mới\nNghÞ quyÕt cña §¶ng\nquyÕt',
    ['tcvn3: NghÞ quyÕt cña §¶ng', 'tcvn3: quyÕt'],
  ],
  [
    'open between two that tell',
    'NghÞ quyÕt\nquyÕt\ncña §¶ng',
    ['tcvn3: NghÞ quyÕt', 'tcvn3: quyÕt', 'tcvn3: cña §¶ng'],
  ],
  ['open between two that differ', 'NghÞ quyÕt\nquyÕt\nNghò quyeát', ['tcvn3: NghÞ quyÕt', 'vni: Nghò quyeát']],
  ['open behind ordinary', 'NghÞ quyÕt\nỦy ban nhân dân tỉnh Đắk Lắk\nquyÕt', ['tcvn3: NghÞ quyÕt']],
  ['open before ordinary', 'quyÕt\nỦy ban nhân dân tỉnh Đắk Lắk\nNghÞ quyÕt', ['tcvn3: NghÞ quyÕt']],
  ['all open, no ordinary', 'quyÕt\nngµnh', ['tcvn3: quyÕt', 'tcvn3: ngµnh']],
  ['all open, an ordinary line', 'quyÕt\nỦy ban nhân dân\nngµnh', []],
  ['open that contradicts', 'NghÞ quyÕt\nsoá\ncña §¶ng', ['tcvn3: NghÞ quyÕt', 'tcvn3: cña §¶ng']],
  ['plain line between', 'NghÞ quyÕt\n\nabc 12\nquyÕt', ['tcvn3: NghÞ quyÕt', 'tcvn3: quyÕt']],
  ['six latin to one beyond', 'quyÕt quyÕt quyÕt quyÕt quyÕt quyÕt ơ', []],
  ['five to one', 'quyÕt quyÕt quyÕt quyÕt quyÕt ơ', []],
  ['eight beyond', `ơơơơơơơơ${' quyÕt NghÞ'.repeat(40)}`, []],
  ['seven beyond', `ơ ơ ơ ơ ơ ơ ơ${' quyÕt NghÞ'.repeat(40)}`, ['tcvn3: ơ ơ ơ ơ ơ ơ ơ quyÕt NghÞ quyÕt Ng']],
  ['empty', '', []],
  ['line end at the end', 'NghÞ quyÕt\n', ['tcvn3: NghÞ quyÕt']],
  ['first of two that tell', 'soá\nNghÞ quyÕt', ['tcvn3: NghÞ quyÕt']],
  ['after only', 'NghÞ quyÕt\nquyÕt', ['tcvn3: NghÞ quyÕt', 'tcvn3: quyÕt']],
  ['before only', 'quyÕt\nNghÞ quyÕt', ['tcvn3: quyÕt', 'tcvn3: NghÞ quyÕt']],
];

describe('findLegacyLines', () => {
  it.each(rows)('%s', (_note, text, lines) => {
    const found = findLegacyLines(text).map(({ start, end, encoding }) => `${encoding}: ${text.slice(start, end)}`);
    expect(found.map((line) => line.slice(0, 40))).toEqual(lines);
  });
});
