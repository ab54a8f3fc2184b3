import { ServerResponse } from 'node:http';
import { Fault } from './Fault';

type WatchFault = Extract<
  Fault,
  { type: 'truncate' | 'malformed' | 'reset' | 'cutWatch' | 'withoutMetadata' }
>;

/** Makes a watch go wrong while events are told. */
export function damageWatch(response: ServerResponse, fault: WatchFault): void {
  switch (fault.type) {
    case 'cutWatch':
      cutWatch(response, fault.afterEvents ?? 0);
      return;
    case 'withoutMetadata':
      onFirstEvent(response, (event, write) => {
        write('{"type":"ADDED","object":{"spec":{}}}\n');
        write(event);
      });
      return;
    default:
      breakOff(response, fault.type);
  }
}

function onFirstEvent(
  response: ServerResponse,
  happen: (event: string, write: (text: string) => boolean) => void,
): void {
  const write = response.write.bind(response);
  response.write = ((event: string) => {
    response.write = write;
    happen(event, text => write(text));
    return true;
  }) as typeof response.write;
}

// What the watch tells later goes nowhere.
function breakOff(
  response: ServerResponse,
  how: 'truncate' | 'malformed' | 'reset',
): void {
  const end = response.end.bind(response);
  onFirstEvent(response, (event, write) => {
    response.write = (() => true) as typeof response.write;
    response.end = (() => response) as typeof response.end;
    const half = event.slice(0, Math.ceil(event.length / 2));
    if (how === 'reset') {
      write(half);
      // The half must be on its way before the connection breaks.
      setImmediate(() => response.socket?.resetAndDestroy());
    } else {
      write(how === 'malformed' ? `<html>${half}</html>\n` : half);
      end();
    }
  });
}

function cutWatch(response: ServerResponse, afterEvents: number): void {
  const write = response.write.bind(response);
  let left = afterEvents;
  const cut = () => setImmediate(() => response.socket?.destroy());
  if (left === 0) {
    cut();
  }
  response.write = ((chunk: string) => {
    const written = write(chunk);
    left--;
    if (left === 0) {
      cut();
    }
    return written;
  }) as typeof response.write;
}
