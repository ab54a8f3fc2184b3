import { mkdir, writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';

/** Records where the own process spends its time, for Chrome's developer tools. */
export class CpuProfile {
  readonly #session = new Session();
  readonly #file: string;
  #running = false;

  constructor(folder: string, name: string) {
    this.#file = join(folder, `${name}.cpuprofile`);
    this.#session.connect();
  }

  async start(): Promise<void> {
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.start');
    this.#running = true;
  }

  /** Writes what was recorded since the start; nothing where none was. */
  async end(): Promise<void> {
    if (!this.#running) {
      return;
    }
    this.#running = false;
    const { profile } = await this.#session.post('Profiler.stop');
    await mkdir(join(this.#file, '..'), { recursive: true });
    await writeFile(this.#file, JSON.stringify(profile));
  }
}
