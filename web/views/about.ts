/** What a page says of itself to machines: search engines, previews of links, citation managers. */

export interface PageAbout {
  /** The one address of what stands here, in this language, absolute where the host is known; null for what is not listed. */
  readonly canonical: string | null;
  /** The same in each language (`vi`, `en`), absolute; none where the host is not known or nothing is listed. */
  readonly translations: readonly { readonly lang: string; readonly href: string }[];
  /** One or two sentences; null where there is nothing to say beyond the title. */
  readonly description: string | null;
  readonly type: 'website' | 'article';
  /** schema.org as JSON (JSON-LD), written so that nothing in it can end the element that it stands in; null for none. */
  readonly data: string | null;
}
