/**
 * What a page says of itself to machines: its one address, a description, and schema.org data about the document, the
 * meeting or the article that it shows. Made from the view alone, so that it says nothing that readers are not shown.
 *
 * The vocabulary is schema.org's: Legislation, Event, NewsArticle. Unknown is left out, never guessed.
 */
import { articlePath, changeAddress, documentPath, href, meetingPath, parametersOf, safeHref } from '../web/address.ts';
import { formatDate, formatNumber, formatWhen } from '../web/dates.ts';
import type { ArticleView, DocumentView, MeetingView, PageView } from '../web/view.ts';
import type { DocumentName, Lang } from '../web/view-terms.ts';
import type { PageAbout } from '../web/views/about.ts';
import { wordsOf } from '../web/words.ts';

/** Parameters that make another page of it; filters and orders show the same things again. */
const telling: readonly string[] = ['page', 'doc'];
/** Pages made for one reader, or not to be listed. */
const unlisted: readonly string[] = ['results', 'error', 'stored-copy', 'versions', 'draft'];
const languages: readonly Lang[] = ['vi', 'en'];
/** So many documents, reports or people are named in the data. */
const MOST = 50;
const LONGEST_DESCRIPTION = 200;

/** The view with what machines are told of it. `origin` is `http://host`, or null where that is not known. */
export function tellAbout<View extends PageView>(view: View, origin: string | null): View {
  if (view.page === 'error') return view;
  return { ...view, frame: { ...view.frame, about: aboutOf(view, origin) } };
}

function aboutOf(view: PageView, host: string | null): PageAbout {
  const { lang, address } = view.frame;
  const origin = host ?? '';
  const forgotten = parametersOf(address).flatMap(([name]) => (telling.includes(name) ? [] : [[name, null] as const]));
  const own = changeAddress(address, Object.fromEntries(forgotten));
  const isListed = !unlisted.includes(view.page);
  return {
    canonical: isListed ? `${origin}${href(own, lang)}` : null,
    translations:
      isListed && host !== null ? languages.map((one) => ({ lang: one, href: `${host}${href(own, one)}` })) : [],
    description: shorten(describe(view)),
    type: view.page === 'article' ? 'article' : 'website',
    data: encode(dataOf(view, (path) => `${origin}${href(path, lang)}`)),
  };
}

function describe(view: PageView): string | null {
  const { lang } = view.frame;
  const words = wordsOf(lang);
  switch (view.page) {
    case 'home':
      return words.home.question;
    case 'document':
      return [citedAt(view), view.document.title].filter((part) => part !== null).join(' ');
    case 'meeting':
      return describeMeeting(view);
    case 'article':
      return view.paragraphs[0]?.map(({ text }) => text).join('') ?? null;
    case 'meetings':
      return words.meetings.caption;
    case 'sources':
      return words.sources.intro;
    case 'source':
      return words.sources.about[view.source.health];
    default:
      return null;
  }
}

function citedAt({ document, firstCited, lastCited, frame: { lang } }: DocumentView): string {
  const words = wordsOf(lang).document;
  if (document.meetings === 0) return words.neverCited;
  const write = (value: number): string => formatNumber(value, lang);
  const counts = words.citedAt(write(document.meetings), write(document.mentions), document.meetings);
  if (firstCited === null || lastCited === null) return `${counts}.`;
  const span = words.span(formatDate(firstCited, lang), formatDate(lastCited, lang));
  return `${counts}${firstCited === lastCited ? words.spanOn(formatDate(firstCited, lang)) : span}.`;
}

