import { describe, expect, it } from 'vitest';
import { aReport, chaired, groupsOf } from '../../test/cluster-reports.ts';
import type { ClusterReport } from './agreement.ts';

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
      'a briefing of the committee, and of its standing body, without a chair',
      [aReport('a'), aReport('b', { kind: 'standing_body', host: 'Thường trực Thành ủy Hạ Khê' })],
      ['a+b'],
    ],
    [
      'a briefing and a meeting of the standing body under two chairs',
      [aReport('a', chaired('Hà Văn Di')), aReport('b', { kind: 'standing_body', ...chaired('Vi Thị Yêu') })],
      ['a', 'b'],
    ],
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

  const undated = { date: null, precision: null } as const;
  const matter = 'Thành ủy giao ban, đôn đốc giải phóng mặt bằng khu dân cư phía bắc sông Hinh.';
  const second = { date: '2023-03-22', site: 'cong.example' };
  const acrossDays: typeof rows = [
    ['the second of two days', [aReport('a', { dateTo: '2023-03-22' }), aReport('b', second)], ['a+b']],
    [
      'one ordinal on two days',
      [aReport('a', { words: 'Kỳ họp thứ 5' }), aReport('b', { ...second, words: 'Kỳ họp thứ 5' })],
      ['a+b'],
    ],
    [
      'two ordinals on one day',
      [aReport('a', { words: 'Kỳ họp thứ 5' }), aReport('b', { words: 'Kỳ họp thứ 6' })],
      ['a', 'b'],
    ],
    [
      'a day told wrongly by one: same chair, words and document',
      [
        aReport('a', { ...chaired('Hà Văn Di'), words: matter, codes: ['15-KH/TU'] }),
        aReport('b', { ...second, ...chaired('Hà Văn Di'), words: matter, codes: ['15-KH/TU'] }),
      ],
      ['a+b'],
    ],
    [
      'the same words on the next day without a common document',
      [
        aReport('a', { ...chaired('Hà Văn Di'), words: matter }),
        aReport('b', { ...second, ...chaired('Hà Văn Di'), words: matter }),
      ],
      ['a', 'b'],
    ],
    [
      'the closing report of a meeting that went on',
      [aReport('a', { words: matter }), aReport('b', { ...second, words: `Chiều 22/3, bế mạc. ${matter}` })],
      ['a+b'],
    ],
    [
      'no day, published soon after, of the same matter',
      [aReport('a', { words: matter }), aReport('b', { ...undated, published: '2023-03-24', words: matter })],
      ['a+b'],
    ],
    [
      'no day, published weeks after',
      [aReport('a', { words: matter }), aReport('b', { ...undated, published: '2023-04-24', words: matter })],
      ['a', 'b'],
    ],
    [
      'no day, published before',
      [aReport('a', { words: matter }), aReport('b', { ...undated, published: '2023-03-20', words: matter })],
      ['a', 'b'],
    ],
    [
      'no day, and two meetings that it may have seen',
      [
        aReport('a', { words: matter }),
        aReport('b', { ...second, words: matter }),
        aReport('c', { ...undated, published: '2023-03-24', words: matter }),
      ],
      ['a', 'b', 'c'],
    ],
    [
      'another meeting in the afternoon under the same chair',
      [
        aReport('a', { ...chaired('Hà Văn Di'), words: 'Sáng 21/3, họp.' }),
        aReport('b', { ...chaired('Hà Văn Di'), kind: 'review', words: 'Chiều 21/3, sơ kết.' }),
      ],
      ['a', 'b'],
    ],
    [
      'working sessions with two guests',
      [
        aReport('a', { kind: 'working_session', words: 'Thành ủy làm việc với Đảng ủy phường Hòa Lam.' }),
        aReport('b', { kind: 'working_session', words: 'Thành ủy làm việc với Đảng ủy phường Bến Đá.' }),
      ],
      ['a', 'b'],
    ],
    [
      'no host, but kind, document and words in common',
      [
        aReport('a', { words: matter, codes: ['15-KH/TU'] }),
        aReport('b', { host: null, words: matter, codes: ['15-KH/TU'] }),
      ],
      ['a+b'],
    ],
    [
      'a district of one name in two provinces',
      [
        aReport('a', { host: 'Huyện ủy Trà Lâm', placeKey: 'son hai tra lam' }),
        aReport('b', { host: 'Huyện ủy Trà Lâm', placeKey: 'lang dong tra lam', site: 'cong.example' }),
      ],
      ['a', 'b'],
    ],
  ];

  it.each([...rows, ...acrossDays])('%s', (_, reports, expected) => {
    expect(groupsOf(reports).toSorted()).toEqual(expected);
  });
});
