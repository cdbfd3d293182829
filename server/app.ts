/**
 * The app without a port: what is answered at which address, in which order, behind which headers and limits.
 *
 * Addresses are rows (pages/, api/) that are mounted here and nowhere else. Headers come first, so that errors bear
 * them too; the two signs of life are not limited; whatever goes wrong ends in one place, at the bottom.
 */
import { createHash } from 'node:crypto';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { renderPage } from '../web/render.tsx';
import { forEachSheet, sheetNames } from '../web/style-sheets.ts';
import { renderApiDocs } from './api/docs-page.ts';
import type { Address, Endpoint } from './api/endpoint.ts';
import { createEndpoints } from './api/endpoints.ts';
import { mostTextBytes } from './api/extract.ts';
import { describeApi } from './api/openapi.ts';
import { faviconAddress, mountFavicon } from './favicon.ts';
import { holdsSamples, lastChange } from './figures.ts';
import { readFrontFigures } from './front-figures.ts';
import { guardHeaders, limitAddress, limitRate, shareReading } from './guards.ts';
import { leadToMerged } from './merged.ts';
import { leadToNetwork } from './network/lead.ts';
import { originOf } from './origin.ts';
import { tellAbout } from './page-about.ts';
import { pageFiles } from './pages/files.ts';
import type { Page, PageParts } from './pages/page.ts';
import { pages } from './pages/pages.ts';
import { draftForms } from './pages/sent-drafts.ts';
import type { ServerParts } from './parts.ts';
import { notJson, problem } from './problem.ts';
import { rememberWhileUnchanged } from './remember.ts';
import { catchErrors, createSendProblem, langOf, type SendProblem } from './reply.ts';
import { logRequests } from './request-log.ts';
import { machineAddresses, mountMachineFiles } from './sitemap.ts';

const life: readonly Address[] = [
  { method: 'get', path: '/healthz', summary: 'Answers 200 as long as the server is alive.' },
  { method: 'get', path: '/readyz', summary: 'Answers 200 when archive and search index answer, else 503.' },
];
const described: readonly Address[] = [
  { method: 'get', path: '/api/docs', summary: 'The description of the API, to be read.' },
  { method: 'get', path: '/api/openapi.json', summary: 'The description of the API, OpenAPI 3.1.' },
];
const style: Address = { method: 'get', path: '/style-:hash.css', summary: 'A style sheet, named by its hash.' };
const islands: Address = { method: 'get', path: '/islands-:hash.js', summary: 'What browsers run, named by its hash.' };

/** Every address that is answered, for the documents. */
export const addresses: readonly Address[] = [
  ...pages,
  ...draftForms,
  ...pageFiles,
  ...createEndpoints(),
  ...described,
  style,
  islands,
  faviconAddress,
  ...machineAddresses,
  ...life,
].map(({ method, path, summary }) => ({ method, path, summary }));

/** A body holds a text with its escapes: three bytes for one is the most that real ones take. */
const mostBodyBytes = 3 * mostTextBytes + 65_536;

/**
 * Puts the app together; nothing is opened and nothing listens.
 *
 * @example
 * createApp({ archive, engine, log: pino(), clock: () => new Date(), rateLimit: 600, styleSheets, islands: null, version, sourceName })
 */
export function createApp(parts: ServerParts): Express {
  const { db } = parts.archive;
  const stylesheets = forEachSheet((name) => `/${name}-${hashOf(parts.styleSheets[name])}.css`);
  const script = parts.islands === null ? null : `/islands-${hashOf(parts.islands)}.js`;
  const pageParts: PageParts = {
    ...parts,
    stylesheets,
    script,
    holdsSamples: rememberWhileUnchanged(db, () => holdsSamples(db)),
    frontFigures: rememberWhileUnchanged(
      db,
      () => readFrontFigures(db, parts.clock()),
      () => parts.clock().toISOString().slice(0, 10),
    ),
  };
  const send = createSendProblem(parts.log, stylesheets);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', false);
  app.use(logRequests(parts.log), guardHeaders(), limitAddress(send));
  mountLife(app, parts);
  app.use('/api/v1', shareReading);
  if (parts.rateLimit !== null) app.use(limitRate(parts.rateLimit, send));
  app.use(compression());
  for (const name of sheetNames) mountFixed(app, stylesheets[name], 'css', parts.styleSheets[name]);
  if (script !== null) mountFixed(app, script, 'js', parts.islands ?? '');
  mountFavicon(app);
  mountMachineFiles(app, db, send);
  app.use(leadToMerged(db), leadToNetwork(db));
  for (const page of pages) app.get(page.path, showPage(page, pageParts, send));
  for (const file of pageFiles) app.get(file.path, answerEndpoint(file, pageParts, send));
  for (const form of draftForms) app.post(form.path, form.take(pageParts, send));
  mountApi(app, pageParts, send);
  mountOtherMethods(app, send);
  app.use((request, response) => send(noSuchAddress, request, response));
  app.use(catchErrors(send));
  return app;
}

