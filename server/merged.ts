/** Old addresses of documents that a person merged into others lead on: an id that was published stays good. */
import type { RequestHandler } from 'express';
import { findMerged } from '../core/archive/decisions.ts';
import type { ArchiveDb } from '../core/archive/schema.ts';
import { parseDocumentId } from '../core/documents/identity.ts';

/** Where documents are shown, with the id behind it. */
const SHOWN_AT = /^(\/van-ban\/|\/api\/v1\/documents\/)([^/?]{1,160})/;

/** Redirects to the document that the one in the address was merged into, with the rest of the address. */
export function leadToMerged(db: ArchiveDb): RequestHandler {
  return async (request, response, next) => {
    const [whole, before, name] = SHOWN_AT.exec(request.originalUrl) ?? [];
    const id = name === undefined ? null : parseDocumentId(name);
    const into = id === null ? null : await findMerged(db, id);
    if (whole === undefined || into === null) return next();
    response.redirect(301, `${before}${into}${request.originalUrl.slice(whole.length)}`);
  };
}
