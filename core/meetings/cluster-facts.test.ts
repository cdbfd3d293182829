import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aReport, chaired } from '../../test/cluster-reports.ts';
import { clusterMeetings } from './cluster.ts';

describe('what is told of a meeting', () => {
  const matter = 'Thành ủy giao ban, đôn đốc giải phóng mặt bằng khu dân cư phía bắc sông Hinh.';
  const second = { date: '2023-03-22', site: 'cong.example' };

  it('unites what the reports state', () => {
    const [meeting] = clusterMeetings([
      aReport('b', {
        host: 'Ban Thường vụ Thành ủy Hạ Khê',
        place: 'Hội trường Thành ủy',
        dateTo: '2023-03-22',
        ...chaired('Hà Văn Di', ['Vi Thị Yêu', 'attendee']),
      }),
      aReport('a', {
        kind: 'working_session',
        title: 'Thành ủy giao ban',
        chair: { name: 'Hà Văn Di', positions: ['Bí thư Thành ủy'] },
        participants: [
          { name: 'Vi Thị Yêu', positions: ['Phó Bí thư Thành ủy'], role: 'presenter' },
          { name: 'Hà Văn Di', positions: ['Bí thư Thành ủy'], role: 'chair' },
        ],
      }),
    ]);
    expect(meeting).toEqual({
      id: '2023-03-21.thanh-uy-ha-khe.briefing',
      kind: 'briefing',
      title: 'Thành ủy giao ban',
      date: '2023-03-21',
      dateTo: '2023-03-22',
      precision: 'day',
      host: 'Ban Thường vụ Thành ủy Hạ Khê',
      place: 'Hội trường Thành ủy',
      chair: { name: 'Hà Văn Di', positions: ['Bí thư Thành ủy'] },
      participants: [
        { name: 'Vi Thị Yêu', positions: ['Phó Bí thư Thành ủy'], role: 'presenter' },
        { name: 'Hà Văn Di', positions: ['Bí thư Thành ủy'], role: 'chair' },
      ],
      articleIds: ['a', 'b'],
      urls: ['https://bao.example/a', 'https://bao.example/b'],
    });
  });

  it('tells a day by most reports, and a span where one tells it', () => {
    const told = { ...chaired('Hà Văn Di'), words: matter, codes: ['15-KH/TU'] };
    const [slip] = clusterMeetings([
      aReport('a', told),
      aReport('b', { ...told, ...second }),
      aReport('c', { ...told, ...second }),
    ]);
    expect(slip).toMatchObject({ date: '2023-03-22', dateTo: null, articleIds: ['a', 'b', 'c'] });
    const [span] = clusterMeetings([
      aReport('a', { ...told, dateTo: '2023-03-22' }),
      aReport('b', { ...told, ...second }),
    ]);
    expect(span).toMatchObject({ date: '2023-03-21', dateTo: '2023-03-22' });
  });

  it('leaves one chair when united reports name two', () => {
    const [meeting] = clusterMeetings([
      aReport('a', chaired('Hà Văn Di', ['Vi Thị Yêu', 'co_chair'])),
      aReport('b', chaired('Vi Thị Yêu')),
    ]);
    expect(meeting?.chair?.name).toBe('Hà Văn Di');
    expect(meeting?.participants.map(({ name, role }) => [name, role])).toEqual([
      ['Hà Văn Di', 'chair'],
      ['Vi Thị Yêu', 'co_chair'],
    ]);
  });

  it('numbers meetings that share an id, and replaces what is unknown by a hash', () => {
    const ids = clusterMeetings([
      aReport('b', chaired('Hà Văn Di')),
      aReport('a', chaired('Vi Thị Yêu')),
      aReport('c', { date: null, precision: null }),
      aReport('d', { host: null, date: '2023-04-01' }),
      aReport('e', { date: '2022-09', precision: 'month' }),
    ]).map(({ id, articleIds }) => `${articleIds.join()} ${id}`);
    expect(ids).toContain('a 2023-03-21.thanh-uy-ha-khe.briefing');
    expect(ids).toContain('b 2023-03-21.thanh-uy-ha-khe.briefing-2');
    expect(ids).toContainEqual(expect.stringMatching(/^c [a-z0-9]{4,7}\.thanh-uy-ha-khe\.briefing$/));
    expect(ids).toContainEqual(expect.stringMatching(/^d 2023-04-01\.[a-z0-9]{4,7}\.briefing$/));
    expect(ids).toContainEqual(expect.stringMatching(/^e 2022-09-[a-z0-9]{4,7}\.thanh-uy-ha-khe\.briefing$/));
  });

  const someReports = fc
    .array(
      fc.record({
        kind: fc.constantFrom('briefing' as const, 'working_session' as const, 'review' as const),
        date: fc.constantFrom('2023-03-21', '2023-03-22', null),
        host: fc.constantFrom('Thành ủy', 'Thành ủy Hạ Khê', 'BTV Thành ủy Hạ Khê', 'Thành ủy Cao Hà', null),
        chair: fc.constantFrom('Hà Văn Di', 'Vi Thị Yêu', null),
        place: fc.constantFrom('xã Cao Khê', 'xã Suối Lâm', null),
        site: fc.constantFrom('bao.example', 'cong.example'),
        published: fc.constantFrom('2023-03-21', '2023-03-24'),
        codes: fc.subarray(['15-KH/TU', '21-NQ/TU']),
        words: fc.constantFrom('', matter, `Chiều 22/3, bế mạc. ${matter}`, 'Kỳ họp thứ 5 bàn ngân sách'),
      }),
      { maxLength: 12 },
    )
    .map((rows) =>
      rows.map(({ chair, ...told }, index) =>
        aReport(`bai-${index}`, {
          ...told,
          precision: told.date === null ? null : 'day',
          ...(chair === null ? {} : chaired(chair)),
        }),
      ),
    );

  it('tells the same meetings, ids included, in whatever order the reports come', () => {
    const inTwoOrders = someReports.chain((reports) =>
      fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length })),
    );
    fc.assert(
      fc.property(inTwoOrders, ([reports, shuffled]) => {
        expect(clusterMeetings(shuffled)).toEqual(clusterMeetings(reports));
      }),
    );
  });

  it('gives each report to exactly one meeting, each with an id of its own and one chair at most', () => {
    fc.assert(
      fc.property(someReports, (reports) => {
        const meetings = clusterMeetings(reports);
        expect(meetings.flatMap(({ articleIds }) => articleIds).toSorted()).toEqual(
          reports.map(({ articleId }) => articleId).toSorted(),
        );
        expect(new Set(meetings.map(({ id }) => id)).size).toBe(meetings.length);
        for (const { articleIds, chair } of meetings) {
          const chairs = reports.flatMap(({ articleId, facts }) =>
            articleIds.includes(articleId) && facts.chair ? [facts.chair.name] : [],
          );
          expect(new Set(chairs).size).toBe(chair === null ? 0 : 1);
        }
      }),
    );
  });
});
