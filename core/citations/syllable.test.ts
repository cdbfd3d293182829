import { describe, expect, it } from 'vitest';
import { isSyllable } from './syllable.ts';

const syllables =
  'nghị quyết Đảng ĐẢNG ủy uỷ hòa hoà khoá khóa thuý quý qúy quỳnh quốc giữ giếng gì gìn già huỳnh khuỷu khuếch ' +
  'nghiêng ngoằn xoong thuở thuê người được rượu ưu yêu yểm uyên êm ở ý Kông kỷ pin Sa chuyên ngoéo ngoáy loắt rửa mía múa';

const others =
  'nghò ngê cế gế qan quyõt quyÕt đẢNG Ban-ki nhaân soẽt tach mòc đợc thờng phơng xtr bê-tông quyết̀ ủỷ gíủ ẩó Wu ' +
  'and meeting für année ESPAĐA';

describe('isSyllable', () => {
  it.each(syllables.split(' '))('%s is one', (word) => expect(isSyllable(word)).toBe(true));

  it.each([...others.split(' '), '', 'đ', 'ng', 'nghiêngnghiêng'])('%j is none', (word) => {
    expect(isSyllable(word)).toBe(false);
  });

  it('takes composed letters only', () => expect(isSyllable('nghị'.normalize('NFD'))).toBe(false));
});
