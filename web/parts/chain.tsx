/** The chain from the centre to the commune: documents under what they carry out, with the days between them. */
import type { JSX } from 'preact';
import { formatNumber } from '../dates.ts';
import type { Lang } from '../view-terms.ts';
import type { ChainNode, ChainSide } from '../views/course.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { ArticleLink, outletAndDay } from './article-list.tsx';
import { DocumentLink, IssuerAndTerm } from './document-name.tsx';
import { Dotted } from './dotted.tsx';
import { DoubtShape } from './doubt-mark.tsx';
import { DateText } from './time.tsx';

export function Chain(props: {
  readonly down: ChainSide;
  readonly up: ChainSide;
  readonly lang: Lang;
}): JSX.Element | null {
  const { down, up, lang } = props;
  if (down.nodes.length === 0 && up.nodes.length === 0) return null;
  const words = wordsOf(lang).course;
  return (
    <section class="chain" aria-labelledby="chuoi">
      <h2 id="chuoi">{words.chain}</h2>
      <p class="under">{words.chainNote}</p>
      <div class="two">
        <Side side={down} direction="down" lang={lang} />
        <Side side={up} direction="up" lang={lang} />
      </div>
    </section>
  );
}

type Direction = 'down' | 'up';

function Side(props: {
  readonly side: ChainSide;
  readonly direction: Direction;
  readonly lang: Lang;
}): JSX.Element | null {
  const { side, direction, lang } = props;
  if (side.nodes.length === 0) return null;
  const words = wordsOf(lang).course;
  return (
    <div>
      <h3>{words.sides[direction]}</h3>
      {direction === 'down' ? <p>{summarise(side, lang)}</p> : null}
      {side.isCut ? <p class="under">{words.chainCut(formatNumber(side.documents, lang))}</p> : null}
      <Tree nodes={side.nodes} direction={direction} lang={lang} />
    </div>
  );
}

function Tree(props: {
  readonly nodes: readonly ChainNode[];
  readonly direction: Direction;
  readonly lang: Lang;
}): JSX.Element {
  return (
    <ul class="tree">
      {props.nodes.map((node) => (
        <li key={node.document.id}>
          <Step node={node} direction={props.direction} lang={props.lang} />
          {node.children.length === 0 ? null : (
            <Tree nodes={node.children} direction={props.direction} lang={props.lang} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Step(props: { readonly node: ChainNode; readonly direction: Direction; readonly lang: Lang }): JSX.Element {
  const { node, direction, lang } = props;
  const { document } = node;
  const words = wordsOf(lang);
  return (
    <div class="step">
      <DocumentLink document={document} lang={lang} /> · <IssuerAndTerm document={document} lang={lang} />
      <span class="under">
        <Dotted
          items={[
            words.levels[document.level ?? 'unknown'],
            node.date === null ? words.unknownDate : <DateText key="date" iso={node.date} lang={lang} />,
            <Lag key="lag" node={node} direction={direction} lang={lang} />,
          ]}
        />
      </span>
      <details class="why">
        <summary>
          {words.course.kinds[direction][node.kind]}: {words.document.sentence}
          {node.articles > 1 ? ` (${words.counts.reports(node.articles, formatNumber(node.articles, lang))})` : ''}
        </summary>
        <span class="passage" lang={sourceLang(lang)}>
          “{node.sentence}”
        </span>
        <span class="under">
          <ArticleLink article={node.article} lang={lang} />
          {' · '}
          <Dotted items={outletAndDay(node.article, lang)} />
        </span>
      </details>
    </div>
  );
}

function Lag(props: { readonly node: ChainNode; readonly direction: Direction; readonly lang: Lang }): JSX.Element {
  const { node, direction, lang } = props;
  const words = wordsOf(lang).course;
  if (node.lag === null) return <i>{words.lagUnknown}</i>;
  const days = formatNumber(Math.abs(node.lag), lang);
  if (node.lag < 0) {
    return (
      <b>
        <DoubtShape sureness="contradictory" /> {words.lagNegative(Math.abs(node.lag), days)}
      </b>
    );
  }
  const total = node.totalLag === null ? null : formatNumber(node.totalLag, lang);
  return (
    <>
      <b class="lag">{words.lag[direction](node.lag, days)}</b>
      {total === null ? null : ` (${words.totalLag[direction](node.totalLag ?? 0, total)})`}
    </>
  );
}

function summarise(side: ChainSide, lang: Lang): string {
  const words = wordsOf(lang).course;
  const places = side.places.map(({ level, count }) => words.places[level](count, formatNumber(count, lang)));
  const unplaced = places.length === 0 ? '' : words.issuedIn(places.join(', '));
  const documents = words.chainDocuments(side.documents, formatNumber(side.documents, lang));
  const median =
    side.median === null
      ? words.noMedian
      : words.median(
          side.median.days,
          formatNumber(side.median.days, lang),
          formatNumber(side.median.documents, lang),
          formatNumber(side.documents, lang),
        );
  return [documents, unplaced, median]
    .filter((part) => part !== '')
    .join('; ')
    .concat('.');
}
