import { gzipSync } from 'node:zlib';

const BLOCK = 512;

/** A zipped tar archive with one folder, as source control hands out a repository. */
export function tarball(
  folder: string,
  files: Readonly<Record<string, string>>,
): Buffer {
  const archive = Buffer.concat([
    ...Object.entries(files).flatMap(([path, text]) => {
      const content = Buffer.from(text);
      const padding = (BLOCK - (content.length % BLOCK)) % BLOCK;
      return [
        header(`${folder}/${path}`, content.length),
        content,
        Buffer.alloc(padding),
      ];
    }),
    // Two empty blocks end it.
    Buffer.alloc(2 * BLOCK),
  ]);
  return gzipSync(archive);
}

/** The header of a regular file, in the format ustar (POSIX.1-1988). */
function header(path: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, digits: number) =>
    value.toString(8).padStart(digits, '0');
  block.write(path, 0, 100);
  block.write(octal(0o644, 7), 100);
  block.write(octal(0, 7), 108);
  block.write(octal(0, 7), 116);
  block.write(octal(size, 11), 124);
  block.write(octal(0, 11), 136);
  block.write('        ', 148);
  block.write('0', 156);
  block.write('ustar\u000000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)}\u0000 `, 148);
  return block;
}
