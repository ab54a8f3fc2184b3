import { HttpAuthService, LoggerService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { secondsSince } from '../metrics/secondsSince';
import { ServeMetrics } from '../metrics/ServeMetrics';
import { AccessReader } from '../permissions/Access';
import { digest } from './digest';
import { hideUnexpected } from './hideUnexpected';
import { readQuery } from './readQuery';
import { Answer, Route } from './Route';

/** Serves routes to users and other plugins; answers are conditional. */
export function createRouter(options: {
  routes: readonly Route[];
  httpAuth: HttpAuthService;
  accessReader: AccessReader;
  metrics: ServeMetrics;
  logger: LoggerService;
}): express.Router {
  const { routes, httpAuth, accessReader, metrics, logger } = options;
  const router = Router();
  for (const route of routes) {
    router[route.method](route.path, async (request, response) => {
      const start = performance.now();
      response.once('finish', () =>
        metrics.answered(route.path, response.statusCode, secondsSince(start)),
      );
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      try {
        const answer = route.permissions
          ? await route.handle({
              params: request.params,
              query: readQuery(route, request.query),
              credentials,
              access: accessReader.of(credentials),
            })
          : await route.handle();
        send(answer, request, response);
      } catch (error) {
        throw hideUnexpected(error, logger);
      }
    });
  }
  return router;
}

function send(
  answer: Answer,
  request: express.Request,
  response: express.Response,
) {
  const body = answer.etag === undefined ? answer.body() : undefined;
  // Weak, because the same answer may travel compressed or not.
  const etag = `W/"${answer.etag ?? digest(body)}"`;
  // The body differs by caller: no shared cache may keep it, and the browser's
  // own asks again each time.
  response
    .set({ ETag: etag, 'Cache-Control': 'private, no-cache' })
    .vary('Authorization');
  // Not Express's own `fresh`: it takes `Cache-Control: no-cache`, which fetch
  // sends along with If-None-Match, for the wish to have the body again.
  if (isAmong(etag, request.get('If-None-Match'))) {
    response.status(304).end();
    return;
  }
  response.json(body ?? answer.body());
}

function isAmong(etag: string, header: string | undefined): boolean {
  const known = header?.split(',').map(entry => entry.trim()) ?? [];
  return known.includes(etag);
}
