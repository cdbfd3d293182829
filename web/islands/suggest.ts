/**
 * Type-ahead on every search box: documents, people, then the words themselves.
 *
 * The pattern is WAI-ARIA's combobox with a list: the focus stays in the field, arrow keys move the active option, Enter
 * takes it, Escape closes. Nothing is chosen by itself, so that Enter without an active option is a plain submit. While
 * an input method composes (Telex, VNI of the system) keys are its own, and nothing is asked.
 */
import { drawOffers, type Offer, type OfferWords, readOffers } from './suggestions.ts';

const PAUSE_MS = 150;
const MOST_TYPED = 100;

/** What the list needs of the world around it. */
export interface SuggestParts {
  /** The answer of the server for what is typed; rejects when it is aborted or fails. */
  readonly ask: (typed: string, signal: AbortSignal) => Promise<unknown>;
  readonly open: (href: string) => void;
}

export function startSuggest(root: Document): void {
  const view = root.defaultView;
  if (view === null) return;
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-suggest]')) {
    const address = form.dataset['suggest'] ?? '';
    attachSuggest(form, {
      ask: async (typed, signal) => {
        const response = await view.fetch(`${address}?${new URLSearchParams({ q: typed, ...langOf(form) })}`, {
          signal,
        });
        if (!response.ok) throw new Error(`Cannot suggest for "${typed}": expected 200, got ${response.status}`);
        const answer: unknown = await response.json();
        return answer;
      },
      open: (href) => view.location.assign(href),
    });
  }
}

/** Makes the search field of a form a combobox. */
export function attachSuggest(form: HTMLFormElement, parts: SuggestParts): void {
  const input = form.querySelector<HTMLInputElement>('input[name="q"]');
  if (input === null) return;
  const words = wordsOf(form);
  const list = makeList(form, input);
  const said = makeStatus(form);
  let offers: readonly Offer[] = [];
  let active = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | null = null;
  let isComposing = false;

  input.addEventListener('input', () => {
    if (!isComposing) later();
  });
  input.addEventListener('compositionstart', () => {
    isComposing = true;
  });
  input.addEventListener('compositionend', () => {
    isComposing = false;
    later();
  });
  input.addEventListener('keydown', onKey);
  input.addEventListener('blur', close);
  form.addEventListener('submit', close);
  // The field keeps the focus: a press on an option must not blur it before the click comes.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('mousedown', (event) => event.preventDefault());

  function later(): void {
    stop();
    const typed = input?.value.trim().slice(0, MOST_TYPED) ?? '';
    if (typed === '') close();
    else timer = setTimeout(() => void show(typed), PAUSE_MS);
  }

  /** An older question is of no use once a newer one is to be asked. */
  function stop(): void {
    clearTimeout(timer);
    asking?.abort();
    asking = null;
  }

  async function show(typed: string): Promise<void> {
    const mine = new AbortController();
    asking = mine;
    try {
      const answer = await parts.ask(typed, mine.signal);
      if (mine.signal.aborted) return;
      offers = readOffers(answer, typed, words);
      drawOffers(list, offers, words);
      for (const [index, option] of [...list.children].entries()) option.addEventListener('click', () => take(index));
      move(-1);
      list.hidden = offers.length === 0;
      input?.setAttribute('aria-expanded', String(!list.hidden));
      said.textContent = list.hidden ? '' : (form.dataset['found'] ?? '').replace('{n}', String(offers.length));
    } catch {
      // Type-ahead is a help: without an answer the field is what it was.
      if (!mine.signal.aborted) close();
    }
  }

  function close(): void {
    stop();
    list.hidden = true;
    offers = [];
    active = -1;
    said.textContent = '';
    input?.setAttribute('aria-expanded', 'false');
    input?.removeAttribute('aria-activedescendant');
  }

  function move(to: number): void {
    active = to;
    for (const [index, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(index === active));
      if (index === active) option.scrollIntoView?.({ block: 'nearest' });
    }
    if (active < 0) input?.removeAttribute('aria-activedescendant');
    else input?.setAttribute('aria-activedescendant', `${list.id}-${active}`);
  }

  function onKey(event: KeyboardEvent): void {
    if (isComposing || event.isComposing) return;
    if (list.hidden) {
      if (event.key === 'ArrowDown') later();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (step !== null) {
      event.preventDefault();
      move(nextActive(active, step, offers.length));
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      take(active);
    } else if (event.key === 'Escape') {
      // Else a search field would be emptied by the same key.
      event.preventDefault();
      close();
    }
  }

  function take(index: number): void {
    const offer = offers[index];
    if (offer === undefined) return;
    if (offer.kind === 'document') {
      close();
      parts.open(offer.href);
      return;
    }
    if (input !== null) input.value = offer.kind === 'person' ? offer.name : offer.text;
    close();
    form.requestSubmit();
  }
}

/** The option after this one or before it; -1 is the field itself, which lies between the last and the first. */
export function nextActive(active: number, step: 1 | -1, count: number): number {
  const places = count + 1;
  return ((active + 1 + step + places) % places) - 1;
}

function makeList(form: HTMLFormElement, input: HTMLInputElement): HTMLElement {
  const list = form.ownerDocument.createElement('ul');
  list.id = `${input.id}-goi-y`;
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.dataset['label'] ?? '');
  input.after(list);
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
    ['aria-controls', list.id],
  ] as const)
    input.setAttribute(name, value);
  return list;
}

/** Says to those who do not see the list how many options there are. */
function makeStatus(form: HTMLFormElement): HTMLElement {
  const status = form.ownerDocument.createElement('span');
  status.className = 'unseen';
  status.setAttribute('role', 'status');
  form.append(status);
  return status;
}

function wordsOf({ dataset, ownerDocument }: HTMLFormElement): OfferWords {
  return {
    lang: ownerDocument.documentElement.lang === 'en' ? 'en' : 'vi',
    count: dataset['count'] ?? '{n}',
    people: dataset['people'] ?? '{n}',
    words: dataset['words'] ?? '{q}',
  };
}

function langOf({ ownerDocument }: HTMLFormElement): Readonly<Record<string, string>> {
  return ownerDocument.documentElement.lang === 'en' ? { lang: 'en' } : {};
}
