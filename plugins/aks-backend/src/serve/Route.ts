import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { z } from 'zod';
import { Access } from '../permissions/Access';

/** What a route answers. */
export interface Answer {
  /** Names this very content; made of the body where it is left out. */
  etag?: string;
  body(): unknown;
}

/** What a route with permissions is given. */
export interface RouteRequest {
  params: Readonly<Record<string, string>>;
  /** As the route's {@link RouteBase.query} reads it; else empty. */
  query: Readonly<Record<string, unknown>>;
  credentials: BackstageCredentials;
  /** Asked for already, so that it costs no time beside other questions. */
  access: Promise<Access>;
}

interface RouteBase {
  method: 'get';
  /** As Express writes it, below the plugin's path. */
  path: string;
  summary: string;
  /** What can be asked for; others are refused. */
  query?: z.ZodObject;
  answer: z.ZodType;
}

/** A route that looks at something on its caller's behalf. */
interface GuardedRoute extends RouteBase {
  /** Names of the permissions that decide what it answers. */
  permissions: readonly [string, ...string[]];
  handle(request: RouteRequest): Promise<Answer>;
}

/** A route that is handed nothing by which it could look at anything. */
interface OpenRoute extends RouteBase {
  permissions?: undefined;
  handle(): Promise<Answer>;
}

/**
 * One route of the HTTP API, as data: the router, the OpenAPI document and the
 * test that walks all routes are made of the same list.
 */
export type Route = GuardedRoute | OpenRoute;
