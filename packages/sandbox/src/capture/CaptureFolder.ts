import {
  FileHandle,
  mkdir,
  open,
  readdir,
  rm,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { apiVersionOf, KindDefinition } from '../kinds/KindDefinition';
import { CaptureIndex, INDEX_FILE } from './CaptureIndex';

/** A list in the making; it is as valid a list as the server's. */
export class ListFile {
  objects = 0;

  constructor(
    private readonly handle: FileHandle,
    private readonly kind: KindDefinition,
  ) {}

  async begin(): Promise<void> {
    const apiVersion = JSON.stringify(apiVersionOf(this.kind));
    await this.handle.write(
      `{\n"apiVersion": ${apiVersion},\n"kind": "${this.kind.kind}List",\n"items": [`,
    );
  }

  async add(objects: unknown[]): Promise<void> {
    const texts = objects.map(object => JSON.stringify(object, undefined, 1));
    const before = this.objects > 0 ? ',\n' : '\n';
    this.objects += objects.length;
    if (texts.length > 0) {
      await this.handle.write(before + texts.join(',\n'));
    }
  }

  async end(resourceVersion: string): Promise<void> {
    const metadata = JSON.stringify({ resourceVersion });
    await this.handle.write(`\n],\n"metadata": ${metadata}\n}\n`);
  }
}

/** The folder a capture is written to. */
export class CaptureFolder {
  private constructor(private readonly path: string) {}

  /**
   * Creates the folder, readable for its owner alone.
   *
   * @throws Error if something is in it already
   */
  static async create(path: string): Promise<CaptureFolder> {
    await mkdir(path, { recursive: true, mode: 0o700 });
    if ((await readdir(path)).length > 0) {
      throw new Error(
        `${path} is not empty; name another folder with --out, so that nothing is mixed`,
      );
    }
    return new CaptureFolder(path);
  }

  /**
   * Writes the file of a kind, object by object. A file that cannot be
   * completed is removed.
   */
  async writeKind(
    kind: KindDefinition,
    write: (list: ListFile) => Promise<string>,
  ): Promise<{ file: string; objects: number; resourceVersion: string }> {
    const file = `${kind.plural}${kind.group && `.${kind.group}`}.json`;
    const path = join(this.path, file);
    const handle = await open(path, 'wx', 0o600);
    try {
      const list = new ListFile(handle, kind);
      await list.begin();
      const resourceVersion = await write(list);
      await list.end(resourceVersion);
      return { file, objects: list.objects, resourceVersion };
    } catch (error) {
      await rm(path);
      throw error;
    } finally {
      await handle.close();
    }
  }

  async writeIndex(index: CaptureIndex): Promise<void> {
    await writeFile(
      join(this.path, INDEX_FILE),
      `${JSON.stringify(index, undefined, 2)}\n`,
      { mode: 0o600 },
    );
  }
}
