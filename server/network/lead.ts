/** Leads from a typed code to the network of the one document it means, and from a merged document to what it became. */
import type { RequestHandler } from 'express';
import { findMerged } from '../../core/archive/decisions.ts';
import { getDocument } from '../../core/archive/documents.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import type { DocumentId } from '../../core/documents/document.ts';
import { parseDocumentId } from '../../core/documents/identity.ts';
import { findFitting } from '../../core/search/find-code.ts';
import { changeAddress } from '../../web/address.ts';

export function leadToNetwork(db: ArchiveDb): RequestHandler {
  return async (request, response, next) => {
    const { q, doc } = request.query;
    if (request.path !== '/mang-luoi' || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    if (typeof doc === 'string' && doc !== '') {
      const into = await findSuccessor(db, doc);
      if (into === null) return next();
      return response.redirect(301, changeAddress(request.originalUrl, { doc: into }));
    }
    const fitting = typeof q === 'string' ? await findFitting(db, q) : [];
    const [only, ...others] = fitting;
    if (only === undefined || others.length > 0) return next();
    response.redirect(302, changeAddress(request.originalUrl, { doc: only.id, q: null }));
  };
}

async function findSuccessor(db: ArchiveDb, doc: string): Promise<DocumentId | null> {
  const id = parseDocumentId(doc);
  return id === null || (await getDocument(db, id)) !== null ? null : findMerged(db, id);
}
