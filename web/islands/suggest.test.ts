import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachSuggest, nextActive } from './suggest.ts';
import { readOffers } from './suggestions.ts';

const answer = {
  items: [
    {
      kind: 'document',
      id: 'nq-21-tu.ha-khe.2020',
      code: '21-NQ/TU',
      type_name: 'Nghị quyết',
      issuer: 'Thành ủy Hạ Khê',
      term: '2020-2025',
      title: null,
      cited_by: 1234,
    },
    { kind: 'person', name: 'Trần Văn Mẫu <b>', items: 3 },
  ],
  total: 2,
  next: null,
};

interface Asked {
  readonly typed: string;
  readonly signal: AbortSignal;
  readonly answer: (value: unknown) => Promise<void>;
  readonly fail: () => Promise<void>;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open() {
  const { document, Event } = parseHTML(
    '<html lang="vi"><body><form data-suggest="/s" data-label="Gợi ý" data-count="{n} bài" data-people="{n} kết quả" data-words="Tìm “{q}”" data-found="{n} gợi ý"><input id="q" name="q"></form></body></html>',
  );
  const form = document.querySelector('form');
  const input = document.querySelector('input');
  if (form === null || input === null) throw new Error('expected a form with a field');
  const asked: Asked[] = [];
  const opened: string[] = [];
  const sent: string[] = [];
  Object.assign(form, { requestSubmit: () => sent.push(input.value) });
  attachSuggest(form, {
    ask: (typed, signal) =>
      new Promise((resolve, reject) => {
        const settle = () => vi.advanceTimersByTimeAsync(0).then(() => {});
        asked.push({
          typed,
          signal,
          answer: (value) => {
            resolve(value);
            return settle();
          },
          fail: () => {
            reject(new Error('no answer'));
            return settle();
          },
        });
      }),
    open: (href) => opened.push(href),
  });
  const fire = (type: string, over: object = {}): Event => {
    const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), over);
    input.dispatchEvent(event);
    return event;
  };
  return {
    asked,
    opened,
    sent,
    input,
    fire,
    type: (text: string): void => {
      input.value = text;
      fire('input');
    },
    press: (key: string, over: object = {}): Event => fire('keydown', { key, ...over }),
    wait: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    options: () =>
      [...document.querySelectorAll('[role=option]')].map((one) => one.textContent.replace(/\s+/g, ' ').trim()),
    state: () => [
      input.getAttribute('aria-expanded'),
      document.querySelector('[role=listbox]')?.hasAttribute('hidden'),
      input.getAttribute('aria-activedescendant'),
    ],
    click: (nth: number): void => {
      document.querySelectorAll('[role=option]')[nth]?.dispatchEvent(new Event('click', { bubbles: true }));
    },
    status: () => document.querySelector('[role=status]')?.textContent,
  };
}

describe('the field', () => {
  it('asks after a pause, once, and offers documents, people, then the words', async () => {
    const page = open();
    page.type('2');
    await page.wait(100);
    page.type('21');
    await page.wait(149);
    expect(page.asked).toEqual([]);
    await page.wait(1);
    expect(page.asked.map(({ typed }) => typed)).toEqual(['21']);
    expect(page.state()).toEqual(['false', true, null]);
    await page.asked[0]?.answer(answer);
    expect(page.options()).toEqual([
      '21-NQ/TU Nghị quyết · Thành ủy Hạ Khê · 2020-2025 1.234 bài',
      'Trần Văn Mẫu <b> 3 kết quả',
      'Tìm “21”',
    ]);
    expect(page.state()).toEqual(['true', false, null]);
    expect(page.status()).toBe('3 gợi ý');
    expect(page.input.getAttribute('role')).toBe('combobox');
  });

  it('leaves an older question when a newer one is asked', async () => {
    const page = open();
    page.type('2');
    await page.wait(150);
    page.type('22');
    expect(page.asked[0]?.signal.aborted).toBe(true);
    await page.wait(150);
    await page.asked[1]?.answer({ items: [], total: 0, next: null });
    await page.asked[0]?.answer(answer);
    expect(page.state()).toEqual(['false', true, null]);
  });

  it('leaves an input method alone until it is done', async () => {
    const page = open();
    page.fire('compositionstart');
    page.type('tie');
    await page.wait(500);
    page.press('ArrowDown', { isComposing: true });
    expect(page.asked).toEqual([]);
    page.input.value = 'tiế';
    page.fire('compositionend');
    await page.wait(150);
    expect(page.asked.map(({ typed }) => typed)).toEqual(['tiế']);
  });

  it('asks nothing when it is empty, and says nothing when the answer fails', async () => {
    const page = open();
    page.type('  ');
    await page.wait(500);
    expect(page.asked).toEqual([]);
    page.type('21');
    await page.wait(150);
    await page.asked[0]?.fail();
    expect(page.state()).toEqual(['false', true, null]);
  });
});

