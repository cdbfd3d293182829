/**
 * The style sheets by name: `style` stands on every page, each other one only on pages that need it (frame.tsx says
 * which). `style-draft` is web/style-draft.css, served as `/style-draft-<hash>.css`.
 */
export type SheetName = (typeof sheetNames)[number];

/** Something of every sheet: its text, its address. */
export type EachSheet<T> = Readonly<Record<SheetName, T>>;

export const sheetNames = [
  'style',
  'style-document',
  'style-meetings',
  'style-network',
  'style-sources',
  'style-draft',
  'style-copies',
] as const;

/** `forEachSheet((name) => '/' + name + '.css').style` is `/style.css`. */
export function forEachSheet<T>(make: (name: SheetName) => T): EachSheet<T> {
  return {
    style: make('style'),
    'style-document': make('style-document'),
    'style-meetings': make('style-meetings'),
    'style-network': make('style-network'),
    'style-sources': make('style-sources'),
    'style-draft': make('style-draft'),
    'style-copies': make('style-copies'),
  };
}
