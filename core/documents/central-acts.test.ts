import { describe, expect, it } from 'vitest';
import { findCentralAct, findListedDay } from './central-acts.ts';

describe('findCentralAct', () => {
  const cited = { on: '2024-10-09', running: ['2021-2026'], subject: null };
  it.each([
    ['the one of its number, cited in the next term', 'CT', '05', cited, '2016-05-15', 'number'],
    ['without the zero', 'CT', '5', cited, '2016-05-15', 'number'],
    [
      'an act of the term before, cited in the new one',
      'NQ',
      '57',
      at('2026-03-02', '2026-2031'),
      '2024-12-22',
      'number',
    ],
    [
      'the last one issued by then, the next being still to come',
      'NQ',
      '19',
      at('2021-06-01', '2021-2026'),
      '2017-10-25',
      'number',
    ],
    ['one of several by its subject', 'NQ', '18', about('đổi mới, sắp xếp tổ chức bộ máy'), null, null],
    [
      'one of several by its subject, cut where the sentence ends',
      'NQ',
      '18',
      about('một số vấn đề về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị'),
      '2017-10-25',
      'subject',
    ],
    [
      'one whose subject is printed, in an article without a day',
      'NQ',
      '36',
      undated('chiến lược phát triển bền vững kinh tế biển Việt Nam'),
      '2018-10-22',
      'subject',
    ],
    ['none, where the term then running has its own', 'NQ', '19', cited, null, null],
    ['none, where nothing of the number had been issued', 'CT', '05', at('2016-03-01', '2016-2021'), null, null],
    ['none, where the article has no day', 'CT', '05', undated(null), null, null],
    ['none of another type', 'KH', '05', cited, null, null],
  ])('tells %s', (_note, type, number, how, date, by) => {
    const act = findCentralAct({ type, number }, how);
    expect(act === null ? [null, null] : [act.date, act.by]).toEqual([date, by]);
  });

  function at(on: string, running: string) {
    return { on, running: [running], subject: null };
  }
  function about(subject: string) {
    return { ...cited, subject };
  }
  function undated(subject: string | null) {
    return { on: null, running: [], subject };
  }
});

describe('findListedDay', () => {
  it.each([
    ['the one act of its number and term', 'CT', '05', '2016-2021', null, '2016-05-15'],
    ['an act of a plenum', 'NQ', '4', '2016-2021', null, '2016-10-30'],
    ['none of another term', 'CT', '05', '2021-2026', null, null],
    ['none of a type that is not listed', 'KH', '05', '2016-2021', null, null],
    ['none of something else', 'CT', '05', '2016-2021', 'phòng cháy, chữa cháy rừng trong mùa khô', null],
    ['none where the term is not known', 'CT', '05', null, null, null],
  ])('tells %s', (_note, type, number, term, subject, day) => {
    expect(findListedDay({ type, number }, { term, subject })).toBe(day);
  });
});
