import { describe, expect, it } from 'vitest';
import type { Place } from '../documents/document.ts';
import type { HostMonth, SourceMonth } from './coverage.ts';
import { type CoverageScope, drawCoverage, scopeOf } from './coverage-grid.ts';

const months = ['2023-01', '2023-02', '2023-03'];
const places: Readonly<Record<string, Place>> = {
  portal: { province: 'Quảng Hải', district: 'Hạ Khê' },
  paper: { province: 'Quảng Hải' },
  south: { province: 'Nam Trung' },
};

/** "Tỉnh ủy|2023-01|paper|3" */
const hosts = (...lines: readonly string[]): readonly HostMonth[] =>
  lines.map((line) => {
    const [host = '', month = '', sources = '', meetings = '1'] = line.split('|');
    return {
      host,
      month: month === '' ? null : month,
      sources: sources.split('+').filter(Boolean),
      meetings: Number(meetings),
    };
  });
const deliveries = (...lines: readonly string[]): readonly SourceMonth[] =>
  lines.map((line) => {
    const [source = '', month = ''] = line.split('|');
    return { source, month };
  });

const draw = (met: readonly string[], citing: readonly string[], delivered: readonly string[], scope: CoverageScope) =>
  drawCoverage(
    {
      months,
      met: hosts(...met),
      citing: hosts(...citing),
      delivered: deliveries(...delivered),
      placeOf: (source) => places[source] ?? null,
    },
    scope,
  );

const everywhere: CoverageScope = { level: 'province', province: null, district: null };
/** "1/2" cited of meetings, "." met nobody knows, "#" no source was there. */
const lines = ({ rows }: ReturnType<typeof draw>): readonly string[] =>
  rows.map(({ name, cells, citedEver }) => {
    const shown = cells.map(({ cited, meetings, isWatched }) =>
      meetings > 0 ? `${cited}/${meetings}` : isWatched ? '.' : '#',
    );
    return `${name}: ${shown.join(' ')} (${citedEver})`;
  });

describe('a grid of bodies and months', () => {
  it('keeps three silences apart, and unites the wordings of a body', () => {
    const grid = draw(
      ['Tỉnh ủy Quảng Hải|2023-01|paper|2', 'BTV Tỉnh ủy|2023-01|paper', 'Tỉnh ủy Nam Trung|2023-01|south'],
      ['Tỉnh ủy|2023-01|paper', 'Tỉnh ủy Quảng Hải|2021-05|paper'],
      ['paper|2023-01', 'paper|2023-02', 'south|2023-01'],
      everywhere,
    );
    expect(lines(grid)).toEqual(['Tỉnh ủy Quảng Hải: 1/3 . # (2)', 'Tỉnh ủy Nam Trung: 0/1 # # (0)']);
  });

  it('watches a body through sources of its place, not through any source', () => {
    const watching = (delivered: readonly string[], met: string) =>
      lines(draw([met], [], delivered, { level: 'all', province: null, district: null }))[0];
    const city = 'Thành ủy Hạ Khê|2023-01|portal';
    expect(watching(['paper|2023-02', 'portal|2023-03'], city)).toBe('Thành ủy Hạ Khê: 0/1 . . (0)');
    expect(watching(['south|2023-02'], city)).toBe('Thành ủy Hạ Khê: 0/1 # # (0)');
    const province = 'Tỉnh ủy Quảng Hải|2023-01|paper';
    // Who once reported a body of another place does not watch it; a body of no known place has nobody else.
    expect(watching(['south|2023-02'], 'Tỉnh ủy Quảng Hải|2023-01|south')).toBe('Tỉnh ủy Quảng Hải: 0/1 # # (0)');
    expect(watching(['south|2023-02'], 'Ban Bí thư|2023-01|south')).toBe('Ban Bí thư: 0/1 . # (0)');
    expect(watching(['portal|2023-02'], province)).toBe('Tỉnh ủy Quảng Hải: 0/1 # # (0)');
  });

  it('shows bodies of the scope, most citing first, then those that met most', () => {
    const met = ['Huyện ủy Trà Lâm|2023-01|paper|4', 'Thành ủy Hạ Khê|2023-01|paper', 'Tỉnh ủy|2023-01|paper'];
    const scope: CoverageScope = { level: 'district', province: 'quang hai', district: null };
    expect(lines(draw(met, ['Thành ủy|2023-01|portal'], [], scope))).toEqual([
      'Thành ủy Hạ Khê: 1/1 # # (1)',
      'Huyện ủy Trà Lâm: 0/4 # # (0)',
    ]);
    expect(draw(met, [], [], { level: 'district', province: 'nam trung', district: null }).rows).toEqual([]);
  });

  it('counts what it cannot place instead of dropping it', () => {
    const scope: CoverageScope = { level: 'district', province: 'quang hai', district: null };
    const grid = draw(
      ['Huyện ủy|2023-01|national|2', 'Thành ủy Hạ Khê||portal', 'Thành ủy Hạ Khê|2023-02|portal', 'Tỉnh ủy|2023-01'],
      [],
      [],
      scope,
    );
    expect([grid.unplaced, grid.undated]).toEqual([2, 1]);
    expect(lines(grid)).toEqual(['Thành ủy Hạ Khê: # 0/1 # (0)']);
    expect(draw(['Tỉnh ủy|2023-01', 'Ban Bí thư|2023-01'], [], [], everywhere)).toEqual({
      rows: [],
      unplaced: 1,
      undated: 0,
    });
  });

  it('never says that more was cited than met', () => {
    expect(lines(draw([], ['Tỉnh ủy|2023-02|paper|3'], [], everywhere))).toEqual(['Tỉnh ủy: # 3/3 # (3)']);
  });
});

describe('whose coverage', () => {
  const place: Place = { province: 'Quảng Hải' };
  it.each([
    ['central', null, '2023-01', { level: 'province', province: null, district: null }],
    ['province', place, '2025-06', { level: 'district', province: 'quang hai', district: null }],
    ['province', place, '2025-07', { level: 'commune', province: 'quang hai', district: null }],
    [
      'district',
      { ...place, district: 'Hạ Khê' },
      '2023-01',
      { level: 'all', province: 'quang hai', district: 'ha khe' },
    ],
    ['commune', { ...place, commune: 'Bến Đá' }, '2025-08', { level: 'all', province: 'quang hai', district: null }],
    [null, null, '2023-01', { level: 'province', province: null, district: null }],
  ] as const)('of a document of level %s in %j in %s', (level, home, month, scope) => {
    expect(scopeOf({ level, place: home }, month)).toEqual(scope);
  });
});
