/**
 * The program of the processes of desk-process.ts: it keeps one thread that reads, and passes on what comes and goes.
 *
 * Its own thread stays idle, so that it sees the memory grow and its parent go however busy the reading is. Called with the
 * address of the thread's program and its limits of heap and growth in MB.
 */
import { threadDesk } from './desk-thread.ts';

const [, , file = '', heapMb, growthMb] = process.argv;
const start = threadDesk<unknown>(new URL(file), { heapMb: Number(heapMb), growthMb: Number(growthMb) });

/** More than most readings leave behind; with the growth granted to the next (desk-process.ts) it stays below 900 MB. */
const SPENT_BYTES = 300 * 1024 * 1024;

const desk = start((news) => {
  const isAnswer = news.kind === 'read' || news.kind === 'stopped';
  if (isAnswer && process.memoryUsage.rss() > SPENT_BYTES) send({ kind: 'spent' });
  send(news);
});
process.on('message', ({ input }: { readonly input: unknown }) => desk.post(input));
// Without its parent nobody would end a reading that does not end.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

function send(news: object): void {
  process.send?.(news, () => undefined);
}
