import { describe, expect, it } from 'vitest';
import type { PrintedCode } from './code-parts.ts';
import { readScannedCode } from './damaged-code.ts';
import { foldText } from './fold.ts';
import { readPrintedCode, readSpacedCode } from './printed-code.ts';

/** Shape, code, type, issuer, length, what is known of the issuer, flags. */
type Row = readonly [print: string, told: string | null];

const printed: readonly Row[] = [
  ['21-NQ/TU', 'typed | 21-NQ/TU | NQ | TU | 8 | known | '],
  ['21-NQ/Tu', 'typed | 21-NQ/TU | NQ | TU | 8 | known | case repaired'],
  ['812 – TB/ Tu', 'typed | 812-TB/TU | TB | TU | 12 | known | spaces dash case repaired'],
  ['337/2021/NQ-HĐND', 'typed | 337/2021/NQ-HĐND | NQ | HĐND | 16 | known | '],
  ['15/2017/QH14', 'assembly | 15/2017/QH14 | - | QH14 | 12 | known national | '],
  ['2468/ UBND - VX', 'letter | 2468/UBND-VX | - | UBND | 15 | known | spaces repaired'],
  ['910/UBND-DL1', 'letter | 910/UBND-DL1 | - | UBND | 12 | known | '],
  ['30a/2008/NQ-CP', 'typed | 30a/2008/NQ-CP | NQ | CP | 14 | known national | '],
  ['30A/2008/NQ-CP', 'typed | 30A/2008/NQ-CP | NQ | CP | 14 | known national | '],
  ['66.7/2025/NQ-CP', 'typed | 66.7/2025/NQ-CP | NQ | CP | 15 | known national | '],
  ['66.71/2025/NQ-CP', 'typed | 66.71/2025/NQ-CP | NQ | CP | 16 | known national | '],
  ['66.712/2025/NQ-CP', null],
  ['2041-2/TB-ĐHKT', 'typed | 2041-2/TB-ĐHKT | TB | ĐHKT | 14 |  | '],
  ['1234567-NQ/TU', null],
  ['123456-NQ/TU', 'typed | 123456-NQ/TU | NQ | TU | 12 | known | '],
  ['12/20\n21/TT-BTC', 'typed | 12/2021/TT-BTC | TT | BTC | 15 | known national | linebreak repaired'],
  ['20/2 016/TT-BTC', 'typed | 20/2016/TT-BTC | TT | BTC | 15 | known national | spaces repaired'],
  ['12/2101/TT-BTC', 'typed | 12/2101/TT-BTC | TT | BTC | 14 | known national | '],
  ['12/1899/TT-BTC', null],
  ['12//2021//TT-BTC', 'typed | 12/2021/TT-BTC | TT | BTC | 16 | known national | repaired'],
  ['12-2021-TT-BTC', 'typed | 12/2021/TT-BTC | TT | BTC | 14 | known national | repaired'],
  ['12 2021 TT BTC', null],
  ['42 2017 QH14', null],
  ['21 NQ/TU', 'typed | 21-NQ/TU | NQ | TU | 8 | known | spaces repaired'],
  ['21 nq/tu', null],
  ['21NQ/TU', 'typed | 21-NQ/TU | NQ | TU | 7 | known | repaired'],
  ['21/NQ-TU', 'typed | 21/NQ-TU | NQ | TU | 8 | known | '],
  ['21-NQ-TU', 'typed | 21-NQ/TU | NQ | TU | 8 | known | repaired'],
  ['21/NQ/TU', 'typed | 21-NQ/TU | NQ | TU | 8 | known | repaired'],
  ['38/qđ-thpt', 'typed | 38/QĐ-THPT | QĐ | THPT | 10 |  | case repaired'],
  ['38/qđ - thpt', 'letter | 38/QĐ | QĐ | - | 5 |  | case repaired'],
  ['38/qđ/thpt', 'letter | 38/QĐ | QĐ | - | 5 |  | case repaired'],
  ['38-qđ-thpt', null],
  ['90/TBMTTQ-BTT', 'typed | 90/TB-MTTQ-BTT | TB | MTTQ-BTT | 13 | known glued | repaired'],
  ['79-KLTW', 'typed | 79-KL/TW | KL | TW | 7 | known national glued | repaired'],
  ['79/KLTW', 'typed | 79/KL-TW | KL | TW | 7 | known national glued | repaired'],
  ['79KLTW', null],
  ['12/QĐUBND', 'typed | 12/QĐ-UBND | QĐ | UBND | 9 | known glued | repaired'],
  ['12/NQ-HĐND.VII', 'typed | 12/NQ-HĐND.VII | NQ | HĐND.VII | 14 | known | '],
  ['12/NQ-HĐND.K9', 'typed | 12/NQ-HĐND.K9 | NQ | HĐND.K9 | 13 | known | '],
  ['12/NQ-HĐND.k9', 'typed | 12/NQ-HĐND | NQ | HĐND | 10 | known | '],
  ['12/NQ-HĐND16', 'typed | 12/NQ-HĐND16 | NQ | HĐND16 | 12 | known | '],
  ['12/QĐ-UBND.VII', 'typed | 12/QĐ-UBND | QĐ | UBND | 10 | known | '],
  ['39/2003/NQ-HĐND-K6', 'typed | 39/2003/NQ-HĐND-K6 | NQ | HĐND-K6 | 18 | known | '],
  ['45-KL/TƯ', 'typed | 45-KL/TW | KL | TW | 8 | known national Ư | repaired'],
  ['45-KL/T.Ư', 'typed | 45-KL/TW | KL | TW | 9 | known national Ư | repaired'],
  ['45-KL/TƯ-VP', 'typed | 45-KL/TW-VP | KL | TW-VP | 11 | known national | repaired'],
  ['45-KL/TW - VP', 'typed | 45-KL/TW | KL | TW | 8 | known national | '],
  ['55/2005/TTLT-BNV-VPCP', 'typed | 55/2005/TTLT-BNV-VPCP | TTLT | BNV-VPCP | 21 | known national | '],
  ['55/2005/TTLT/BNV-VPCP', 'typed | 55/2005/TTLT-BNV-VPCP | TTLT | BNV-VPCP | 21 | known national | repaired'],
  ['55/2005/TTLT/BNV/VPCP', 'typed | 55/2005/TTLT-BNV-VPCP | TTLT | BNV-VPCP | 21 | known national | repaired'],
  ['01/QCPH/UBND-UBMTTQ', 'typed | 01/QCPH-UBND-UBMTTQ | QCPH | UBND-UBMTTQ | 19 | known | repaired'],
  ['22/2023/OH15', 'assembly | 22/2023/QH15 | - | QH15 | 12 | known national | repaired'],
  ['143/2025/QHI15', 'assembly | 143/2025/QH15 | - | QH15 | 14 | known national | repaired'],
  ['129/2025/QHI5', 'assembly | 129/2025/QH15 | - | QH15 | 13 | known national | repaired'],
  ['12/2021/QH', 'assembly | 12/2021/QH | - | QH | 10 |  | '],
  ['12/2021/QH 15', 'assembly | 12/2021/QH15 | - | QH15 | 13 | known national | spaces repaired'],
  ['12/2021/QH\n15', 'assembly | 12/2021/QH15 | - | QH15 | 13 | known national | linebreak repaired'],
  ['12/2021/QH 15%', 'assembly | 12/2021/QH | - | QH | 10 |  | '],
  ['12/2021/QHXV', 'assembly | 12/2021/QHXV | - | QHXV | 12 | known national | '],
  ['06/2022-QH15', 'assembly | 06/2022/QH15 | - | QH15 | 12 | known national | repaired'],
  ['12/UBTVQH15', 'old | 12/UBTVQH15 | - | UBTVQH15 | 11 |  | '],
  ['1210/2016/UBTVQH13', 'assembly | 1210/2016/UBTVQH13 | - | UBTVQH13 | 18 | known national | '],
  ['101/CP', 'old | 101/CP | - | CP | 6 |  | '],
  ['101-CP', 'old | 101-CP | - | CP | 6 |  | '],
  ['327-CT', 'old | 327-CT | - | CT | 6 |  | '],
  ['22-C', 'old | 22-C | - | - | 4 |  | '],
  ['76-NV', 'old | 76-NV | - | - | 5 |  | '],
  ['63-SL', 'old | 63-SL | SL | - | 5 |  | '],
  ['12/HĐBT', 'old | 12/HĐBT | - | HĐBT | 7 |  | '],
  ['512/PCCC&CNCH-P4', 'letter | 512/PCCC&CNCH-P4 | - | PCCC&CNCH | 16 |  | '],
  ['6120/VPCP-V.I', 'letter | 6120/VPCP-V.I | - | VPCP | 13 | known national | '],
  ['88/QĐTĐC-PC&CC3', 'letter | 88/QĐTĐC-PC&CC3 | - | QĐTĐC | 15 |  | '],
  ['4410/BYT-VPB1', 'letter | 4410/BYT-VPB1 | - | BYT | 13 | known national | '],
  ['12/QĐ-', 'letter | 12/QĐ | QĐ | - | 5 |  | '],
  ['12/', null],
  ['12', null],
  ['12-NQ', 'old | 12-NQ | NQ | - | 5 |  | '],
  ['12/xã', null],
  ['6 đơn vị', null],
  ['7h30', null],
  ['12/12 phường', null],
  ['3-1', null],
  ['14A-123.45', null],
  ['12/HĐKT', 'letter | 12/HĐKT | - | HĐKT | 7 |  | '],
  ['12/2023/HĐKT', 'letter | 12/2023/HĐKT | - | HĐKT | 12 |  | '],
  ['40/TTr.UB', 'typed | 40/TTr-UB | TTr | UB | 9 | known | repaired'],
  ['12/CĐ.UBND', 'typed | 12/CĐ-UBND | CĐ | UBND | 10 | known | repaired'],
  ['47/2007/NQ .HĐND', 'typed | 47/2007/NQ-HĐND | NQ | HĐND | 16 | known | spaces repaired'],
  ['12/QĐ-UBNDngày', 'typed | 12/QĐ-UBND | QĐ | UBND | 10 | known | '],
  ['12-NQ/TUvề', 'typed | 12-NQ/TU | NQ | TU | 8 | known | '],
  ['12/TB-UBND tỉnh', 'typed | 12/TB-UBND | TB | UBND | 10 | known | '],
  ['12/NQ-TW', 'typed | 12/NQ-TW | NQ | TW | 8 | known national | '],
  ['17/2013/TT-BTTMT', 'typed | 17/2013/TT-BTTMT | TT | BTTMT | 16 |  | '],
  ['1733/QĐ-TTG', 'typed | 1733/QĐ-TTg | QĐ | TTg | 11 | known national | case repaired'],
  ['44 /2005/QĐ-UBND', 'typed | 44/2005/QĐ-UBND | QĐ | UBND | 16 | known | spaces repaired'],
  ['2522/UBND', 'letter | 2522/UBND | - | UBND | 9 |  | '],
  ['52/CT - TTg', 'typed | 52/CT-TTg | CT | TTg | 11 | known national | spaces repaired'],
];

