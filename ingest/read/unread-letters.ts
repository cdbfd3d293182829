/**
 * Vietnamese letters in a form that nothing here reads: said of the text, which stays as it came, so that it is not taken for
 * what its author wrote.
 */

interface UnreadForm {
  readonly name: string;
  /** What the form puts where a letter with marks stood. */
  readonly letter: RegExp;
  readonly example: string;
}

export const unreadForms: readonly UnreadForm[] = [
  { name: 'UTF-7', letter: /\+[A-Za-z\d/]{2,60}-/g, example: 'tr+HvE-c Th+AOA-nh +Huc-y' },
  { name: 'VIQR', letter: /[aeo]\^|[ou]\+|a\([`'?~.]?[a-z ]|(?<![a-z])dd[a-z]/gi, example: 'tru+.c ddo^` tha(`ng' },
  {
    name: 'quoted-printable',
    letter: /=(?:C[3-6]|E1=B[AB])=[89AB][\dA-F]/g,
    example: 'H=E1=BB=8Dp ng=C3=A0y 5, =C4=91=E1=BB=A3t hai',
  },
  {
    name: 'UTF-8 read in a wrong encoding',
    letter: /á[º»][^\s\w]|Æ[°¡]|Ä[‘\u0090\u0091]/g,
    example: 'Æ°á»Ÿng Ä‘Ă´',
  },
];

/** The name of the form where so much of a text is in it that it cannot be anything else; null for any other text. */
export function tellUnreadForm(text: string): string | null {
  const isIn = ({ letter }: UnreadForm): boolean => {
    const found = text.match(letter)?.length ?? 0;
    return found >= FEWEST && found * CHARACTERS_TO_LETTER >= text.length;
  };
  return unreadForms.find(isIn)?.name ?? null;
}

const FEWEST = 8;
/** Of Vietnamese letters every third has a mark; formulas and telephone numbers are fewer by far. */
const CHARACTERS_TO_LETTER = 50;
