/**
 * One cause of a refused request.
 *
 * @public
 */
export interface StatusCause {
  reason?: string;
  message?: string;
  field?: string;
}

/**
 * The `Status` object a Kubernetes API server answers errors with.
 *
 * @public
 */
export interface Status {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: { continue?: string };
  status: 'Failure' | 'Success';
  message?: string;
  reason?: string;
  details?: {
    name?: string;
    group?: string;
    kind?: string;
    uid?: string;
    causes?: StatusCause[];
    retryAfterSeconds?: number;
  };
  code?: number;
}

interface Refusal {
  code: number;
  message: string;
  reason?: string;
  details?: Status['details'];
  continueToken?: string;
}

/**
 * A request the server refuses, with the body it answers.
 *
 * @public
 */
export class StatusError extends Error {
  readonly status: Status;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'StatusError';
    const { code, message, reason, details, continueToken } = refusal;
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: continueToken ? { continue: continueToken } : {},
      status: 'Failure',
      message,
      ...(reason && { reason }),
      ...(details && { details }),
      code,
    };
  }

  get code(): number {
    return this.status.code ?? 500;
  }
}
