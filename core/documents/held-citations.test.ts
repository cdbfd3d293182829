import { describe, expect, it } from 'vitest';
import { aHeldDocument } from '../../test/builders.ts';
import { readHeldCitations } from './held-citations.ts';
import { type HeldFacts, type HeldRelation, identifyHolding } from './holding.ts';
import { mintDocumentId } from './identity.ts';

const facts = aHeldDocument({
  issuer: 'ỦY BAN NHÂN DÂN TỈNH HẠ KHÊ',
  signer: 'Lê Văn Thử',
  subject: null,
  place: 'Hạ Khê',
});

/** What the text states, each as "kind target" or "target kind" where the other one acts. */
function stated(text: string, given: Partial<HeldFacts> = {}): readonly string[] {
  const told = identifyHolding({ facts: { ...facts, ...given }, text, place: null });
  if (told.kind === 'unheld') throw new Error(`Cannot read ${text}: ${told.reason}`);
  const all = readHeldCitations({ identity: told.identity, facts: { ...facts, ...given }, text });
  return all.map(({ kind, isReversed, settlement }) => {
    const id = settlement.kind === 'settled' ? mintDocumentId(settlement.identity) : settlement.kind;
    return isReversed ? `${id} ${kind}` : `${kind} ${id}`;
  });
}

describe('readHeldCitations', () => {
  it.each<[note: string, text: string, expected: readonly string[]]>([
    [
      'grounds, and not what a ground carries out itself',
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\nCăn cứ Nghị định số 120/2016/NĐ-CP ngày 23/8/2016 của Chính phủ quy định chi tiết một số điều của Luật Phí và lệ phí;\nTheo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 1190/TTr-STC ngày 02/6/2023.\nQUYẾT ĐỊNH:\nĐiều 1. Quy định mức thu theo Thông tư số 85/2019/TT-BTC.',
      ['based_on nd-120-2016-cp'],
    ],
    [
      'a council of its own province needs no name',
      'Căn cứ Nghị quyết số 08/2023/NQ-HĐND ngày 10/5/2023 của Hội đồng nhân dân tỉnh;\nQUYẾT ĐỊNH:',
      ['based_on nq-8-2023-hdnd.ha-khe'],
    ],
    [
      'what it replaces, all of a list',
      'Điều 2. Quyết định này có hiệu lực từ ngày 01/7/2023 và thay thế Quyết định số 09/2019/QĐ-UBND ngày 05/4/2019 của Ủy ban nhân dân tỉnh, Quyết định số 22/2020/QĐ-UBND ngày 08/9/2020 của Ủy ban nhân dân tỉnh.',
      ['replaces qd-9-2019-ubnd.ha-khe', 'replaces qd-22-2020-ubnd.ha-khe'],
    ],
    [
      'an article that names no subject',
      'QUYẾT ĐỊNH:\nĐiều 2. Bãi bỏ Quyết định số 04/2018/QĐ-UBND ngày 10/7/2018 của Ủy ban nhân dân tỉnh.\nĐiều 3. Chánh Văn phòng thi hành.',
      ['repeals qd-4-2018-ubnd.ha-khe'],
    ],
    [
      'what it carries out at its beginning',
      'Thực hiện Chỉ thị số 18-CT/TW ngày 26/10/2022 của Ban Bí thư, Ủy ban nhân dân tỉnh quyết định như sau:\nI. MỤC ĐÍCH\nQuán triệt Nghị quyết số 02-NQ/TW ngày 12/6/2021 của Bộ Chính trị.',
      ['implements ct-18-tw.2021'],
    ],
    ['itself in passing', 'Điều 3. Các đơn vị thi hành Quyết định này và Nghị định số 120/2016/NĐ-CP.', []],
    [
      'what is regulated elsewhere',
      'Điều 3. Ngoài quy định tại Quyết định này, thực hiện Nghị định số 120/2016/NĐ-CP.',
      [],
    ],
    ['nothing', 'Điều 1. Quy định mức thu phí bến bãi.', []],
  ])('reads %s', (_note, text, expected) => expect(stated(text)).toEqual(expected));

  it.each<[subject: string, expected: readonly string[]]>([
    ['Triển khai thực hiện Chỉ thị số 18-CT/TW ngày 26/10/2022 của Ban Bí thư', ['implements ct-18-tw.2021']],
    [
      'Sửa đổi, bổ sung một số điều của Quyết định số 12/2021/QĐ-UBND ngày 10/7/2021 của Ủy ban nhân dân tỉnh Hạ Khê',
      ['amends qd-12-2021-ubnd.ha-khe'],
    ],
    ['BÃI BỎ QUYẾT ĐỊNH SỐ 04/2018/QĐ-UBND CỦA ỦY BAN NHÂN DÂN TỈNH HẠ KHÊ', ['repeals qd-4-2018-ubnd.ha-khe']],
    ['Quy định mức thu phí bến bãi', []],
  ])('reads the title %s', (subject, expected) => expect(stated('', { subject })).toEqual(expected));

  it.each<[kind: HeldRelation['kind'], expected: readonly string[]]>([
    ['replaces', ['replaces qd-9-2019-ubnd.ha-khe']],
    ['replaced_by', ['qd-9-2019-ubnd.ha-khe replaces']],
    ['amended_by', ['qd-9-2019-ubnd.ha-khe amends']],
    ['guided_by', ['qd-9-2019-ubnd.ha-khe guides']],
    ['based_on', ['based_on qd-9-2019-ubnd.ha-khe']],
    ['related', []],
    ['corrects', []],
  ])('reads a row that is %s', (kind, expected) => {
    const title = 'Quyết định số 09/2019/QĐ-UBND của UBND tỉnh Hạ Khê thay thế Quyết định số 01/2011/QĐ-UBND';
    expect(stated('', { relations: [{ label: 'Văn bản', kind, title, url: null }] })).toEqual(expected);
  });

  it('states each thing once, the table before the text', () => {
    const title = 'Quyết định số 09/2019/QĐ-UBND ngày 05/4/2019 của UBND tỉnh Hạ Khê';
    const relations = [{ label: 'Văn bản bị thay thế', kind: 'replaces' as const, title, url: null }];
    expect(stated(`Quyết định này thay thế ${title}.`, { relations })).toEqual(['replaces qd-9-2019-ubnd.ha-khe']);
  });
});
