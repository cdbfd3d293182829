import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { aDocument } from '../fixture-documents.ts';
import { renderPage } from '../render.tsx';
import { startCopy } from './copy.ts';
import { startPrint } from './print.ts';

const files = { xlsx: '/a.xlsx', csv: '/a.csv', docx: '/a.docx' };
const citing = {
  full: 'Nghị quyết số 21-NQ/TU về bến bãi',
  short: 'Nghị quyết số 21-NQ/TU',
  lacks: [],
  ris: '/r',
  bib: '/b',
};

function open() {
  const window = parseHTML(renderPage(aDocument('vi', { files, citing })));
  return { document: window.document, hidden: () => window.document.querySelectorAll('[hidden]').length };
}

describe('without scripts', () => {
  it('nothing is shown that would need them', () => {
    expect(open().hidden()).toBe(3);
  });
});

describe('printing', () => {
  it('is offered, and does nothing on pages that have no button', () => {
    const page = open();
    startPrint(page.document);
    expect(page.document.querySelector('[data-print]')?.closest('[hidden]')).toBeNull();
    expect(() => startPrint(parseHTML('<p>x</p>').document)).not.toThrow();
  });
});

describe('copying', () => {
  it('is offered beside each form of citing', () => {
    const page = open();
    startCopy(page.document);
    const buttons = [...page.document.querySelectorAll('[data-copy]')];
    expect(buttons.map((button) => [button.hasAttribute('hidden'), button.textContent])).toEqual([
      [false, 'Chép'],
      [false, 'Chép'],
    ]);
  });

  it('is not offered where the words are missing', () => {
    const { document } = parseHTML('<button data-copy="no-such" hidden>Chép</button>');
    startCopy(document);
    expect(document.querySelector('button')?.hasAttribute('hidden')).toBe(true);
  });
});
