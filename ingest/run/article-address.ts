/**
 * Which address an article is filed under, when the one asked for, the one that answered and the one that the page
 * calls canonical differ.
 *
 * A redirect is the server's word and is believed within the source; the page's own word only where it cannot merge two
 * articles: portals print one canonical address on all pages, or the home page's.
 */
import { canonicalAddress, identityKey } from '../discover/address.ts';
import type { Source } from '../sources/source-file.ts';
import { isArticleAddress } from '../sources/source-rules.ts';

export interface AddressEvidence {
  readonly askedUrl: string;
  readonly finalUrl: string;
  /** What the page says, as printed; null when it says nothing. */
  readonly canonicalUrl: string | null;
}

/** The article's address, and the others that were seen to lead to it. */
export interface ArticleAddress {
  readonly url: string;
  readonly others: readonly string[];
}

export function addressOf(seen: AddressEvidence, source: Source): ArticleAddress {
  const keep = source.article.keep_params;
  const asked = seen.askedUrl;
  const landed = canonicalAddress(seen.finalUrl, null, keep);
  const reached = landed !== null && isArticleAddress(source, landed) ? landed : asked;
  const said = seen.canonicalUrl === null ? null : canonicalAddress(seen.canonicalUrl, seen.finalUrl, keep);
  const isSame =
    said !== null && isArticleAddress(source, said) && identityKey(said, keep) === identityKey(reached, keep);
  const url = isSame ? said : reached;
  return { url, others: [...new Set([asked, reached])].filter((other) => other !== url) };
}