function describeMeeting({ meeting, frame: { lang } }: MeetingView): string {
  const words = wordsOf(lang);
  const facts = [
    formatWhen(meeting.when, lang),
    words.meetingKinds[meeting.kind],
    meeting.host,
    meeting.chair === null ? null : `${words.table.chair}: ${meeting.chair.name}`,
    words.counts.documents(meeting.documents, formatNumber(meeting.documents, lang)),
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}

/** JSON-LD is a tree of plain values; what is undefined is left out when it is written. */
type Data = Readonly<Record<string, unknown>>;
type Locate = (path: string) => string;

function dataOf(view: PageView, locate: Locate): Data | null {
  switch (view.page) {
    case 'document':
      return view.document.issuer === null ? null : legislation(view, locate);
    case 'meeting':
      return event(view, locate);
    case 'article':
      return report(view, locate);
    case 'home':
      return { '@type': 'WebSite', name: 'sohieu', url: locate('/'), inLanguage: view.frame.lang };
    default:
      return null;
  }
}

function legislation({ document, date, aliases, relations, state }: DocumentView, locate: Locate): Data {
  const acts = (...kinds: readonly string[]) =>
    orNone(
      relations
        .filter(({ kind, direction }) => direction === 'out' && kinds.includes(kind))
        .map((relation) => act(relation.document, locate)),
    );
  return {
    ...act(document, locate),
    alternateName: orNone(aliases),
    abstract: document.title ?? undefined,
    legislationDate: date !== null && isDay(date) ? date : undefined,
    legislationChanges: acts('amends', 'replaces', 'repeals'),
    legislationApplies: acts('implements', 'guides'),
    isBasedOn: acts('based_on'),
    inLanguage: 'vi',
    isAccessibleForFree: state === 'held' ? true : undefined,
  };
}

function event({ meeting, place, participants, reports, documents }: MeetingView, locate: Locate): Data {
  const { date, dateTo, precision, isInferred } = meeting.when;
  const isKnown = date !== null && !isInferred && precision !== 'quarter';
  const people = meeting.chair === null ? participants : [meeting.chair, ...participants];
  const named = new Map(people.map((person) => [person.name, person]));
  return {
    '@type': 'Event',
    '@id': locate(meetingPath(meeting.id)),
    url: locate(meetingPath(meeting.id)),
    name: meeting.title,
    startDate: isKnown ? date : undefined,
    endDate: isKnown ? (dateTo ?? undefined) : undefined,
    location: place === null ? undefined : { '@type': 'Place', name: place },
    organizer: meeting.host === null ? undefined : { '@type': 'Organization', name: meeting.host },
    attendee: orNone(
      [...named.values()].map(({ name, positions }) => ({
        '@type': 'Person',
        name,
        jobTitle: positions.length === 0 ? undefined : positions.join(', '),
      })),
    ),
    about: orNone(documents.map(({ document }) => act(document, locate))),
    subjectOf: orNone(
      reports.map(({ id, title, published }) => ({
        '@type': 'NewsArticle',
        url: locate(articlePath(id)),
        headline: title ?? undefined,
        datePublished: published ?? undefined,
      })),
    ),
    inLanguage: 'vi',
  };
}

function report(view: ArticleView, locate: Locate): Data {
  const { article, url, updated, citations, meeting } = view;
  const original = safeHref(url);
  const cited = citations.flatMap(({ document }) => (document === null ? [] : [act(document, locate)]));
  return {
    '@type': 'WebPage',
    url: locate(articlePath(article.id)),
    mainEntity: {
      '@type': 'NewsArticle',
      headline: article.title ?? undefined,
      url: original !== null && /^https?:/.test(original) ? original : undefined,
      datePublished: article.published ?? undefined,
      dateModified: updated ?? undefined,
      publisher: article.source === null ? undefined : { '@type': 'Organization', name: article.source },
      about:
        meeting === null
          ? undefined
          : { '@type': 'Event', '@id': locate(meetingPath(meeting.id)), name: meeting.title },
      citation: orNone(cited),
      inLanguage: 'vi',
    },
  };
}

function act({ id, code, typeName, issuer }: DocumentName, locate: Locate): Data {
  return {
    '@type': 'Legislation',
    '@id': id === null ? undefined : locate(documentPath(id)),
    url: id === null ? undefined : locate(documentPath(id)),
    name: typeName === null ? code : `${typeName} ${code}`,
    legislationIdentifier: code,
    legislationType: typeName ?? undefined,
    legislationPassedBy: issuer === null ? undefined : { '@type': 'Organization', name: issuer },
  };
}

function orNone<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list.slice(0, MOST);
}

function isDay(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date);
}

/** JSON in which no sign has a meaning to HTML, whatever titles hold. */
function encode(data: Data | null): string | null {
  if (data === null) return null;
  return JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function shorten(text: string | null): string | null {
  const tidy = (text ?? '').replace(/\s+/g, ' ').trim();
  if (tidy.length <= LONGEST_DESCRIPTION) return tidy === '' ? null : tidy;
  const cut = tidy.slice(0, LONGEST_DESCRIPTION);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))} …`;
}
