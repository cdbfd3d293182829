import type { ComponentChild, JSX } from 'preact';

/** What is known, side by side with dots between: "Cổng thông tin · 21/3/2023". Nulls are left out. */
export function Dotted(props: { readonly items: readonly ComponentChild[] }): JSX.Element {
  const known = props.items.filter((item) => item !== null);
  return <>{known.flatMap((item, index) => (index === 0 ? [item] : [' · ', item]))}</>;
}
