/** Reads pages and texts beside the program; its limits are set by reading-room.ts and desk-thread.ts. */
import { readPage } from './page-reading.ts';
import { answerAtDesk } from './reading-desk.ts';

answerAtDesk(readPage);
