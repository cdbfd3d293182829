import type { JSX } from 'preact';
import { changeAddress, href } from '../address.ts';
import { formatNumber } from '../dates.ts';
import type { PageFrame, PageOf } from '../view-terms.ts';
import { wordsOf } from '../words.ts';
import { Link } from './link.tsx';

/** "21–40 trong 1.234" with links to the pages near this one, the first and the last. */
export function Pager(props: { readonly pages: PageOf; readonly frame: PageFrame }): JSX.Element | null {
  const { page, perPage, total } = props.pages;
  const { lang, address } = props.frame;
  const words = wordsOf(lang).pager;
  const last = Math.ceil(total / perPage);
  if (last <= 1) return null;
  const write = (value: number): string => formatNumber(value, lang);
  const to = (number: number): string => changeAddress(address, { page: number === 1 ? null : String(number) });
  return (
    <nav class="pager" aria-label={words.label}>
      <p>{words.range(write((page - 1) * perPage + 1), write(Math.min(page * perPage, total)), write(total))}</p>
      <ul>
        {page > 1 ? (
          <li>
            <Link to={to(page - 1)} lang={lang}>
              {words.previous}
            </Link>
          </li>
        ) : null}
        {nearPages(page, last).map((number, index, all) => (
          <li key={number} class={number - (all[index - 1] ?? number) > 1 ? 'gap' : undefined}>
            {number === page ? (
              <span aria-current="page">
                <span class="unseen">{words.page(write(number))}</span>
                <span aria-hidden="true">{write(number)}</span>
              </span>
            ) : (
              <a href={href(to(number), lang)} aria-label={words.page(write(number))}>
                {write(number)}
              </a>
            )}
          </li>
        ))}
        {page < last ? (
          <li>
            <Link to={to(page + 1)} lang={lang}>
              {words.next}
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

/** The first, the last, and two on each side. */
export function nearPages(page: number, last: number): readonly number[] {
  const wanted = [1, page - 2, page - 1, page, page + 1, page + 2, last];
  return [...new Set(wanted)].filter((number) => number >= 1 && number <= last).sort((a, b) => a - b);
}
