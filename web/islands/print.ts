/** Shows the buttons that print the page, and lets them: without scripts a browser's own menu does it. */
export function startPrint(root: Document): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    showWhatNeedsScripts(button);
    button.addEventListener('click', () => root.defaultView?.print());
  }
}

function showWhatNeedsScripts(element: Element): void {
  element.closest('[data-needs-script]')?.removeAttribute('hidden');
}
