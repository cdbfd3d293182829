import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import cases from './meetings.cases.json' with { type: 'json' };
import { readMeeting } from './read-meeting.ts';

const person = z.strictObject({ name: z.string(), positions: z.array(z.string()) });

// Only the facts a row states are compared; a participant is [name, role, …positions where they matter].
const rows = z
  .array(
    z.strictObject({
      note: z.string(),
      title: z.string(),
      text: z.string(),
      published: z.string().nullable(),
      expect: z
        .strictObject({
          kind: z.string(),
          date: z.string().nullable(),
          dateTo: z.string().nullable(),
          precision: z.string().nullable(),
          host: z.string().nullable(),
          place: z.string().nullable(),
          chair: person.nullable(),
          participants: z.array(z.array(z.string()).min(2)),
        })
        .partial()
        .nullable(),
    }),
  )
  .parse(cases);

describe('readMeeting', () => {
  it.each(rows)('$note', ({ title, text, published, expect: expected }) => {
    const facts = readMeeting({ title, lead: null, text, published });
    if (expected === null) {
      expect(facts).toBeNull();
      return;
    }
    const { participants, ...told } = expected;
    expect(facts).toMatchObject(told);
    if (participants === undefined) return;
    const found = (facts?.participants ?? []).map(({ name, role, positions }, index) =>
      (participants[index]?.length ?? 0) > 2 ? [name, role, ...positions] : [name, role],
    );
    expect(found).toEqual(participants);
  });
});

describe('readMeeting on hostile text', () => {
  // 400 KB each; what grows faster than the text takes minutes here, not a second.
  it.each([
    'Đồng chí Hà Văn Di, Bí thư Huyện ủy, ',
    'Hà Văn Di ',
    'đồng chí Bí thư Huyện ủy; ',
    'Phó Bí thư ',
    'tổ chức hội nghị có ',
    'ban chấp hành ',
    'ngày 1, 2, 3/4 và ',
    'tại phường Cao Khê, ',
    'Nghị quyết số 21-NQ/TU ngày ',
    'quý 1/2023 năm 2023 ',
    ', Sở Văn hóa',
    '(',
    ' ',
    'A ',
  ])(
    '"%s" again and again',
    (piece) => {
      const text = piece.repeat(400_000 / piece.length);
      const article = {
        title: 'Hội nghị giao ban',
        lead: null,
        text: `Ngày 5/4, Huyện ủy họp. ${text}`,
        published: null,
      };
      // Quadratic, it would take minutes.
      expect(() => readMeeting(article)).not.toThrow();
    },
    60_000,
  );

  it('names what lacks a title after its first sentence, cut between words', () => {
    const text = `Ngày 5/4, Huyện ủy Trà Lâm tổ chức hội nghị giao ban ${'với các xã '.repeat(40)}.`;
    const facts = readMeeting({ title: null, lead: null, text, published: '2022-04-05' });
    expect(facts?.title).toMatch(/^Ngày 5\/4, .{150,190}…$/u);
  });
});
