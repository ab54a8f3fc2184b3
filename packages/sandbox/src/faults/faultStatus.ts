import { unauthorized } from '../errors/refusals';
import { Status, StatusError } from '../errors/StatusError';
import { Fault } from './Fault';

const ANSWERS: Record<number, { reason?: string; message: string }> = {
  403: {
    reason: 'Forbidden',
    message: 'forbidden: the sandbox was told to forbid this request',
  },
  404: {
    reason: 'NotFound',
    message: 'the server could not find the requested resource',
  },
  410: { reason: 'Expired', message: 'too old resource version' },
  429: {
    reason: 'TooManyRequests',
    message: 'Too many requests, please try again later.',
  },
  500: {
    reason: 'InternalError',
    message: 'Internal error occurred: etcdserver: request timed out',
  },
  503: {
    reason: 'ServiceUnavailable',
    message: 'the server is currently unable to handle the request',
  },
};

/** The Status that a `status` fault answers with. */
export function faultStatus({
  code,
  retryAfterSeconds,
}: Extract<Fault, { type: 'status' }>): Status {
  if (code === 401) {
    return unauthorized().status;
  }
  return new StatusError({
    code,
    ...ANSWERS[code],
    details: {
      ...(code === 429 && { retryAfterSeconds: 1 }),
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    },
  }).status;
}
