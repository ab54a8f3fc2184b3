const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const LAST_SPACE = 0x20;

const ITEMS_KEY = /[{,]\s*"items"\s*:\s*$/;
// Room for the key and some white space.
const KEY_LENGTH = 64;

/**
 * Takes the items out of a list as it arrives, so that never more of it than
 * one object is parsed at a time: parsing a page of hundreds at once holds up
 * everything else, and what it makes is costly to clear away.
 *
 * Only the boundaries of items are found here. Whether each of them, and what
 * is around them, is JSON, is for a real parser to say.
 */
export class ListItems {
  #around: Buffer[] = [];
  #item: Buffer[] = [];
  #depth = 0;
  #inString = false;
  #escaped = false;
  #inItems = false;
  #inItem = false;

  /** Takes the next bytes; returns the items that end in them, unparsed. */
  take(chunk: Buffer): Buffer[] {
    const ended: Buffer[] = [];
    let from = 0;
    const cut = (to: number, where: Buffer[]) => {
      where.push(chunk.subarray(from, to));
      from = to;
    };
    const endItem = (to: number) => {
      cut(to, this.#item);
      ended.push(Buffer.concat(this.#item));
      this.#item = [];
      this.#inItem = false;
    };
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index];
      if (this.#inString) {
        if (this.#escaped) {
          this.#escaped = false;
        } else if (byte === BACKSLASH) {
          this.#escaped = true;
        } else if (byte === QUOTE) {
          this.#inString = false;
        }
        continue;
      }
      if (
        this.#inItems &&
        !this.#inItem &&
        this.#depth === 2 &&
        byte > LAST_SPACE &&
        byte !== COMMA &&
        byte !== CLOSE_ARRAY
      ) {
        // What stands between items is left out.
        from = index;
        this.#inItem = true;
      }
      switch (byte) {
        case QUOTE:
          this.#inString = true;
          break;
        case OPEN_OBJECT:
          this.#depth += 1;
          break;
        case OPEN_ARRAY:
          this.#depth += 1;
          if (this.#depth === 2 && !this.#inItems) {
            this.#inItems = ITEMS_KEY.test(
              lastOf([...this.#around, chunk.subarray(from, index)]),
            );
            if (this.#inItems) {
              cut(index + 1, this.#around);
            }
          }
          break;
        case CLOSE_OBJECT:
          this.#depth -= 1;
          break;
        case CLOSE_ARRAY:
          if (this.#inItems && this.#depth === 2) {
            if (this.#inItem) {
              endItem(index);
            }
            from = index;
            this.#inItems = false;
          }
          this.#depth -= 1;
          break;
        case COMMA:
          if (this.#inItem && this.#depth === 2) {
            endItem(index);
          }
          break;
        default:
      }
    }
    if (this.#inItem) {
      cut(chunk.length, this.#item);
    } else if (!this.#inItems) {
      cut(chunk.length, this.#around);
    }
    return ended;
  }

  /** The list without its items, unparsed, once all of it was taken. */
  rest(): string {
    return Buffer.concat(this.#around).toString('utf8');
  }
}

/** The last of some bytes, as text. */
function lastOf(parts: readonly Buffer[]): string {
  let text = '';
  for (
    let index = parts.length - 1;
    index >= 0 && text.length < KEY_LENGTH;
    index--
  ) {
    text = parts[index].subarray(-KEY_LENGTH).toString('latin1') + text;
  }
  return text;
}
