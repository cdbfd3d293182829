/**
 * What an article's own text tells, before any other is asked: its meeting and its mentions.
 *
 * Most of what taking an article in costs is spent here, and the archive is not needed for it. So it may be read
 * elsewhere beforehand, in another thread; whoever keeps it takes it only where it was read from what is kept.
 */
import type { Place } from '../documents/document.ts';
import { type ReadMention, readMentions } from '../documents/read-mentions.ts';
import type { MeetingFacts, MeetingReport } from '../meetings/meeting.ts';
import { readMeeting } from '../meetings/read-meeting.ts';
import type { ArticleReading } from './records.ts';

/** Where a source's articles are written from; null for a source without a place, or none. */
export interface PlaceOf {
  (source: string | null): Place | null;
  /** The places of all sources: they tell of cities that are in no table. */
  readonly places?: readonly Place[];
}

/** All that the facts are read from. */
export interface TextToTell extends MeetingReport {
  /** False for an article without a text, which reports no meeting. */
  readonly hasText: boolean;
  readonly place: Place | null;
  readonly sourcePlaces: readonly Place[];
}

export interface TextFacts {
  readonly meeting: MeetingFacts | null;
  readonly mentions: readonly ReadMention[];
}

/** Facts that were read beforehand, with what they were read from. */
export interface ToldText {
  readonly from: TextToTell;
  readonly facts: TextFacts;
}

export function textToTell(
  { title, lead, text, published, status, source }: ArticleReading,
  placeOf: PlaceOf,
): TextToTell {
  const hasText = status !== 'text_unavailable';
  return { title, lead, text, published, hasText, place: placeOf(source), sourcePlaces: placeOf.places ?? NO_PLACES };
}

const NO_PLACES: readonly Place[] = [];

/** Reads them: linear in the text, nothing else is asked. */
export function tellText(report: TextToTell): TextFacts {
  const { title, text, published, hasText, place, sourcePlaces } = report;
  const meeting = hasText ? readMeeting(report) : null;
  const mentions = readMentions(text, {
    text: `${title ?? ''}\n${text}`,
    place,
    date: published?.slice(0, 10) ?? dayOf(meeting?.date ?? null),
    host: meeting?.host ?? null,
    sourcePlaces,
  });
  return { meeting, mentions };
}

/** The facts told beforehand where they are of just this text, else read now. */
export function factsOf(text: TextToTell, told: ToldText | null): TextFacts {
  return told !== null && isSameText(told.from, text) ? told.facts : tellText(text);
}

function isSameText(one: TextToTell, other: TextToTell): boolean {
  return (
    one.text === other.text &&
    one.title === other.title &&
    one.lead === other.lead &&
    one.published === other.published &&
    one.hasText === other.hasText &&
    one.sourcePlaces === other.sourcePlaces &&
    isOnePlace(one.place, other.place)
  );
}

function isOnePlace(one: Place | null, other: Place | null): boolean {
  return one?.province === other?.province && one?.district === other?.district && one?.commune === other?.commune;
}

function dayOf(date: string | null): string | null {
  if (date === null) return null;
  return date.length === 10 ? date : date.length === 7 ? `${date}-01` : null;
}
