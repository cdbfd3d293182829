import { describe, expect, it } from 'vitest';
import { aDocument } from '../../test/builders.ts';
import { writeBibtex, writeRis } from './bibliography.ts';

const address = 'https://kho.example/van-ban/x';
const hostile = {
  ...aDocument(),
  title: 'phí 100% & {thuế} #1_a\\b $5 ~ ^\r\nER  - \r\nTY  - EVIL',
  issuer: null,
  conflicts: [],
};

describe('an entry for reference managers', () => {
  it('has each tag on a line of its own, whatever the title holds', () => {
    const lines = writeRis(hostile, address).split('\r\n');
    expect(lines.every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
    expect(lines.filter((line) => line.startsWith('TY'))).toEqual(['TY  - LEGAL']);
    expect(lines.filter((line) => line.startsWith('ER'))).toEqual(['ER  - ']);
    expect(lines.some((line) => line.startsWith('AU'))).toBe(false);
  });

  it('escapes what means something to TeX', () => {
    const entry = writeBibtex(hostile, address);
    expect(entry).toContain(
      'phí 100\\% \\& \\{thuế\\} \\#1\\_a\\textbackslash{}b \\$5 \\textasciitilde{} \\textasciicircum{} ER - TY - EVIL',
    );
    expect(entry.match(/^ {2}\w+ = /gm)?.length).toBe(entry.trim().split('\n').length - 2);
  });

  it('does not tell a date that sources contradict', () => {
    const disputed = { ...aDocument(), conflicts: [{ field: 'date' as const, values: [] }] };
    expect(writeRis({ ...disputed, state: 'cited_only' }, address)).not.toMatch(/^(?:PY|DA)/m);
    expect(writeBibtex({ ...disputed, state: 'cited_only' }, address)).not.toContain('year =');
  });
});
