import { isError } from '@backstage/errors';
import {
  AksApi,
  ExposureView,
  SummaryView,
} from '@backstage-aks/plugin-aks-common';

/**
 * An AKS backend in memory. Set a view, or an error, to change what the next
 * request is answered.
 */
export class FakeAks implements AksApi {
  summary: SummaryView | Error;
  exposure: ExposureView | Error;
  /** How many requests there were. */
  asked = 0;

  constructor(views: { summary?: SummaryView; exposure?: ExposureView } = {}) {
    const missing = new Error('The test gave no such view.');
    this.summary = views.summary ?? missing;
    this.exposure = views.exposure ?? missing;
  }

  getSummary = async () => this.#answer(this.summary);

  getExposure = async () => this.#answer(this.exposure);

  getClusters = async () => ({ items: [], totalItems: 0 });

  getStatus = async () => ({ clusters: [] });

  #answer<T>(answer: T | Error): T {
    this.asked += 1;
    if (isError(answer)) {
      throw answer;
    }
    return answer as T;
  }
}
