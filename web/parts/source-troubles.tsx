/** What the last run could not do, folded: addresses with reasons, what robots.txt forbids, warnings. */
import type { JSX } from 'preact';
import { formatNumber } from '../dates.ts';
import type { Lang } from '../view-terms.ts';
import type { Troubles } from '../views/sources.ts';
import { wordsOf } from '../words.ts';
import { OutsideLink } from './link.tsx';

export function TroublesFold(props: { readonly troubles: Troubles | null; readonly lang: Lang }): JSX.Element | null {
  const { troubles, lang } = props;
  if (troubles === null) return null;
  const words = wordsOf(lang).sources;
  const write = (value: number): string => formatNumber(value, lang);
  const parts = [
    troubles.failedTotal === 0 ? null : words.failures(troubles.failedTotal, write(troubles.failedTotal)),
    troubles.refusedByRobots === 0 ? null : words.robots(troubles.refusedByRobots, write(troubles.refusedByRobots)),
    troubles.warningsTotal === 0 ? null : words.warnings(troubles.warningsTotal, write(troubles.warningsTotal)),
  ];
  return (
    <details class="more">
      <summary>{parts.filter((part) => part !== null).join(' · ')}</summary>
      <TroublesList troubles={troubles} lang={lang} />
    </details>
  );
}

export function TroublesList(props: { readonly troubles: Troubles; readonly lang: Lang }): JSX.Element {
  const { troubles, lang } = props;
  const words = wordsOf(lang).sources;
  const known: Readonly<Record<string, string>> = words.warningCodes;
  const hidden = troubles.failedTotal - troubles.failed.length + (troubles.warningsTotal - troubles.warnings.length);
  return (
    <ul class="troubles">
      {troubles.failed.map(({ url, reason }) => (
        <li key={`${url} ${reason}`}>
          <OutsideLink to={url}>{url}</OutsideLink>
          <span class="under" lang="en">
            {reason}
          </span>
        </li>
      ))}
      {troubles.warnings.map(({ code, detail }) => (
        <li key={`${code} ${detail}`}>
          {known[code] ?? code}
          <span class="under" lang="en">
            {detail}
          </span>
        </li>
      ))}
      {hidden > 0 ? <li>{words.moreTroubles(hidden, formatNumber(hidden, lang))}</li> : null}
    </ul>
  );
}
