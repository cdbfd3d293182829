import { describe, expect, it } from 'vitest';
import type { Place } from './document.ts';
import { type HeldFacts, identifyHolding, spellName, type UnheldReason } from './holding.ts';
import { mintDocumentId } from './identity.ts';

const nothing: HeldFacts = {
  code: null,
  type: null,
  issuer: null,
  signer: null,
  subject: null,
  field: null,
  place: null,
  issued: null,
  effective: null,
  expired: null,
  status: null,
  relations: [],
  doubts: [],
};

interface Row {
  readonly facts: Partial<HeldFacts>;
  readonly text?: string;
  readonly place?: Place;
}

const identify = ({ facts, text = '', place }: Row) =>
  identifyHolding({ facts: { ...nothing, ...facts }, text, place: place ?? null });

describe('identifyHolding', () => {
  it.each<[string, Row]>([
    [
      'nd-30-2020-cp',
      { facts: { code: '30/2020/NĐ-CP', type: 'Nghị định', issuer: 'CHÍNH PHỦ', issued: '2020-03-05' } },
    ],
    [
      'qd-7-2024-ubnd.ha-khe',
      { facts: { code: '07/2024/QĐ-UBND', type: 'Quyết định', issuer: 'ỦY BAN NHÂN DÂN TỈNH HẠ KHÊ' } },
    ],
    [
      'qd-1207-ubnd.ha-khe.2024',
      { facts: { code: '1207/QĐ-UBND', type: 'Quyết định', issuer: 'UBND tỉnh Hạ Khê', issued: '2024-03-05' } },
    ],
    [
      'nq-21-tu.ha-long.2020',
      { facts: { code: '21-NQ/TU', type: 'Nghị quyết', issuer: 'THÀNH ỦY HẠ LONG', issued: '2021-11-15' } },
    ],
    ['ct-18-tw.2021', { facts: { code: '18-CT/TW', type: 'Chỉ thị', issuer: 'BAN BÍ THƯ', issued: '2022-10-26' } }],
    ['ct-18-tw.2021', { facts: { code: '18-CT/TW', type: 'Chỉ thị', issued: '2022-10-26' } }],
    [
      'kh-214-tu.ha-khe.2020',
      {
        facts: { code: '214-KH/TU', type: 'Kế hoạch', issuer: 'BAN THƯỜNG VỤ', issued: '2023-03-09' },
        text: 'TỈNH ỦY HẠ KHÊ\nBAN THƯỜNG VỤ\n*\nSố 214-KH/TU',
      },
    ],
    [
      'qd-55-syt.ha-khe.2023',
      {
        facts: { code: '55/QĐ-SYT', type: 'Quyết định', issuer: 'SỞ Y TẾ', issued: '2023-03-01' },
        text: 'ỦY BAN NHÂN DÂN TỈNH HẠ KHÊ\nSỞ Y TẾ\n',
      },
    ],
    [
      'cv-1234-ubnd.ha-khe.2023',
      { facts: { code: '1234/UBND-TH', issuer: 'ỦY BAN NHÂN DÂN TỈNH HẠ KHÊ', issued: '2023-03-01' } },
    ],
    [
      'nq-12-2023-hdnd.ha-khe',
      { facts: { code: '12/2023/NQ-HĐND', type: 'Nghị quyết', issuer: 'HĐND tỉnh' }, place: { province: 'Hạ Khê' } },
    ],
    [
      'nq-12-2020-hdnd.quang-ninh',
      { facts: { code: '12/2020/NQ-HĐND', type: 'Nghị quyết', issuer: 'Tỉnh Quảng Ninh', issued: '2020-07-10' } },
    ],
    ['l-31-qh15', { facts: { code: '31/2024/QH15', type: 'Luật', issuer: 'QUỐC HỘI', issued: '2024-01-18' } }],
    ['tt-5-2023-btc', { facts: { code: '05/2023/TT-BTC', type: 'Thông tư', issuer: 'Bộ Tài chính' } }],
  ])('knows %s', (id, row) => {
    const told = identify(row);
    expect(told).toMatchObject({ kind: 'held', code: row.facts.code });
    if (told.kind === 'held') expect(mintDocumentId(told.identity)).toBe(id);
  });

  it.each<[UnheldReason, Row]>([
    ['no-code', { facts: { type: 'Quyết định', issuer: 'UBND tỉnh Hạ Khê', issued: '2024-03-05' } }],
    ['no-code', { facts: { code: 'Số công báo 12', issuer: 'UBND tỉnh Hạ Khê' } }],
    ['no-term-or-year', { facts: { code: '1207/QĐ-UBND', type: 'Quyết định', issuer: 'UBND tỉnh Hạ Khê' } }],
    ['no-term-or-year', { facts: { code: '21-NQ/TU', type: 'Nghị quyết', issuer: 'TỈNH ỦY HẠ KHÊ' } }],
    ['no-issuer', { facts: { code: '12/2023/NQ-HĐND', type: 'Nghị quyết', issuer: 'HĐND tỉnh' } }],
    ['no-issuer', { facts: { code: '12/2023/NQ-HĐND', type: 'Nghị quyết' }, place: { province: 'Hạ Khê' } }],
    ['no-issuer', { facts: { code: '31/2024/QH15', type: 'Văn bản khác', issuer: 'QUỐC HỘI', issued: '2024-01-18' } }],
    ['contrary-issuer', { facts: { code: '05/2023/TT-BTC', type: 'Thông tư', issuer: 'Bộ Y tế' } }],
    [
      'contrary-issuer',
      { facts: { code: '21-NQ/TW', type: 'Nghị quyết', issuer: 'TỈNH ỦY HẠ KHÊ', issued: '2021-11-15' } },
    ],
    [
      'draft',
      {
        facts: { code: '07/2024/QĐ-UBND', type: 'Quyết định', issuer: 'UBND tỉnh Hạ Khê' },
        text: 'ỦY BAN NHÂN DÂN\tDỰ THẢO LẦN 2\nTỈNH HẠ KHÊ',
      },
    ],
  ])('holds nothing where it is told %s', (reason, row) => {
    expect(identify(row)).toEqual({ kind: 'unheld', reason });
  });

  it.each([
    ['Về việc quy định mức thu phí', 'quy định mức thu phí'],
    ['V/v: kiểm tra  công vụ.', 'kiểm tra công vụ'],
    ['VỀ CÔNG TÁC VĂN THƯ', 'CÔNG TÁC VĂN THƯ'],
    [null, null],
  ])('takes %j as its title', (subject, title) => {
    const facts = { code: '30/2020/NĐ-CP', type: 'Nghị định', subject };
    expect(identify({ facts })).toMatchObject({ title });
  });
});

describe('spellName', () => {
  it.each([
    ['UBND tỉnh HẠ KHÊ', 'UBND tỉnh Hạ Khê'],
    ['THÀNH ỦY HẠ LONG', 'Thành Ủy Hạ Long'],
    ['HĐND xã Nam Sơn', 'HĐND xã Nam Sơn'],
  ])('%s', (printed, spelled) => expect(spellName(printed)).toBe(spelled));
});
