/** The network as a table, with all that the picture shows and the way to the ground of each row. */
import type { JSX } from 'preact';
import { formatNumber } from '../dates.ts';
import type { Lang } from '../view-terms.ts';
import type { NetworkAround, NetworkMoment, NetworkNode, NetworkTie } from '../views/network.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { Code, DocumentLink, IssuerAndTerm } from './document-name.tsx';
import { Link } from './link.tsx';
import { DateText } from './time.tsx';

export function NetworkTable(props: { readonly around: NetworkAround; readonly lang: Lang }): JSX.Element {
  const { around, lang } = props;
  const { table } = wordsOf(lang).network;
  const [middle, ...others] = around.nodes;
  return (
    <table class="cards network-table">
      <caption class="unseen">{table.caption(middle.document.code)}</caption>
      <thead>
        <tr>
          <th scope="col">{table.document}</th>
          <th scope="col">{table.ties}</th>
          <th scope="col" class="number">
            {table.meetings}
          </th>
          <th scope="col">{table.first}</th>
          <th scope="col">{table.last}</th>
        </tr>
      </thead>
      <tbody>
        {others.map((node) => (
          <Row key={node.document.id} node={node} lang={lang} />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: { readonly node: NetworkNode; readonly lang: Lang }): JSX.Element {
  const { node, lang } = props;
  const { document, ties } = node;
  const words = wordsOf(lang);
  const { table } = words.network;
  const together = ties.find(({ kind }) => kind === 'together');
  return (
    <tr>
      <th scope="row">
        <b>
          <DocumentLink document={document} lang={lang} />
        </b>
        <span class="under">
          <IssuerAndTerm document={document} lang={lang} /> · {words.levels[document.level ?? 'unknown']}
          {node.depth === 2 ? ` · ${words.network.second}` : null}
        </span>
        {document.title === null ? null : (
          <span class="under about" lang={sourceLang(lang)}>
            {document.title}
          </span>
        )}
        <Link to={node.href} lang={lang} class="under">
          {words.network.around}
        </Link>
      </th>
      <td data-label={table.ties}>
        <ul>
          {ties.map((tie) => (
            <li key={`${tie.kind} ${tie.direction} ${tie.other}`}>
              {nameTie(tie, lang)} <Code code={tie.other} /> <span class="under-inline">({countTie(tie, lang)})</span>
            </li>
          ))}
        </ul>
      </td>
      <td class="number" data-label={table.meetings}>
        {together === undefined ? '–' : formatNumber(together.weight, lang)}
      </td>
      <td class="date" data-label={table.first}>
        <Moment moment={node.first} lang={lang} />
      </td>
      <td class="date" data-label={table.last}>
        <Moment moment={node.last} lang={lang} />
      </td>
    </tr>
  );
}

/** "Thực hiện, cụ thể hóa 18-CT/TW": what ties the row's document to the other. */
export function wordTie(tie: NetworkTie, lang: Lang): string {
  return `${nameTie(tie, lang)} ${tie.other}`;
}

function nameTie({ kind, direction }: NetworkTie, lang: Lang): string {
  const words = wordsOf(lang);
  const isOut = direction === 'out';
  if (kind === 'together') return words.network.together;
  if (kind === 'cites') return isOut ? words.network.cites : words.network.citedIn;
  return isOut ? words.actsOn[kind] : words.actedOnBy[kind];
}

function countTie({ kind, weight }: NetworkTie, lang: Lang): string {
  const { counts } = wordsOf(lang);
  const text = formatNumber(weight, lang);
  return kind === 'together' ? counts.meetings(weight, text) : counts.articles(weight, text);
}

function Moment(props: { readonly moment: NetworkMoment | null; readonly lang: Lang }): JSX.Element {
  const { moment, lang } = props;
  if (moment === null) return <span class="unknown">{wordsOf(lang).unknownDate}</span>;
  return (
    <Link to={moment.href} lang={lang}>
      {moment.day === null ? wordsOf(lang).unknownDate : <DateText iso={moment.day} lang={lang} />}
    </Link>
  );
}
