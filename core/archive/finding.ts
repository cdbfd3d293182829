/** What `verify` finds where things do not agree. */
export interface Finding {
  /** `note`: worth knowing, and no fault. */
  readonly kind: 'fault' | 'note';
  /** What it is about: `snapshot 3fa9…`, `article 93a2…`. */
  readonly subject: string;
  readonly detail: string;
}

export function aFault(subject: string, detail: string): Finding {
  return { kind: 'fault', subject, detail };
}
