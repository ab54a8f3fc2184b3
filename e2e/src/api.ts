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
  async get<Answer>(path: string): Promise<Answer> {
    this.#token ??= await this.#signIn();
    const response = await fetch(`${this.#portalUrl}/api/aks/v1${path}`, {
      headers: { authorization: `Bearer ${this.#token}` },
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
