import type { ComponentChildren, JSX } from 'preact';
import { href, safeHref } from '../address.ts';
import type { Lang } from '../view-terms.ts';

/** A link within the site, in the page's language. */
export function Link(props: {
  readonly to: string;
  readonly lang: Lang;
  readonly class?: string;
  readonly title?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <a href={href(props.to, props.lang)} class={props.class} title={props.title}>
      {props.children}
    </a>
  );
}

/** A link to an address that a source gave; plain text where it is not one a reader may follow. */
export function OutsideLink(props: { readonly to: string; readonly children: ComponentChildren }): JSX.Element {
  const target = safeHref(props.to);
  if (target === null) return <span>{props.children}</span>;
  return (
    <a href={target} rel="noopener nofollow" class="outside">
      {props.children}
    </a>
  );
}
