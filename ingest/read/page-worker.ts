/** Reads pages and texts, and what texts tell, beside the program; its limits are set by reading-room.ts and desk-thread.ts. */
import { doPageTask } from './page-task.ts';
import { answerAtDesk } from './reading-desk.ts';

answerAtDesk(doPageTask);