function mountLife(app: Express, { archive, engine, log }: ServerParts): void {
  app.get('/healthz', (_request, response) => {
    response.type('text').setHeader('Cache-Control', 'no-store').send('ok\n');
  });
  app.get('/readyz', async (_request, response) => {
    const fault = await lastChange(archive.db).then(
      async () => {
        const health = await engine.health();
        return health.kind === 'unreachable' ? health.reason : null;
      },
      (error: unknown) => String(error),
    );
    if (fault !== null) log.warn({ fault }, 'not ready');
    response
      .status(fault === null ? 200 : 503)
      .type('text')
      .setHeader('Cache-Control', 'no-store');
    response.send(fault === null ? 'ready\n' : 'not ready\n');
  });
}

/** A file whose name changes with its content, so that browsers never ask for it twice. */
function mountFixed(app: Express, path: string, type: 'css' | 'js', content: string): void {
  app.get(path, (_request, response) => {
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    response.type(type).send(content);
  });
}

function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

function mountApi(app: Express, parts: PageParts, send: SendProblem): void {
  const endpoints = createEndpoints();
  const readJson = express.json({ limit: mostBodyBytes });
  for (const endpoint of endpoints) {
    const respond = answerEndpoint(endpoint, parts, send);
    if (endpoint.method === 'get') app.get(endpoint.path, respond);
    else app.post(endpoint.path, demandJson(send), readJson, respond);
  }
  const description = describeApi(endpoints, parts.version);
  app.get('/api/openapi.json', (_request, response) => {
    response.json(description);
  });
  app.get('/api/docs', (request, response) => {
    response.type('html').send(renderApiDocs(endpoints, parts.stylesheets.style, langOf(request)));
  });
}

function showPage(page: Page, parts: PageParts, send: SendProblem): RequestHandler {
  return async (request, response) => {
    const reply = await page.show(parts, request, langOf(request));
    if (reply.kind === 'problem') return send(reply, request, response);
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(renderPage(tellAbout(reply.value, originOf(request))));
  };
}

function answerEndpoint(endpoint: Endpoint, parts: ServerParts, send: SendProblem): RequestHandler {
  return async (request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    const fault = await endpoint.respond(parts, request, response, langOf(request));
    if (fault !== null) send(fault, request, response);
  };
}

function demandJson(send: SendProblem): RequestHandler {
  return (request, response, next) => {
    if (request.is('application/json') === 'application/json') next();
    else send(notJson, request, response);
  };
}

/** Other methods on addresses that there are: 405 with those that work. */
function mountOtherMethods(app: Express, send: SendProblem): void {
  const methods = new Map<string, string[]>();
  for (const { path, method } of addresses) methods.set(path, [...(methods.get(path) ?? []), method]);
  for (const [path, allowed] of methods) {
    const allow = allowed.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])).join(', ');
    const refused = problem('method-not-allowed', {
      vi: `Địa chỉ này chỉ nhận ${allow}.`,
      en: `This address takes ${allow} only.`,
    });
    app.all(path, (request, response, next) => {
      if ((path === style.path || path === islands.path) && request.method === 'GET') return next();
      response.setHeader('Allow', allow);
      send(refused, request, response);
    });
  }
}

const noSuchAddress = problem('not-found', {
  vi: 'Hãy tra số hiệu hoặc từ khóa ở ô tìm.',
  en: 'Look a code or words up in the search box.',
});
