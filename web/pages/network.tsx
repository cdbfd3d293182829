/** The documents around one, as a picture and as a table of the same; without a document, where to begin. */
import type { JSX } from 'preact';
import { documentPath, pathOf, searchPath } from '../address.ts';
import { formatNumber } from '../dates.ts';
import { DocumentAbout } from '../parts/document-about.tsx';
import { Code, DocumentLink, IssuerAndTerm } from '../parts/document-name.tsx';
import { Dotted } from '../parts/dotted.tsx';
import { Link } from '../parts/link.tsx';
import { NetworkDrawing } from '../parts/network-drawing.tsx';
import { NetworkFilters } from '../parts/network-filters.tsx';
import { NetworkTable } from '../parts/network-table.tsx';
import { SearchRow } from '../parts/search-box.tsx';
import type { Lang, PageFrame } from '../view-terms.ts';
import type { NetworkAround, NetworkBeginning, NetworkStart, NetworkView } from '../views/network.ts';
import { sourceLang, wordsOf } from '../words.ts';

export function NetworkPage(props: { readonly view: NetworkView }): JSX.Element {
  const { content, frame } = props.view;
  return content.kind === 'around' ? (
    <Around around={content} frame={frame} />
  ) : (
    <Start start={content} lang={frame.lang} />
  );
}

/** What the page is called in the title of the window. */
export function titleNetwork({ content, frame }: NetworkView): string {
  const words = wordsOf(frame.lang).network;
  if (content.kind === 'start') return words.heading;
  const [{ document }] = content.nodes;
  return document.issuer === null
    ? words.titleOf(document.code)
    : `${words.titleOf(document.code)} · ${document.issuer}`;
}

function Around(props: { readonly around: NetworkAround; readonly frame: PageFrame }): JSX.Element {
  const { around, frame } = props;
  const { lang } = frame;
  const words = wordsOf(lang).network;
  const [{ document }] = around.nodes;
  return (
    <>
      <header class="head">
        <h1>
          {words.name}: {document.typeName === null ? null : `${document.typeName} `}
          <Code code={document.code} />
        </h1>
        <DocumentAbout document={document} lang={lang} />
        <p class="state">
          <Dotted
            items={[
              document.id === null ? null : (
                <Link key="document" to={documentPath(document.id)} lang={lang}>
                  {words.open}
                </Link>
              ),
              <Link key="another" to="/mang-luoi" lang={lang}>
                {words.another}
              </Link>,
            ]}
          />
        </p>
      </header>
      {around.isUnsettled ? <p class="empty">{words.unsettled}</p> : <NetworkFilters around={around} frame={frame} />}
      {around.nodes.length > 1 ? (
        <Shown around={around} lang={lang} />
      ) : around.isUnsettled ? null : (
        <p class="empty">{words.none}</p>
      )}
    </>
  );
}

function Shown(props: { readonly around: NetworkAround; readonly lang: Lang }): JSX.Element {
  const { around, lang } = props;
  const { nodes, total, more, edgesLeftOut, meetings, statements, followed, steps } = around;
  const words = wordsOf(lang).network;
  const write = (value: number): string => formatNumber(value, lang);
  const shown = nodes.length - 1;
  return (
    <>
      <div class="network-said">
        <p>
          {shown < total ? words.shown(write(shown), write(total)) : words.shownAll(write(total))}{' '}
          <Dotted
            items={[
              more === null ? null : (
                <Link key="more" to={more.href} lang={lang}>
                  {words.more(write(more.count))}
                </Link>
              ),
              <a key="table" class="to-table" href="#bang">
                {words.toTable}
              </a>,
            ]}
          />
        </p>
        <p class="under">
          <Sentences
            said={[
              shown < total ? words.rank : null,
              followed > 0 && (steps === 2 || followed < shown) ? words.followed[steps](write(followed)) : null,
              meetings.seen < meetings.all ? words.meetingsSeen(write(meetings.seen), write(meetings.all)) : null,
              statements.seen < statements.all
                ? words.statementsSeen(write(statements.seen), write(statements.all))
                : null,
              edgesLeftOut > 0 ? words.edgesLeftOut(write(edgesLeftOut)) : null,
            ]}
          />
        </p>
      </div>
      <NetworkDrawing around={around} lang={lang} />
      <section aria-labelledby="bang">
        <h2 id="bang">{words.table.heading}</h2>
        <NetworkTable around={around} lang={lang} />
      </section>
    </>
  );
}

function Sentences(props: { readonly said: readonly (string | null)[] }): JSX.Element {
  return <>{props.said.filter((sentence) => sentence !== null).join(' ')}</>;
}

function Start(props: { readonly start: NetworkStart; readonly lang: Lang }): JSX.Element {
  const { start, lang } = props;
  const words = wordsOf(lang).network;
  return (
    <>
      <h1>{words.heading}</h1>
      <div class="head">
        <p class="subject">{words.question}</p>
        <p>{words.intro}</p>
      </div>
      <form class="search large" action={pathOf('/mang-luoi')} method="get">
        <label for="so-hieu">{words.label}</label>
        <SearchRow id="so-hieu" query={start.query} hint={words.hint} submit={words.submit} lang={lang} />
      </form>
      {start.choices.length > 0 ? (
        <section>
          <h2>{words.choices(start.query)}</h2>
          <Beginnings beginnings={start.choices} caption={words.choices(start.query)} lang={lang} />
        </section>
      ) : start.query === '' ? null : (
        <p class="empty">
          {words.notFound(start.query)}{' '}
          <Link to={searchPath(start.query)} lang={lang}>
            {words.look}
          </Link>
        </p>
      )}
      {start.connected.length === 0 ? null : (
        <section>
          <h2>{words.begin}</h2>
          <p class="under">{words.beginNote(formatNumber(start.sought, lang))}</p>
          <Beginnings beginnings={start.connected} caption={words.beginCaption} lang={lang} />
        </section>
      )}
    </>
  );
}

function Beginnings(props: {
  readonly beginnings: readonly NetworkBeginning[];
  readonly caption: string;
  readonly lang: Lang;
}): JSX.Element {
  const { lang } = props;
  const words = wordsOf(lang).network;
  return (
    <table class="cards">
      <caption class="unseen">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.table.document}</th>
          <th scope="col" class="number">
            {words.table.relations}
          </th>
          <th scope="col" class="number">
            {words.table.cited}
          </th>
          <th scope="col">{words.table.network}</th>
        </tr>
      </thead>
      <tbody>
        {props.beginnings.map(({ document, href, relations, meetings }) => (
          <tr key={document.id}>
            <th scope="row">
              <b>
                <DocumentLink document={document} lang={lang} />
              </b>{' '}
              · <IssuerAndTerm document={document} lang={lang} />
              {document.title === null ? null : (
                <span class="under about" lang={sourceLang(lang)}>
                  {document.title}
                </span>
              )}
            </th>
            <td class="number" data-label={words.table.relations}>
              {formatNumber(relations, lang)}
            </td>
            <td class="number" data-label={words.table.cited}>
              {formatNumber(meetings, lang)}
            </td>
            <td>
              <Link to={href} lang={lang}>
                {words.aroundCode(document.code)}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
