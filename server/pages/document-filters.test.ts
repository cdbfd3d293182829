import { describe, expect, it } from 'vitest';
import { mintArticleId } from '../../core/archive/article-row.ts';
import type { CitingRow } from '../citing.ts';
import { groupRows } from './cited-at.ts';
import { countValues, filterMeetings, toFilters } from './document-filters.ts';

function row(meeting: string | null, firstDay: string, purpose: string, host: string | null, ordinal = 0): CitingRow {
  return {
    article: mintArticleId(`${meeting} ${ordinal}`),
    ordinal,
    purpose,
    subject: null,
    date: null,
    published: null,
    meeting: meeting === null ? null : { id: meeting, firstDay, host, chair: host === null ? null : `Chủ ${host}` },
  };
}

const rows = [
  row('a', '2022-03-01', 'reports', 'Thành ủy'),
  row('a', '2022-03-01', 'directs', 'Thành ủy', 1),
  row('b', '2023-01-01', 'reports', 'Tỉnh ủy'),
  row('c', '', 'basis', null),
  row(null, '', 'reports', null),
];

describe('rows by meeting', () => {
  it.each([
    ['newest', ['b', 'a', 'c']],
    ['oldest', ['a', 'b', 'c']],
  ] as const)('stand %s first, those of an unknown day last', (order, ids) => {
    expect(groupRows(rows, order).map(({ id }) => id)).toEqual(ids);
  });
});

describe('filters', () => {
  const all = groupRows(rows);

  it.each([
    [{}, ['b', 'a', 'c']],
    [{ year: '2022' }, ['a']],
    [{ purpose: 'reports' }, ['b', 'a']],
    [{ purpose: 'reports', host: 'Tỉnh ủy' }, ['b']],
    [{ chair: 'Chủ Thành ủy', purpose: 'directs' }, ['a']],
    [{ host: 'constructor' }, []],
  ])('%j leave %j', (chosen, ids) => {
    expect(filterMeetings(all, chosen).map(({ id }) => id)).toEqual(ids);
  });

  it('leave of a meeting only the mentions that fit', () => {
    expect(filterMeetings(all, { purpose: 'directs' })[0]?.rows.map(({ ordinal }) => ordinal)).toEqual([1]);
  });

  it('count meetings under the other filters, and keep what is chosen', () => {
    const chosen = { purpose: 'reports', year: '2023' };
    expect(toFilters(countValues(all, chosen), chosen, 'en')).toEqual([
      {
        name: 'year',
        selected: '2023',
        choices: [
          { value: '2023', label: '2023', count: 1 },
          { value: '2022', label: '2022', count: 1 },
        ],
      },
      { name: 'host', selected: null, choices: [{ value: 'Tỉnh ủy', label: 'Tỉnh ủy', count: 1 }] },
      { name: 'purpose', selected: 'reports', choices: [{ value: 'reports', label: 'reported', count: 1 }] },
      { name: 'chair', selected: null, choices: [{ value: 'Chủ Tỉnh ủy', label: 'Chủ Tỉnh ủy', count: 1 }] },
    ]);
  });
});
