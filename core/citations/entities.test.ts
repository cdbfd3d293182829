import { describe, expect, it } from 'vitest';
import { resolveEntities } from './entities.ts';

describe('resolveEntities', () => {
  it.each([
    ['letters by number', 'H&#7897;i ngh&#7883; c&#225;n b&#x1ED9;', 'Hội nghị cán bộ'],
    ['letters by name', 'th&aacute;ng, &Ocirc;ng L&ecirc; &ETH;', 'tháng, Ông Lê Đ'],
    ['escaped once more', 'c&amp;aacute;n b&amp;#7897;', 'cán bộ'],
    ['blanks and signs', 'n&acirc;ng&nbsp;cao &ndash; &quot;m&#7899;i&quot;', 'nâng cao – "mới"'],
    ['an ampersand', 'Lao &#273;&#7897;ng &amp; X&atilde; h&#7897;i', 'Lao động & Xã hội'],
  ])('%s', (_, printed, read) => expect(resolveEntities(printed)).toBe(read));

  it.each([
    ['what speaks of markup', '&lt;b&gt; &amp;lt;'],
    ['a symbol of offices', 'Sở LĐ-TB&XH; số 5'],
    ['names nobody knows', '&abc; &; &#; &#12;'],
    ['half a character', '&#55296; &#x10FFFF1;'],
  ])('leaves %s', (_, printed) => expect(resolveEntities(printed)).toBe(printed));
});
