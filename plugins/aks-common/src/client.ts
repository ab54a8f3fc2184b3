import { CompoundEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { z } from 'zod';
import { toExposureView } from './exposureAnswer';
import { exposureAnswerSchema, ExposureView } from './schemas/exposure';
import {
  ClusterList,
  clusterListSchema,
  FleetStatus,
  fleetStatusSchema,
} from './schemas/fleet';
import { HostList, HostListQuery, hostListSchema } from './schemas/hosts';
import { SummaryView, summaryViewSchema } from './schemas/summary';

/**
 * What the AKS backend answers, typed.
 *
 * @public
 */
export interface AksApi {
  getSummary(entity: CompoundEntityRef): Promise<SummaryView>;
  getExposure(entity: CompoundEntityRef): Promise<ExposureView>;
  getClusters(): Promise<ClusterList>;
  getHosts(query?: HostListQuery): Promise<HostList>;
  getStatus(): Promise<FleetStatus>;
}

/**
 * Client of the AKS backend. Answers are validated against the schemas, so
 * that a backend of another version shows as one clear error.
 *
 * The browser's own cache does the conditional requests: answers carry an ETag
 * and `no-cache`, so a repeated call costs one 304.
 *
 * @public
 */
export class AksClient implements AksApi {
  readonly #fetch: typeof fetch;
  readonly #baseUrl: () => Promise<string>;

  /**
   * @param options - `fetch` carries the caller's credentials. `baseUrl` is the
   * plugin's own, without a version: `https://portal.example/api/aks`.
   */
  constructor(options: {
    fetch: typeof fetch;
    baseUrl: () => Promise<string>;
  }) {
    this.#fetch = options.fetch;
    this.#baseUrl = options.baseUrl;
  }

  getSummary(entity: CompoundEntityRef): Promise<SummaryView> {
    return this.#get(`${entityPath(entity)}/summary`, summaryViewSchema);
  }

  async getExposure(entity: CompoundEntityRef): Promise<ExposureView> {
    return toExposureView(
      await this.#get(`${entityPath(entity)}/exposure`, exposureAnswerSchema),
    );
  }

  getClusters(): Promise<ClusterList> {
    return this.#get('/clusters', clusterListSchema);
  }

  getHosts(query: HostListQuery = {}): Promise<HostList> {
    return this.#get(`/hosts${queryString(query)}`, hostListSchema);
  }

  getStatus(): Promise<FleetStatus> {
    return this.#get('/status', fleetStatusSchema);
  }

  async #get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    const url = `${await this.#baseUrl()}/v1${path}`;
    const response = await this.#fetch(url);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const parsed = schema.safeParse(await response.json());
    if (!parsed.success) {
      throw new Error(
        `The AKS backend answered ${path} in a form this client does not know: ${z.prettifyError(
          parsed.error,
        )}. Install the same version of the frontend and backend plugins.`,
      );
    }
    return parsed.data;
  }
}

function queryString(query: HostListQuery): string {
  const parameters = Object.entries(query).flatMap(([key, value]) => {
    const text = String(value ?? '');
    return text === '' ? [] : [[key, text]];
  });
  const text = new URLSearchParams(parameters).toString();
  return text && `?${text}`;
}

function entityPath({ kind, namespace, name }: CompoundEntityRef): string {
  const segments = [kind.toLowerCase(), namespace, name];
  return `/entities/${segments.map(encodeURIComponent).join('/')}`;
}
