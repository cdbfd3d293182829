/** What a sticky pattern (flag `y`) finds right at the offset `at` of `text`, or null. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
