/** Texts of strangers, made fit for the files that we write. */

/** Without what XML cannot hold, escaped or not: a single such character makes a feed or an office file unreadable. */
export function keepXml(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu, '');
}

/** For HTML inside of a feed. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
