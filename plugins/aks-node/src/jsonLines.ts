/** A line longer than this is no object of a Kubernetes API (etcd takes 1.5 MB). */
const LONGEST_LINE = 64 * 1024 * 1024;

const NEWLINE = 0x0a;

/**
 * Parses newline-separated JSON as it arrives. What follows the last newline
 * is a line cut off by the end of the stream, and is left out.
 *
 * @throws SyntaxError for a line that is not JSON or does not end.
 */
export async function* jsonLines(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<unknown> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let start = 0;
    let end = chunk.indexOf(NEWLINE);
    while (end !== -1) {
      parts.push(chunk.subarray(start, end));
      const line = Buffer.concat(parts).toString('utf8');
      parts = [];
      length = 0;
      if (line.trim() !== '') {
        yield JSON.parse(line);
      }
      start = end + 1;
      end = chunk.indexOf(NEWLINE, start);
    }
    parts.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > LONGEST_LINE) {
      throw new SyntaxError('a line of the stream does not end');
    }
  }
}
