import { collectionPath, kinds } from '@backstage-aks/insight';
import { Agent } from 'undici';
import { answering } from './answering';
import { VitalSigns } from './vitals';

/** What the least that a collector must do is done to. */
export interface FloorSetting {
  url: string;
  token: string;
  pageSize: number;
}

/** What a floor took. */
export interface FloorResult {
  milliseconds: number;
  objects: number;
  megabytes: number;
}

// Reads every collection page by page, parses it, and forgets it.
answering<FloorSetting>(async ({ url, token, pageSize }) => {
  const agent = new Agent();
  const vitals = new VitalSigns();

  async function read(path: string) {
    let objects = 0;
    let bytes = 0;
    let next: string | undefined;
    do {
      const query = { limit: pageSize, ...(next && { continue: next }) };
      const { body, statusCode } = await agent.request({
        origin: url,
        path,
        query,
        method: 'GET',
        headers: { authorization: `Bearer ${token}` },
      });
      if (statusCode === 404) {
        // A kind of an add-on that the cluster does not have.
        await body.dump();
        break;
      }
      const text = await body.text();
      const page: { items: unknown[]; metadata: { continue?: string } } =
        JSON.parse(text);
      objects += page.items.length;
      bytes += text.length;
      next = page.metadata.continue;
    } while (next);
    return { objects, bytes };
  }

  return {
    started: true,
    async handle({ ask }) {
      if (ask === 'vitals') {
        return vitals.read();
      }
      vitals.reset();
      const since = performance.now();
      const parts = await Promise.all(
        kinds.map(kind => read(collectionPath(kind))),
      );
      const result: FloorResult = {
        milliseconds: performance.now() - since,
        objects: parts.reduce((sum, part) => sum + part.objects, 0),
        megabytes: parts.reduce((sum, part) => sum + part.bytes, 0) / 1e6,
      };
      return result;
    },
  };
});
