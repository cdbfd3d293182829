import { describe, expect, it } from 'vitest';
import type { IssuerLevel } from './citation.ts';
import { foldText } from './fold.ts';
import { parseIssuerPhrase } from './issuer-phrase.ts';
import { readBodies, tellLevel } from './level.ts';

type Row = readonly [
  issuerCode: string | null,
  type: string | null,
  issuer: string | null,
  text: string,
  level: IssuerLevel | null,
];
const rows: readonly Row[] = [
  ['TW', 'NQ', null, '', 'central'],
  ['CP', 'NĐ', null, '', 'central'],
  ['QH15', null, null, '', 'central'],
  ['BTC', 'TT', null, '', 'central'],
  ['BNV-VPCP', 'TTLT', null, '', 'central'],
  ['HU', 'NQ', null, '', 'district'],
  ['ĐUK', 'KH', null, '', 'org'],
  ['SNV', 'CV', null, '', 'province'],
  ['TU', 'NQ', null, '', null],
  ['TU', 'NQ', null, 'Tỉnh ủy họp', 'province'],
  ['TU', 'NQ', null, 'Thành ủy họp', 'district'],
  ['TU', 'NQ', null, 'Thành ủy Hải Phòng họp', 'province'],
  ['TU', 'NQ', null, 'Thành ủy TP HCM họp', 'province'],
  ['TU', 'NQ', null, 'Tỉnh ủy và Thành ủy họp', null],
  ['BTGTU', 'HD', null, 'Tỉnh ủy họp', 'province'],
  ['TU', 'NQ', 'Tỉnh ủy', 'Tỉnh ủy và Thành ủy họp', 'province'],
  ['TU', 'NQ', 'Thành ủy Hạ Khê', 'Thành ủy Hải Phòng', 'district'],
  ['TU', 'NQ', 'Thành ủy Hải Phòng', 'Thành ủy Hạ Khê', 'province'],
  ['TU', 'NQ', 'Thị ủy', '', 'district'],
  ['TU', 'NQ', 'Ban Chấp hành Đảng bộ thành phố', 'Thành ủy họp', 'district'],
  ['TU', 'NQ', 'Ban Chấp hành Đảng bộ thành phố', 'Thành ủy Hà Nội họp', 'province'],
  ['TW', 'NQ', 'Tỉnh ủy', '', 'province'],
  ['HĐND', 'NQ', null, '', null],
  ['HĐND', 'NQ', null, 'HĐND tỉnh họp', 'province'],
  ['HĐND', 'NQ', null, 'HĐND huyện họp', 'district'],
  ['HĐND', 'NQ', null, 'hội đồng nhân dân xã họp', 'commune'],
  ['HĐND', 'NQ', null, 'HĐND tỉnh, HĐND xã họp', null],
  ['HĐND', 'NQ', 'HĐND thành phố Đà Nẵng', '', 'province'],
  ['HĐND', 'NQ', 'HĐND thành phố', '', null],
  ['UBND', 'QĐ', null, 'UBND phường họp', 'commune'],
  ['VPUBND', 'TB', null, 'UBND tỉnh họp', 'province'],
  ['UB', 'QĐ', null, 'UBND huyện họp', 'district'],
  ['UBND', 'QĐ', null, 'văn bản của huyện', 'district'],
  ['ĐU', 'NQ', null, 'Đảng ủy xã họp', 'commune'],
  ['ĐU', 'NQ', 'Đảng ủy Trường Đại học Nam Trung', '', 'org'],
  ['ĐH', 'NQ', null, '', null],
  ['XYZ', 'QĐ', null, '', null],
  [null, 'NĐ', null, '', 'central'],
  [null, 'TT', null, '', 'central'],
  [null, 'NQ', null, '', null],
  [null, 'QĐ', 'Sở Y tế', '', 'province'],
];

describe('tellLevel', () => {
  it.each(rows)('%s %s of %s in %j: %s', (issuerCode, type, issuer, text, level) => {
    const phrase = issuer === null ? null : parseIssuerPhrase(issuer);
    expect(tellLevel(issuerCode, type, phrase, readBodies(foldText(text)))).toBe(level);
  });
});
