/** What looking for articles comes upon. */

/** One address that a feed, sitemap or list page named, as printed there, made absolute. */
export interface FoundLink {
  readonly url: string;
  /** What stood beside it: an instant or a day as article dates are written, null when none or unreadable. */
  readonly published: string | null;
  /** For sitemaps: when it last changed, as above. */
  readonly modified: string | null;
  readonly title: string | null;
}

/** What one feed, sitemap or list page holds. */
export interface FoundPage {
  /** In the order of the page, which is newest first in feeds and lists. */
  readonly links: readonly FoundLink[];
  /** Other sitemaps that this one names. */
  readonly sitemaps: readonly string[];
  /** What was odd: stable codes with the evidence in words. */
  readonly warnings: readonly { readonly code: string; readonly detail: string }[];
}
