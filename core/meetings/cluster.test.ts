import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClusterReport, clusterMeetings } from './cluster.ts';
import { normaliseHost } from './host.ts';
import type { MeetingFacts, ParticipantRole } from './meeting.ts';

const FACTS: MeetingFacts = {
  kind: 'briefing',
  title: 'Hội nghị giao ban',
  date: '2023-03-21',
  dateTo: null,
  precision: 'day',
  host: 'Thành ủy Hạ Khê',
  place: null,
  chair: null,
  participants: [],
};

function aReport(name: string, told: Partial<MeetingFacts> & { site?: string; placeKey?: string } = {}): ClusterReport {
  const { site = 'bao.example', placeKey = null, ...facts } = told;
  const all = { ...FACTS, ...facts };
  const hostKey = all.host === null ? null : normaliseHost(all.host);
  return { articleId: name, url: `https://${site}/${name}`, facts: all, hostKey, placeKey };
}

function chaired(name: string, ...others: readonly (readonly [string, ParticipantRole])[]): Partial<MeetingFacts> {
  const participants = [[name, 'chair'] as const, ...others].map(([who, role]) => ({ name: who, positions: [], role }));
  return { chair: { name, positions: [] }, participants };
}

const groupsOf = (reports: readonly ClusterReport[]): string[] =>
  clusterMeetings(reports).map(({ articleIds }) => articleIds.join('+'));

describe('clusterMeetings', () => {
  const rows: readonly (readonly [string, readonly ClusterReport[], readonly string[]])[] = [
    ['same day, host and kind', [aReport('a'), aReport('b', { site: 'cong.example' })], ['a+b']],
    ['another day', [aReport('a'), aReport('b', { date: '2023-03-22' })], ['a', 'b']],
    [
      'without a day nothing is merged',
      [aReport('a', { date: null, precision: null }), aReport('b', { date: null, precision: null })],
      ['a', 'b'],
    ],
    [
      'a month is no day',
      [aReport('a', { date: '2023-03', precision: 'month' }), aReport('b', { date: '2023-03', precision: 'month' })],
      ['a', 'b'],
    ],
    ['one host name contains the other', [aReport('a'), aReport('b', { host: 'BTV Thành uỷ Hạ Khê' })], ['a+b']],
    [
      'a committee under its two names',
      [
        aReport('a', { kind: 'executive_committee' }),
        aReport('b', { kind: 'executive_committee', host: 'BCH Đảng bộ thành phố Hạ Khê' }),
      ],
      ['a+b'],
    ],
    ['other hosts', [aReport('a'), aReport('b', { host: 'Huyện ủy Trà Lâm' })], ['a', 'b']],
    ['two chairs contradict', [aReport('a', chaired('Hà Văn Di')), aReport('b', chaired('Vi Thị Yêu'))], ['a', 'b']],
    [
      'co-chairs named in another order',
      [aReport('a', chaired('Hà Văn Di', ['Vi Thị Yêu', 'co_chair'])), aReport('b', chaired('Vi Thị Yêu'))],
      ['a+b'],
    ],
    [
      'no host, but the same chair',
      [aReport('a', chaired('Hà Văn Di')), aReport('b', { host: null, ...chaired('Hà Văn Di') })],
      ['a+b'],
    ],
    ['no host and no chair', [aReport('a'), aReport('b', { host: null })], ['a', 'b']],
    ['the generic kind goes with any', [aReport('a'), aReport('b', { kind: 'working_session' })], ['a+b']],
    [
      'an event and its activity under one chair',
      [aReport('a', chaired('Hà Văn Di')), aReport('b', { kind: 'review', ...chaired('Hà Văn Di') })],
      ['a+b'],
    ],
    ['an event and an activity without a chair', [aReport('a'), aReport('b', { kind: 'review' })], ['a', 'b']],
    [
      'a bare Thành ủy of two sites',
      [aReport('a', { host: 'Thành ủy' }), aReport('b', { host: 'Thành ủy', site: 'khac.example' })],
      ['a', 'b'],
    ],
    ['a bare Thành ủy of one site', [aReport('a', { host: 'Thành ủy' }), aReport('b', { host: 'Thành ủy' })], ['a+b']],
    [
      'a bare Tỉnh ủy whose places are known',
      [
        aReport('a', { host: 'Tỉnh ủy', placeKey: 'nam trung' }),
        aReport('b', { host: 'Tỉnh ủy', placeKey: 'quang hai', site: 'khac.example' }),
      ],
      ['a', 'b'],
    ],
    [
      'two communes visited on one day',
      [
        aReport('a', { kind: 'voter_contact', place: 'xã Cao Khê' }),
        aReport('b', { kind: 'voter_contact', place: 'xã Suối Lâm' }),
      ],
      ['a', 'b'],
    ],
    [
      'a hall and the city around it',
      [aReport('a', { place: 'Hội trường Thành ủy' }), aReport('b', { place: 'TP Hạ Khê' })],
      ['a+b'],
    ],
    [
      'a vague report that fits two meetings joins neither',
      [
        aReport('a', chaired('Hà Văn Di')),
        aReport('b', { kind: 'dialogue', ...chaired('Vi Thị Yêu') }),
        aReport('c', { kind: 'working_session' }),
      ],
      ['a', 'b', 'c'],
    ],
  ];

  it.each(rows)('%s', (_, reports, expected) => {
    expect(groupsOf(reports).toSorted()).toEqual(expected);
  });

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
      id: '2023-03-21.ban-thuong-vu-thanh-uy-ha-khe.briefing',
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
