import { describe, expect, it } from 'vitest';
import { escapeHtml, keepXml } from './plain-text.ts';

describe('texts of strangers', () => {
  it.each([
    ['a\u0000b\u000bc\u001bd', 'abcd'],
    ['một\tdòng\r\nnữa', 'một\tdòng\r\nnữa'],
    ['\ud800x\udc00😀', 'x😀'],
    ['\ufffe\uffffé', 'é'],
  ])('hold nothing that XML cannot: %j', (text, kept) => {
    expect(keepXml(text)).toBe(kept);
  });

  it('are no markup in HTML', () => {
    expect(escapeHtml(`<b a="1" c='2'>]]>&`)).toBe('&#60;b a=&#34;1&#34; c=&#39;2&#39;&#62;]]&#62;&#38;');
  });
});
