import { ServerResponse } from 'node:http';

interface VerbTime {
  requests: number;
  milliseconds: number;
}

/**
 * How long a cluster's server has worked on requests, verb by verb, so that
 * whoever measures something else can take the sandbox's share away.
 */
export class ServiceTimes {
  private verbs: Record<string, VerbTime> = {};

  /**
   * Counts a request from now until its answer is handed over to the network,
   * and for a watch until it is open. The time is also said in the answer.
   */
  start(verb: string, response: ServerResponse): void {
    const began = performance.now();
    const { writeHead } = response;
    response.writeHead = ((...parameters: Parameters<typeof writeHead>) => {
      const milliseconds = performance.now() - began;
      const time = (this.verbs[verb] ??= { requests: 0, milliseconds: 0 });
      time.requests++;
      time.milliseconds += milliseconds;
      response.setHeader('server-timing', `app;dur=${milliseconds.toFixed(2)}`);
      return writeHead.apply(response, parameters);
    }) as typeof writeHead;
  }

  /** What the process has used, and the time of each verb since its start. */
  report() {
    const { user, system } = process.cpuUsage();
    return {
      cpuMilliseconds: (user + system) / 1000,
      memory: { rss: process.memoryUsage().rss },
      verbs: this.verbs,
    };
  }
}
