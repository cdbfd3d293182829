/** Shows the buttons that copy the words beside them, says when that was done, and falls back to selecting them. */
const SAID_FOR_MS = 2000;

export function startCopy(root: Document): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const words = root.getElementById(button.dataset['copy'] ?? '');
    if (words === null) continue;
    button.removeAttribute('hidden');
    const name = button.textContent;
    button.addEventListener('click', () => {
      copy(root, words).then(
        () => say(button, button.dataset['copied'] ?? name, name),
        () => root.getSelection()?.selectAllChildren(words),
      );
    });
  }
}

/** The clipboard is there on secure origins alone: on an intranet without TLS the words are only selected. */
async function copy(root: Document, words: Element): Promise<void> {
  const { clipboard } = root.defaultView?.navigator ?? {};
  if (clipboard === undefined) throw new Error('Cannot copy: expected a clipboard, got none; select the words instead');
  await clipboard.writeText(words.textContent.trim());
}

function say(button: HTMLElement, said: string, name: string): void {
  button.setAttribute('aria-live', 'polite');
  button.textContent = said;
  setTimeout(() => {
    button.textContent = name;
  }, SAID_FOR_MS);
}