const spaced: readonly Row[] = [
  ['12 2021 TT BTC', 'typed | 12/2021/TT-BTC | TT | BTC | 14 | known national | spaces repaired'],
  ['42 2017 QH14', 'assembly | 42/2017/QH14 | - | QH14 | 12 | known national | spaces repaired'],
  ['12 2021', null],
  ['12 1899 TT BTC', null],
  ['192 2025 NĐ CP', 'typed | 192/2025/NĐ-CP | NĐ | CP | 14 | known national | spaces repaired'],
  ['123456 2025 NĐ CP', null],
];

const scanned: readonly Row[] = [
  ['l2-NQ/TU', null],
  ['O7/NQ-HĐND', null],
  ['1O2-CT/TW', 'typed | 102-CT/TW | CT | TW | 9 | known national | repaired scanned-digits'],
  ['2l4/QĐ-UB', 'typed | 214/QĐ-UB | QĐ | UB | 9 | known | repaired scanned-digits'],
  ['118O/QĐ-UB', 'typed | 1180/QĐ-UB | QĐ | UB | 10 | known | repaired scanned-digits'],
  ['3Z1-CT', 'old | 321-CT | - | CT | 6 |  | repaired scanned-digits'],
  ['1S2/UB-QĐ', 'letter | 152/UB-QĐ | - | UB | 9 | known | repaired scanned-digits'],
  ['66l/QĐ-TTg', 'typed | 661/QĐ-TTg | QĐ | TTg | 10 | known national | repaired scanned-digits'],
  ['2O5-CP', 'old | 205-CP | - | CP | 6 |  | repaired scanned-digits'],
  ['2l-NQ/TU', 'typed | 21-NQ/TU | NQ | TU | 8 | known | repaired scanned-digits'],
  ['l/2020', null],
  ['I2/2O20/NĐ-CP', 'typed | 12/2020/NĐ-CP | NĐ | CP | 13 | known national | repaired scanned-digits'],
  ['12/2O20/NĐ-CP', 'typed | 12/2020/NĐ-CP | NĐ | CP | 13 | known national | repaired scanned-digits'],
  ['lOO-CT/TW', 'typed | 100-CT/TW | CT | TW | 9 | known national | repaired scanned-digits'],
  ['Ol đơn', null],
  ['lo/nq', null],
  ['21-NQ/TU', null],
  ['1l8/NN-KL', null],
  ['l48-HĐBT', null],
];

function told(code: PrintedCode | null): string | null {
  if (code === null) return null;
  const known = [
    code.isKnownIssuer ? 'known' : '',
    code.isNational ? 'national' : '',
    code.isCentralU === true ? 'Ư' : '',
    code.isGlued === true ? 'glued' : '',
  ].filter((word) => word !== '');
  const { shape, canonical, type, issuerCode, start, end, flags } = code;
  return [shape, canonical, type ?? '-', issuerCode ?? '-', end - start, known.join(' '), flags.join(' ')].join(' | ');
}

describe('a code at the head of a text', () => {
  it.each(printed)('%j', (print, code) => expect(told(readPrintedCode(foldText(print), 0))).toBe(code));
  it.each(spaced)('without slashes: %j', (print, code) => expect(told(readSpacedCode(foldText(print), 0))).toBe(code));
  it.each(scanned)('scanned: %j', (print, code) => expect(told(readScannedCode(foldText(print), 0))).toBe(code));
});
