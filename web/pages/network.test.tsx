import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { aNetwork, aNetworkStart } from '../fixture-network.ts';
import { renderPage } from '../render.tsx';
import type { Lang } from '../view-terms.ts';
import type { NetworkAround, NetworkView } from '../views/network.ts';

function draw(view: NetworkView): Document {
  return parseHTML(renderPage(view)).document;
}

function textOf(page: ParentNode, selector: string): string {
  return [...page.querySelectorAll(selector)].map((one) => one.textContent.replace(/\s+/g, ' ').trim()).join(' | ');
}

describe.each<Lang>(['vi', 'en'])('a network in %s', (lang) => {
  const page = draw(aNetwork(lang));
  const { content } = aNetwork(lang);
  const { nodes, edges } = content.kind === 'around' ? content : { nodes: [], edges: [] };

  it('has a link and a row for each document, and a line for each tie', () => {
    expect(page.querySelectorAll('svg .node')).toHaveLength(nodes.length);
    expect(page.querySelectorAll('.network-table tbody tr')).toHaveLength(nodes.length - 1);
    expect(page.querySelectorAll('.frame .tie')).toHaveLength(edges.length);
    expect(page.querySelectorAll('.network-table td li')).toHaveLength(edges.length);
  });

  it('marks the one in the middle, which leads to its page; the others lead to their networks', () => {
    const [middle, ...others] = page.querySelectorAll('svg .node');
    expect(middle?.getAttribute('class')).toBe('node middle');
    expect(middle?.getAttribute('href')).toMatch(/^\/van-ban\/ct-18-tw\.2021/);
    for (const other of others) expect(other.getAttribute('href')).toMatch(/^\/mang-luoi\?doc=/);
  });

  it('names in words what is drawn', () => {
    expect(page.querySelector('svg [id=hinh-ten]')?.textContent).toContain('18-CT/TW');
    expect(textOf(page, 'svg .node title')).toContain(
      lang === 'vi' ? 'Thực hiện, cụ thể hóa 18-CT/TW' : 'Implements 18-CT/TW',
    );
    expect(page.querySelectorAll('.legend li').length).toBe(2 + 3 + 1);
  });
});

describe('a network', () => {
  it('has a shape for each level and a kind of line for each kind of tie', () => {
    const page = draw(aNetwork('vi'));
    expect([...page.querySelectorAll('.frame .shape')].map((shape) => shape.tagName.toLowerCase())).toEqual([
      'path',
      'circle',
      'circle',
      'path',
      'circle',
    ]);
    const arrows = [...page.querySelectorAll('.frame .tie')].map((tie) => tie.getAttribute('marker-end') !== null);
    expect(arrows).toEqual([true, false, true, false, true]);
    const widths = [...page.querySelectorAll('.frame .together')].map((tie) =>
      Number(tie.getAttribute('stroke-width')),
    );
    expect(widths[1]).toBeGreaterThan(widths[0] ?? Number.NaN);
  });

  it('says how much was looked at and left out', () => {
    const said = textOf(draw(aNetwork('vi')), '.network-said');
    expect(said).toContain('Hiện 4 văn bản mạnh nhất trong 130 văn bản liên quan.');
    expect(said).toContain('Chỉ xét 1.000 cuộc họp mới nhất trong 20.345 cuộc họp đã nhắc.');
    expect(said).toContain('Chỉ xét 5.000 trong 6.000 lượt nêu quan hệ.');
    expect(said).toContain('Bỏ bớt 7 đường nối yếu nhất');
  });

  const whole: Partial<NetworkAround> = {
    total: 4,
    more: null,
    edgesLeftOut: 0,
    followed: 0,
    meetings: { seen: 3, all: 3 },
    statements: { seen: 0, all: 0 },
  };
  it('says no more where all is shown', () => {
    expect(textOf(draw(aNetwork('vi', whole)), '.network-said')).toBe(
      'Hiện cả 4 văn bản liên quan. Đến bảng cùng dữ liệu',
    );
  });

  it('that is empty says so, and one of an unsettled code why', () => {
    const { content } = aNetwork('vi');
    if (content.kind !== 'around') throw new Error('expected a network');
    const [middle] = content.nodes;
    expect(textOf(draw(aNetwork('vi', { nodes: [middle], edges: [] })), '.empty')).toMatch(
      /không có nghĩa là không có/,
    );
    const unsettled = draw(aNetwork('vi', { nodes: [middle], edges: [], isUnsettled: true }));
    expect(textOf(unsettled, '.empty')).toMatch(/chưa rõ là văn bản nào/);
    expect(unsettled.querySelector('.filters')).toBeNull();
  });

  it('keeps all chosen filters in its form', () => {
    const form = draw(aNetwork('vi')).querySelector('form.filters');
    expect(form?.querySelector('input[name=doc]')?.getAttribute('value')).toBe('ct-18-tw.2021');
    expect(form?.querySelector('input[name=least]')?.getAttribute('value')).toBe('2');
    expect(form?.querySelector('select[name=kinds] option[selected]')?.getAttribute('value')).toBe('cites');
    expect(form?.querySelector('select[name=depth] option[value=""]')).toBeNull();
  });
});

describe('where to begin', () => {
  it('keeps what was typed and lists what it may mean', () => {
    const page = draw(aNetworkStart('vi', 'nq 21'));
    expect(page.querySelector('#so-hieu')?.getAttribute('value')).toBe('nq 21');
    expect(textOf(page, 'h2')).toMatch(/“nq 21” có thể là một trong/);
    expect(page.querySelector('tbody a[href^="/mang-luoi?doc="]')?.textContent).toBe('Mạng lưới quanh 21-NQ/TU');
  });
});
