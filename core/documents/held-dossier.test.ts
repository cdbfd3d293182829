import { describe, expect, it } from 'vitest';
import { aDocument, anIdentity } from '../../test/builders.ts';
import type { IsoDate, ReferenceCode } from '../citations/citation.ts';
import { nationalBody } from './body.ts';
import type { Testimony } from './dossier.ts';
import { fillDossier } from './held-dossier.ts';
import type { HeldDocument } from './holding.ts';

const date = (day: string): IsoDate => day as IsoDate;
const code = (text: string): ReferenceCode => text as ReferenceCode;

function aText(given: Partial<HeldDocument> = {}): HeldDocument {
  return {
    address: 'https://songmo.example/31.pdf',
    identity: anIdentity(),
    code: code('31-NQ/TU'),
    date: date('2022-01-12'),
    title: 'chỉnh trang đô thị đến năm 2025',
    issuerName: 'Thành ủy Sông Mơ',
    ...given,
  };
}

function say(given: Partial<Testimony> = {}): Testimony {
  const nothing = { meant: null, date: null, subject: null, issuerName: null, kind: 'code' as const };
  return { ...nothing, mentions: 1, canonical: code('31-NQ/TU'), ...given };
}

describe('fillDossier', () => {
  it('leaves a document without texts as it is', () => {
    expect(fillDossier(aDocument(), [], [say()])).toEqual(aDocument());
  });

  it('is held, and says what its text says', () => {
    const document = aDocument({ date: null, title: 'chỉnh trang đô thị' });
    expect(fillDossier(document, [aText()], [say()])).toEqual({
      ...document,
      state: 'held',
      date: '2022-01-12',
      title: 'chỉnh trang đô thị đến năm 2025',
    });
  });

  it('keeps what mentions say otherwise, counted, with the text first', () => {
    const mentions = [say({ mentions: 3, date: date('2022-01-21') }), say({ date: date('2022-01-12') })];
    expect(fillDossier(aDocument(), [aText()], mentions).conflicts).toEqual([
      {
        field: 'date',
        values: [
          { value: '2022-01-12', mentions: 1, articles: ['https://songmo.example/31.pdf'] },
          { value: '2022-01-21', mentions: 3, articles: [] },
        ],
      },
    ]);
  });

  it('is called what its text calls it, and other names stay', () => {
    const document = aDocument({ code: code('31/NQ-TU'), aliases: ['31-NQ/TƯ', '31-NQ/TU'] });
    const mentions = [say({ mentions: 2, canonical: code('31/NQ-TU') }), say({ canonical: code('31-nq/tu') })];
    expect(fillDossier(document, [aText()], mentions)).toMatchObject({
      code: '31-NQ/TU',
      aliases: ['31/NQ-TU', '31-NQ/TƯ'],
      conflicts: [
        {
          field: 'code',
          values: [
            { value: '31-NQ/TU', mentions: 1 },
            { value: '31/NQ-TU', mentions: 2 },
          ],
        },
      ],
    });
  });

  it('does not take codes that mentions only complete for printed ones', () => {
    const mentions = [say({ canonical: code('31/NQ-TU'), kind: 'short' })];
    expect(fillDossier(aDocument(), [aText()], mentions).conflicts).toEqual([]);
  });

  it('goes by most of several texts, whatever their order, and shows where they differ', () => {
    const texts = ['a', 'b', 'c'].map((name) => aText({ address: name, date: date('2022-01-12') }));
    const odd = aText({ address: '0', date: date('2022-02-12') });
    const [one, other] = [
      [odd, ...texts],
      [...texts, odd],
    ].map((all) => fillDossier(aDocument(), all, []));
    expect(one).toEqual(other);
    expect(one).toMatchObject({
      date: '2022-01-12',
      conflicts: [{ field: 'date', values: [{ articles: ['a', 'b', 'c'] }, { value: '2022-02-12', articles: ['0'] }] }],
    });
  });

  it('spells a head in capitals as mentions do where these say the same', () => {
    const text = aText({ title: 'CHỈNH TRANG ĐÔ THỊ' });
    expect(fillDossier(aDocument({ title: 'chỉnh trang đô thị' }), [text], []).title).toBe('chỉnh trang đô thị');
    expect(fillDossier(aDocument({ title: 'chỉnh trang' }), [text], []).title).toBe('CHỈNH TRANG ĐÔ THỊ');
  });

  it('names the central organ that its text names', () => {
    const body = nationalBody('TW', null);
    if (body === null) throw new Error('expected the centre');
    const document = aDocument({ issuer: 'Trung ương Đảng', level: 'central', place: null });
    const identity = anIdentity({ body });
    const issued = (issuerName: string | null) => fillDossier(document, [aText({ identity, issuerName })], []).issuer;
    expect(issued('Ban Bí thư')).toBe('Ban Bí thư');
    expect(issued(null)).toBe('Trung ương Đảng');
  });
});
