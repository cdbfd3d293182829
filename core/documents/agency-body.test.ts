import { describe, expect, it } from 'vitest';
import { type IssuerPhrase, parseIssuerPhrase } from '../citations/issuer-phrase.ts';
import { findAgencyBody, isOfAgency } from './agency-body.ts';
import { bodyKey } from './body.ts';

function phraseOf(words: string): IssuerPhrase {
  const phrase = parseIssuerPhrase(words);
  if (phrase === null) throw new Error(`Test: expected the words of a body, got ${words}.`);
  return phrase;
}

describe('committees of agencies', () => {
  it.each([
    ['Đảng ủy Chính phủ', 'ĐU@chinh-phu', 'Đảng ủy Chính phủ'],
    ['Ban Thường vụ Đảng ủy Quốc hội', 'ĐU@quoc-hoi', 'Đảng ủy Quốc hội'],
    ['Đảng ủy Bộ Nông nghiệp và Môi trường', 'ĐU@bo-nong-nghiep-va-moi-truong', 'Đảng ủy Bộ Nông nghiệp và Môi trường'],
    ['Đảng ủy Công an tỉnh', 'ĐU@cong-an-tinh.van-hai', 'Đảng ủy Công an tỉnh Vân Hải'],
    ['Đảng ủy Công an tỉnh Quảng Ninh', 'ĐU@cong-an-tinh.quang-ninh', 'Đảng ủy Công an tỉnh Quảng Ninh'],
    ['Đảng ủy UBND tỉnh', 'ĐU@ubnd-tinh.van-hai', 'Đảng ủy UBND tỉnh Vân Hải'],
    ['Ban cán sự đảng UBND tỉnh', 'ĐU@ubnd-tinh.van-hai', 'Ban cán sự đảng UBND tỉnh Vân Hải'],
    ['Đảng ủy Trường Đại học Nam Trung tổng kết', 'ĐU@truong-dai-hoc-nam-trung', 'Đảng ủy Trường Đại học Nam Trung'],
    ['Đảng ủy Công an huyện', null, null],
    ['Đảng ủy Bệnh viện đa khoa', null, null],
  ])('%s: %s', (words, key, name) => {
    const phrase = phraseOf(words);
    expect(isOfAgency(phrase)).toBe(true);
    const body = findAgencyBody('ĐU', phrase, ['Vân Hải']);
    expect(body === null ? null : bodyKey(body)).toBe(key);
    expect(body?.name ?? null).toBe(name);
  });

  it('lie in no province where the text speaks for two', () => {
    expect(findAgencyBody('ĐU', phraseOf('Đảng ủy Công an tỉnh'), ['Vân Hải', 'Hà Tứ'])).toBeNull();
  });

  it.each(['Đảng ủy', 'Đảng ủy xã Khe Lau', 'Đảng ủy phường 5', 'Huyện ủy Ba Chẽ'])('%s is none', (words) => {
    expect(isOfAgency(phraseOf(words))).toBe(false);
  });
});
