import { describe, expect, it } from 'vitest';
import { engines } from './engines.ts';
import { findLead, leadOf, placeLead } from './lead.ts';
import { listShown, openPage, selectSafely } from './markup.ts';
import { readStructured } from './structured.ts';

const lead = 'Sáng 5/4, Huyện ủy Cẩm Khê họp giao ban quý I.';

describe('findLead', () => {
  const find = (html: string, selector = '', engineId = ''): string | null => {
    const opened = openPage(html);
    if (opened.kind !== 'page') throw new Error('The page of this test should open.');
    const { page } = opened;
    const body = selectSafely(page, '.body').get(0) ?? null;
    const engine = engines.find(({ id }) => id === engineId) ?? null;
    const parts = {
      page,
      engine,
      facts: readStructured(page),
      title: { text: 'Huyện ủy Cẩm Khê giao ban', element: null },
      body,
    };
    return findLead(parts, listShown(page), selector);
  };
  const text = '<p>Hội nghị nghe báo cáo.</p>';

  it.each([
    [
      'the source file, wherever it stands',
      `<div class="body">${text}</div><ul><li class="x">${lead}</li></ul>`,
      lead,
      '.x',
    ],
    ['the engine', `<div class="cms-desc"><p>${lead}</p></div><div class="body">${text}</div>`, lead, '', 'hemera'],
    ['markup above the text', `<h2 class="sapo">${lead}</h2><div class="body">${text}</div>`, lead],
    ['markup that opens the text', `<div class="body"><h1>x</h1><p class="sapo">${lead}</p>${text}</div>`, lead],
    ['markup deep in the text', `<div class="body">${text.repeat(6)}<p class="sapo">${lead}</p></div>`, null],
    ['markup behind the text', `<div class="body">${text}</div><p class="sapo">${lead}</p>`, null],
    ['other news', `<ul><li><p class="summary">${lead}</p></li></ul><div class="body">${text}</div>`, null],
    ['the title once more', `<p class="sapo">HUYỆN ỦY CẨM KHÊ GIAO BAN</p><div class="body">${text}</div>`, null],
    ['too short to be one', `<p class="summary">Tin</p><div class="body">${text}</div>`, null],
  ])('%s', (_, html, wanted, selector = '', engine = '') => expect(find(html, selector, engine)).toBe(wanted));
});

describe('placeLead', () => {
  it.each([
    ['above the text', ['Hai.', 'Ba.'], lead, lead, [lead, 'Hai.', 'Ba.']],
    ['also in it', [`${lead} `, 'Hai.'], lead, `${lead} `, [`${lead} `, 'Hai.']],
    ['as the beginning of a paragraph', [`${lead} Và nữa.`, 'Hai.'], lead, lead, [`${lead} Và nữa.`, 'Hai.']],
    ['behind a line', ['Tin', lead, 'Hai.'], lead, lead, [lead, 'Tin', 'Hai.']],
    ['not marked', ['Một.', 'Hai.'], null, 'Một.', ['Một.', 'Hai.']],
    ['without any text', [], lead, lead, [lead]],
  ])('%s', (_, paragraphs, marked, wanted, all) =>
    expect(placeLead(paragraphs, marked)).toEqual({ lead: wanted, paragraphs: all }),
  );
});

describe('leadOf', () => {
  it('takes no lone and no endless paragraph', () => {
    expect([leadOf([]), leadOf(['Một.']), leadOf(['x'.repeat(1001), 'Hai.']), leadOf(['Một.', 'Hai.'])]).toEqual([
      null,
      null,
      null,
      'Một.',
    ]);
  });
});
