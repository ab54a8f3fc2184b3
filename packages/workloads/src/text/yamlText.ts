import { Document, isScalar, Scalar, visit } from 'yaml';

// What some reader of YAML takes for something else than text: numbers in every
// notation (kubectl reads them as Go does, 0o17 and 1_000 included), times, the
// words of YAML 1.1 and the merge key.
const AMBIGUOUS = [
  /^[-+]?[\d_]+$/,
  /^[-+]?0[xXoObB][\da-fA-F_]+$/,
  /^[-+]?(\.\d|\d)[\d_]*\.?[\d_]*([eE][-+]?\d+)?$/,
  /^[-+]?\d[\d_]*(:[0-5]?\d)+(\.\d*)?$/,
  /^\d{4}-\d/,
  /^[-+]?\.(inf|nan)$/i,
  /^(y|n|yes|no|on|off|true|false|null|~|=|<<)$/i,
  /^\s*$/,
];

// What cannot stand in YAML as it is, or would be read as a line's end.
const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;
const UNESCAPED = /[\u007f-\u009f\ufeff\ufffe\uffff]/g;

const UNUSED_TAGS = new Set(
  ['binary', 'omap', 'pairs', 'set'].map(name => `tag:yaml.org,2002:${name}`),
);

/** A document of a value, in which every text will be read as that text. */
export function yamlDocument(value: unknown): Document {
  const document = new Document(value, {
    // kubectl and Helm read 1.1, where `no` is a truth value.
    version: '1.1',
    // Each value is tried against each tag, and these are for no value here.
    customTags: tags =>
      tags.filter(tag => typeof tag === 'string' || !UNUSED_TAGS.has(tag.tag)),
    aliasDuplicateObjects: false,
  });
  document.directives = undefined;
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && isRisky(node.value)) {
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
    Pair(_, { key }) {
      if (
        isScalar(key) &&
        typeof key.value === 'string' &&
        isRisky(key.value)
      ) {
        key.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return document;
}

/** A document as text. */
export function yamlText(document: Document): string {
  return document
    .toString({ lineWidth: 0, indentSeq: true })
    .replace(
      UNESCAPED,
      character =>
        `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

function isRisky(text: string): boolean {
  return (
    UNPRINTABLE.test(text) || AMBIGUOUS.some(pattern => pattern.test(text))
  );
}
