import { ServerResponse } from 'node:http';
import { Fault } from './Fault';

type BodyFault = Extract<
  Fault,
  { type: 'truncate' | 'malformed' | 'reset' | 'withoutMetadata' }
>;

/** Makes an answer that is written at once go wrong. */
export function damageBody(response: ServerResponse, fault: BodyFault): void {
  const end = response.end.bind(response);
  const { writeHead } = response;
  let code = 200;
  let headers: Record<string, string> = {};
  // The length is known only once the body is damaged.
  response.writeHead = ((status: number, fields: Record<string, string>) => {
    code = status;
    headers = fields;
    return response;
  }) as typeof writeHead;
  response.end = ((body: Buffer) => {
    const damaged = damage(body.toString('utf8'), fault);
    const announced = fault.type === 'reset' ? body : Buffer.from(damaged);
    response.writeHead = writeHead;
    response.writeHead(code, {
      ...headers,
      'content-length': String(Buffer.byteLength(announced)),
    });
    if (fault.type === 'reset') {
      response.write(damaged, () => response.socket?.resetAndDestroy());
      return response;
    }
    return end(damaged);
  }) as typeof response.end;
}

function damage(body: string, fault: BodyFault): string {
  switch (fault.type) {
    case 'malformed':
      return `<html>${body.slice(0, 20)}</html>`;
    case 'withoutMetadata':
      return body
        .replace('"items":[', '"items":[{"spec":{}},')
        .replace('{"spec":{}},]', '{"spec":{}}]');
    default:
      return body.slice(0, Math.ceil(body.length / 2));
  }
}