describe('the keys', () => {
  async function opened() {
    const page = open();
    page.type('21');
    await page.wait(150);
    await page.asked[0]?.answer(answer);
    return page;
  }

  it('go down and up through the options and the field', async () => {
    const page = await opened();
    const seen = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'].map((key) => {
      expect(page.press(key).defaultPrevented).toBe(true);
      return page.state()[2];
    });
    expect(seen).toEqual(['q-goi-y-0', 'q-goi-y-1', 'q-goi-y-2', null, 'q-goi-y-2']);
  });

  it('Enter goes to a document, looks for a person or the words, and is a plain submit without a choice', async () => {
    const plain = await opened();
    expect(plain.press('Enter').defaultPrevented).toBe(false);
    const document = await opened();
    document.press('ArrowDown');
    expect(document.press('Enter').defaultPrevented).toBe(true);
    expect(document.opened).toEqual(['/van-ban/nq-21-tu.ha-khe.2020']);
    const person = await opened();
    person.press('ArrowDown');
    person.press('ArrowDown');
    person.press('Enter');
    expect([person.sent, person.opened]).toEqual([['Trần Văn Mẫu <b>'], []]);
    const words = await opened();
    words.press('ArrowUp');
    words.press('Enter');
    expect(words.sent).toEqual(['21']);
  });

  it('Escape closes the list and keeps what was typed', async () => {
    const page = await opened();
    expect(page.press('Escape').defaultPrevented).toBe(true);
    expect([page.state(), page.input.value]).toEqual([['false', true, null], '21']);
    expect(page.press('Escape').defaultPrevented).toBe(false);
  });

  it('are not needed: a click takes an option, and leaving the field closes', async () => {
    const page = await opened();
    page.click(0);
    expect(page.opened).toEqual(['/van-ban/nq-21-tu.ha-khe.2020']);
    const other = await opened();
    other.fire('blur');
    expect(other.state()).toEqual(['false', true, null]);
  });
});

describe('the order of options', () => {
  it.each([
    [-1, 1, 3, 0],
    [2, 1, 3, -1],
    [-1, -1, 3, 2],
    [0, -1, 3, -1],
    [-1, 1, 0, -1],
  ] as const)('after %i by %i of %i comes %i', (active, step, count, next) => {
    expect(nextActive(active, step, count)).toBe(next);
  });
});

describe('an answer of another shape', () => {
  const words = { lang: 'en', count: 'articles: {n}', people: '{n}', words: '{q}' };
  it.each([null, 7, {}, { items: 7 }, { items: [null, 1, { kind: 'document' }, { kind: 'x', name: 'y' }] }])(
    'offers nothing: %j',
    (given) => {
      expect(readOffers(given, 'x', words)).toEqual([]);
    },
  );

  it('keeps the language, and takes no sign of a replacement for one', () => {
    const [first, last] = readOffers(
      { items: [{ kind: 'document', id: 'a/b', code: 'X', cited_by: 2 }] },
      '$& $1',
      words,
    );
    expect(first).toMatchObject({ href: '/van-ban/a%2Fb?lang=en', whose: '', count: 'articles: 2' });
    expect(last).toEqual({ kind: 'words', text: '$& $1' });
  });
});
