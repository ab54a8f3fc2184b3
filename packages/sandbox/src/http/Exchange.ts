import { IncomingMessage, ServerResponse } from 'node:http';
import { Identity } from '../auth/AccessRule';
import { RequestTarget } from './RequestTarget';

/** One request with what the server has found out about it. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  target: RequestTarget;
  identity: Identity;
}
