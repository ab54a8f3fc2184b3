import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { AccessReader } from '../permissions/Access';
import { Answer, Route } from './Route';

/** Serves routes to users and other plugins; answers are conditional. */
export function createRouter(options: {
  routes: readonly Route[];
  httpAuth: HttpAuthService;
  accessReader: AccessReader;
}): express.Router {
  const { routes, httpAuth, accessReader } = options;
  const router = Router();
  for (const route of routes) {
    router[route.method](route.path, async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const answer = route.permissions
        ? await route.handle({
            params: request.params,
            credentials,
            access: await accessReader.of(credentials),
          })
        : await route.handle();
      send(answer, request, response);
    });
  }
  return router;
}

function send(
  { etag, body }: Answer,
  request: express.Request,
  response: express.Response,
) {
  // The body differs by caller: no shared cache may keep it, and the browser's
  // own asks again each time.
  response.set('Cache-Control', 'private, no-cache').vary('Authorization');
  if (etag !== undefined) {
    // Weak, because the same answer may travel compressed or not.
    response.set('ETag', `W/"${etag}"`);
    if (request.fresh) {
      response.status(304).end();
      return;
    }
  }
  response.json(body());
}
