const ACTIONS = '/.backstage/actions/v1/actions';

/** Reads the portal's API as one of the sandbox's people. */
export class PortalApi {
  readonly #portalUrl: string;
  readonly #user: string;
  #token?: string;

  constructor(options: { portalUrl: string; user: string }) {
    this.#portalUrl = options.portalUrl;
    this.#user = options.user;
  }

  /** Reads a path of the AKS plugin, such as `/status`. */
  get<Answer>(path: string): Promise<Answer> {
    return this.#ask(`/v1${path}`);
  }

  /** The actions that the AKS plugin offers to assistants and templates. */
  async actions(): Promise<{ id: string; title: string }[]> {
    const { actions } = await this.#ask<{
      actions: { id: string; title: string }[];
    }>(ACTIONS);
    return actions;
  }

  /** Has an action done, such as `aks:find-host`. */
  async invoke<Output>(id: string, input: unknown): Promise<Output> {
    const { output } = await this.#ask<{ output: Output }>(
      `${ACTIONS}/${encodeURIComponent(id)}/invoke`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      },
    );
    return output;
  }

  async #ask<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
    this.#token ??= await this.#signIn();
    const response = await fetch(`${this.#portalUrl}/api/aks${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${this.#token}` },
    });
    if (!response.ok) {
      throw new Error(
        `${path} answered ${response.status}: ${await response.text()}`,
      );
    }
    return response.json();
  }

  async #signIn(): Promise<string> {
    const response = await fetch(
      `${this.#portalUrl}/api/auth/sandbox/refresh`,
      {
        headers: {
          'x-sandbox-user': this.#user,
          'x-requested-with': 'XMLHttpRequest',
        },
      },
    );
    if (!response.ok) {
      throw new Error(
        `Signing in as ${this.#user} failed: ${await response.text()}`,
      );
    }
    const session = await response.json();
    return session.backstageIdentity.token;
  }
}
