/**
 * Calls `onLine` for every complete line of a stream and for an unfinished
 * last one. A carriage return ends a line too: that is how tools redraw theirs.
 */
export function readLines(stream, onLine) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', chunk => {
    const lines = (rest + chunk).split(/\r\n|\n|\r/);
    rest = lines.pop();
    lines.forEach(onLine);
  });
  stream.on('end', () => {
    if (rest) {
      onLine(rest);
      rest = '';
    }
  });
}

/** Removes colour and cursor codes, which are noise in a log's tail. */
export function stripCodes(text) {
  // eslint-disable-next-line no-control-regex -- the escape character is meant
  return text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '');
}
