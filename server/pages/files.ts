/** Files that pages offer, each at an address below its page; what goes wrong is told as a page. */
import type { Endpoint } from '../api/endpoint.ts';
import { documentFiles } from './document-files.ts';

export const pageFiles: readonly Endpoint[] = [...documentFiles];
