/**
 * The mark of the site in the tab of a browser: a sheet with a marked line. Browsers ask for /favicon.ico whatever a
 * page says, so that it is served there, as SVG.
 */
import type { Express } from 'express';
import type { Address } from './api/endpoint.ts';

export const faviconAddress: Address = {
  method: 'get',
  path: '/favicon.ico',
  summary: 'The mark of the site, as SVG.',
};

export function mountFavicon(app: Express): void {
  app.get(faviconAddress.path, (_request, response) => {
    response.setHeader('Cache-Control', 'public, max-age=604800');
    response.type('image/svg+xml').send(mark);
  });
}

const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#0e4a7b"/><path d="M8 9h16M8 23h16" stroke="#fff" stroke-width="2.4"/><path d="M7 16h18" stroke="#fbeab0" stroke-width="5"/></svg>';
