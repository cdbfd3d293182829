/** Where the coverage of a document stands, and its cells. */
import type { DocumentId } from '../../core/documents/document.ts';
import { changeAddress, documentPath } from '../../web/address.ts';

export function coveragePath(document: DocumentId): string {
  return `${documentPath(document)}/do-phu`;
}

/** The meetings of one body, in one month or in all that are shown, below the grid. */
export function cellAddress(address: string, body: string, month: string | null): string {
  return `${changeAddress(address, { body, month })}#o`;
}
