/**
 * What a mention tells by itself, before the rest of its text and the archive are asked.
 */
import type { IssuingBody } from './body.ts';
import type { Evidence } from './document.ts';
import type { DocumentIdentity } from './identity.ts';
import type { Settlement } from './resolve.ts';

/** What a mention tells by itself; `isFirm` where its own words do, and not the article's date. */
export interface OwnSettlement {
  readonly settlement: Settlement;
  readonly isFirm: boolean;
}

export interface Numbered {
  readonly type: string;
  readonly number: string;
  readonly body: IssuingBody;
}

export function firm(identity: DocumentIdentity, why: readonly Evidence[]): OwnSettlement {
  return { settlement: { kind: 'settled', identity, why }, isFirm: true };
}

export function open(settlement: Settlement): OwnSettlement {
  return { settlement, isFirm: false };
}
