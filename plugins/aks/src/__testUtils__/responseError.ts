import { ResponseError } from '@backstage/errors';

/** What a client throws for an error answer of the backend. */
export function responseError(
  status: number,
  message: string,
): Promise<ResponseError> {
  const body = { error: { name: 'Error', message }, response: {} };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    }),
  );
}
