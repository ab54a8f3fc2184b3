import { Document, isMap, isNode, isPair, isScalar, Node } from 'yaml';
import { Comment } from '../objects/Manifest';
import { yamlDocument, yamlText } from './yamlText';

const WIDTH = 78;

/** What is written, and what is said of its fields. */
interface Commented {
  object: object;
  comments: readonly Comment[];
}

/** One object as a YAML document, with its comments above their fields. */
export function writeYaml({ object, comments }: Commented): string {
  const document = yamlDocument(object);
  comments.forEach(comment => placeComment(document, comment));
  return yamlText(document);
}

function placeComment(document: Document, { path, text }: Comment): void {
  const node = commented(document, path);
  if (node) {
    const lines = wrap(text, WIDTH - 2 * path.length);
    node.commentBefore = [
      ...(node.commentBefore ? [node.commentBefore] : []),
      ...lines.map(line => ` ${line}`),
    ].join('\n');
  }
}

// A comment on a field stands above its key; one on an item above the item.
function commented(
  document: Document,
  path: Comment['path'],
): Node | undefined {
  const parent = document.getIn(path.slice(0, -1), true);
  const last = path[path.length - 1];
  if (isMap(parent)) {
    const pair = parent.items.find(
      item => isPair(item) && isScalar(item.key) && item.key.value === last,
    );
    return isNode(pair?.key) ? pair.key : undefined;
  }
  const item = document.getIn(path, true);
  return isNode(item) ? item : undefined;
}

/** Text in lines of about so many characters. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines[lines.length - 1];
    if (line !== undefined && line.length + word.length < width) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
