/**
 * A room with a few desks where fetched bytes are parsed, away from the program and each file with a deadline.
 *
 * What parsers make of hostile bytes cannot be foreseen: a small PDF can keep one busy for hours. So a desk that is late or breaks is
 * ended and its file told as `stopped`; the next file gets a new one. What a desk is – a thread or a process – and how much
 * memory it may take is left to desk-thread.ts and desk-process.ts. Desks start with the first file and stay for the next;
 * one more only when those there are let a file wait: every desk has its own tables and its own warming up.
 */

export type RoomAnswer<Output> =
  | { readonly kind: 'read'; readonly output: Output }
  /** The reading was ended, or ended by itself; the reason is one sentence. */
  | { readonly kind: 'stopped'; readonly reason: string };

/** What a desk tells its room, never before it has been started: `ready` once, then an answer for each input. */
export type DeskNews<Output> =
  | { readonly kind: 'ready' }
  | RoomAnswer<Output>
  /** Stands before an answer: the desk holds so much memory after it that the next input needs a new one. */
  | { readonly kind: 'spent' }
  /** It is no more, or must not go on; may be told again. */
  | { readonly kind: 'ended'; readonly reason: string };

export interface Desk {
  readonly post: (input: unknown) => void;
  /** Whether it keeps the program alive; at first it does not. */
  readonly hold: (isHeld: boolean) => void;
  /** Ends it by force; settles when its memory is given back. */
  readonly end: () => Promise<void>;
}

export type StartDesk<Output> = (tell: (news: DeskNews<Output>) => void) => Desk;

export interface RoomLimits {
  /** How many files are read at once; the others wait. */
  readonly desks: number;
  /** How long a file waits for the desks there are before it gets one more. */
  readonly patienceMs: number;
  /** For one file, from the moment its desk is ready. */
  readonly deadlineMs: number;
}

/**
 * Opens a room; `startDesk` comes from desk-thread.ts or desk-process.ts.
 * @example const read = openReadingRoom<ReadInput, ReadArticle>(threadDesk(new URL('./page-worker.js', import.meta.url)))
 */
export function openReadingRoom<Input, Output>(
  startDesk: StartDesk<Output>,
  given: Partial<RoomLimits> = {},
): (input: Input) => Promise<RoomAnswer<Output>> {
  const { desks, deadlineMs, patienceMs } = { ...standardLimits, ...given };
  const bare = Array.from({ length: desks }, (): Place<Output> => ({ desk: null, isReady: false, hear: () => {} }));
  const first = bare.pop();
  const free = first === undefined ? [] : [first];
  const used = new Set(free);
  const waiting: ((place: Place<Output>) => void)[] = [];
  return async (input) => {
    // The place that was left last comes first, so that whoever asks one by one needs one desk.
    const place = free.pop() ?? (await waitForPlace());
    try {
      return await readAtPlace(place, startDesk, input, deadlineMs);
    } catch (error) {
      // The system gives no more threads, processes or memory.
      return { kind: 'stopped', reason: `Reading could not begin: ${error instanceof Error ? error.message : error}.` };
    } finally {
      const next = waiting.shift();
      if (next === undefined) free.push(place);
      else next(place);
    }
  };

  function waitForPlace(): Promise<Place<Output>> {
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        // A desk that is still loading its parsers keeps all waiting, and another one would load no faster.
        const more = [...used].some(({ desk, isReady }) => desk !== null && !isReady) ? undefined : bare.pop();
        if (more === undefined) return;
        used.add(more);
        waiting.splice(waiting.indexOf(take), 1);
        take(more);
      }, patienceMs);
      const take = (place: Place<Output>): void => {
        clearInterval(timer);
        resolve(place);
      };
      waiting.push(take);
    });
  }
}

/** Pages take some milliseconds each: whoever has waited for seconds waits behind one that keeps its desk busy. */
const standardLimits: RoomLimits = { desks: 2, patienceMs: 3000, deadlineMs: 30_000 };
/** A desk loads its parsers first, on a busy machine and from TypeScript for some seconds. */
const START_MS = 60_000;

/** Where a desk stands, stood or will stand. */
interface Place<Output> {
  desk: Desk | null;
  isReady: boolean;
  /** Who is told the news while a file is read. */
  hear: (news: DeskNews<Output>) => void;
}

function readAtPlace<Output>(
  place: Place<Output>,
  startDesk: StartDesk<Output>,
  input: unknown,
  deadlineMs: number,
): Promise<RoomAnswer<Output>> {
  return new Promise((resolve) => {
    const desk = place.desk ?? furnish(place, startDesk);
    const late = (): void =>
      leave(`Reading took longer than ${Math.round(deadlineMs / 1000)} seconds and was stopped.`);
    let timer = setTimeout(late, place.isReady ? deadlineMs : START_MS);
    let isSpent = false;
    place.hear = (news) => {
      if (news.kind === 'ready') {
        clearTimeout(timer);
        timer = setTimeout(late, deadlineMs);
      } else if (news.kind === 'spent') isSpent = true;
      else if (news.kind === 'ended') leave(news.reason);
      else if (isSpent) clear(news);
      else settle(news);
    };
    desk.hold(true);
    desk.post(input);

    function leave(reason: string): void {
      clear({ kind: 'stopped', reason });
    }
    /** The place is free when the memory is. */
    function clear(answer: RoomAnswer<Output>): void {
      place.desk = null;
      clearTimeout(timer);
      void desk.end().finally(() => settle(answer));
    }
    function settle(answer: RoomAnswer<Output>): void {
      clearTimeout(timer);
      place.hear = () => {};
      desk.hold(false);
      resolve(answer);
    }
  });
}

/** Puts a new desk at a place. One that breaks while nobody waits for it is forgotten, and so is the news of one that was replaced. */
function furnish<Output>(place: Place<Output>, startDesk: StartDesk<Output>): Desk {
  const desk = startDesk((news) => {
    if (place.desk !== desk) return;
    if (news.kind === 'ready') place.isReady = true;
    place.hear(news);
    if (news.kind === 'ended') place.desk = null;
  });
  place.desk = desk;
  place.isReady = false;
  return desk;
}
