import { isError } from '@backstage/errors';
import {
  AksApi,
  ExposureView,
  FleetStatus,
  HostList,
  HostListQuery,
  SummaryView,
} from '@backstage-aks/plugin-aks-common';

/**
 * An AKS backend in memory. Set a view, or an error, to change what the next
 * request is answered.
 */
export class FakeAks implements AksApi {
  summary: SummaryView | Error;
  exposure: ExposureView | Error;
  /** One list for everything that is asked, or one for each question. */
  hosts: HostList | Error | ((query: HostListQuery) => HostList);
  status: FleetStatus | Error;
  /** How many requests there were. */
  asked = 0;

  constructor(
    views: {
      summary?: SummaryView;
      exposure?: ExposureView;
      hosts?: FakeAks['hosts'];
      status?: FleetStatus;
    } = {},
  ) {
    const missing = new Error('The test gave no such view.');
    this.summary = views.summary ?? missing;
    this.exposure = views.exposure ?? missing;
    this.hosts = views.hosts ?? missing;
    this.status = views.status ?? missing;
  }

  getSummary = async () => this.#answer(this.summary);

  getExposure = async () => this.#answer(this.exposure);

  getClusters = async () => ({ items: [], totalItems: 0 });

  getHosts = async (query: HostListQuery = {}) =>
    this.#answer(
      typeof this.hosts === 'function' ? this.hosts(query) : this.hosts,
    );

  getStatus = async () => this.#answer(this.status);

  #answer<T>(answer: T | Error): T {
    this.asked += 1;
    if (isError(answer)) {
      throw answer;
    }
    return answer as T;
  }
}
