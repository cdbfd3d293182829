/**
 * Entities that a parser leaves behind, because a careless program had escaped them once more: `&amp;nbsp;`, `&amp;#7897;`.
 *
 * Only those that stand for a letter, a blank or a sign of prose. `&lt;` and what else speaks of markup stays as printed: whoever
 * shows it means it.
 */

/**
 * The text with such entities resolved, letters composed.
 * @example resolveEntities('H&#7897;i ngh&#7883; c&aacute;n b&#7897;') // 'Hội nghị cán bộ'
 */
export function resolveEntities(text: string): string {
  return text.replace(ENTITY, (printed, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return signs.get(name) ?? letterOf(name) ?? printed;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return isOfProse(code) ? String.fromCodePoint(code) : printed;
  });
}

/** Once or twice more than the page's own. */
const ENTITY = /&(?:amp;)?(?:#(\d{2,6})|#[xX]([\da-fA-F]{2,5})|([a-zA-Z]{2,6}));/g;

const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    shy: '',
    quot: '"',
    apos: "'",
    amp: '&',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    bull: '•',
    middot: '·',
    deg: '°',
    ETH: 'Đ',
    eth: 'đ',
    Dstrok: 'Đ',
    dstrok: 'đ',
  }),
);

const marks: ReadonlyMap<string, string> = new Map([
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
]);

/** `&ecirc;` and its like: a letter and the name of its mark. */
function letterOf(name: string): string | null {
  const mark = marks.get(name.slice(1));
  return mark === undefined ? null : `${name.charAt(0)}${mark}`.normalize('NFC');
}

/** Quotes, ampersands and what lies beyond ASCII, without halves of characters. */
function isOfProse(code: number): boolean {
  return (
    code === 34 || code === 38 || code === 39 || (code >= 0xa0 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff)
  );
}
