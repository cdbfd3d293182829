/** Reads PDF and office files beside the program; apart from page-worker.ts, because loading these parsers takes long. */
import { readBoxed } from './file-reading.ts';
import { answerAtDesk } from './reading-desk.ts';

answerAtDesk(readBoxed);
