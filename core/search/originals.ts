/**
 * An item's texts as engines keep them, by field: composed, and lists one entry a line.
 *
 * Hits are cut, marked and held against the reader's accents on these. Two items with the same originals and day are
 * the same to every reader.
 */
import type { SearchItem } from './engine.ts';
import type { SearchField } from './fields.ts';

export type Originals = Readonly<Record<SearchField, string>>;

export function originalsOf(item: SearchItem): Originals {
  return {
    title: item.title.normalize('NFC'),
    codes: item.codes.join('\n').normalize('NFC'),
    people: item.people.join('\n').normalize('NFC'),
    body: item.body.normalize('NFC'),
  };
}

export function isSameText(one: Originals, other: Originals): boolean {
  return (
    one.title === other.title && one.body === other.body && one.codes === other.codes && one.people === other.people
  );
}
