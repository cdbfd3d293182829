/** Reads PDF and office files in a process of their own (desk-process.ts); loading these parsers takes longer than reading a page. */
import { readBoxed } from './file-reading.ts';
import { answerAtDesk } from './reading-desk.ts';

answerAtDesk(readBoxed);
