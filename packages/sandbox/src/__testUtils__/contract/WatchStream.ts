import { JsonObject } from '../../objects/json';

/** One event of a watch. */
export interface WatchLine {
  type: string;
  object: JsonObject;
}

/** A watch with what it has said so far. */
export class WatchStream {
  readonly events: WatchLine[] = [];
  private hasEnded = false;
  private wake: () => void = () => {};

  constructor(
    readonly status: number,
    body: AsyncIterable<Uint8Array> | null,
    readonly close: () => void,
  ) {
    void this.collect(body);
  }

  /** Resolves once the events are enough, or the server ends the stream. */
  async until(isEnough: (events: WatchLine[]) => boolean): Promise<void> {
    while (!this.hasEnded && !isEnough(this.events)) {
      await new Promise<void>(resolve => {
        this.wake = resolve;
      });
    }
  }

  private async collect(body: AsyncIterable<Uint8Array> | null) {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const chunk of body ?? []) {
        rest += decoder.decode(chunk, { stream: true });
        const lines = rest.split('\n');
        rest = lines.pop() ?? '';
        this.events.push(...lines.map(line => JSON.parse(line)));
        this.wake();
      }
    } catch {
      // Closed by this side, or broken off: what was told counts.
    } finally {
      this.hasEnded = true;
      this.wake();
    }
  }
}
