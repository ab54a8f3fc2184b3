/** A word or a sign of a label selector. */
export interface Token {
  type: 'identifier' | 'sign' | 'in' | 'notin' | 'end';
  text: string;
}

const SIGNS = ['!=', '==', '=', '!', '(', ')', ',', '>', '<'];
const END: Token = { type: 'end', text: '' };

const PATTERN = /!=|==|[=!(),<>]|[^\s=!(),<>]+/g;

/** Splits a label selector as the API server's lexer does. */
export function tokensOf(text: string): Token[] {
  return (text.match(PATTERN) ?? []).map(part => ({
    type: SIGNS.includes(part) ? 'sign' : wordType(part),
    text: part,
  }));
}

function wordType(word: string): Token['type'] {
  return word === 'in' || word === 'notin' ? word : 'identifier';
}

/** Reads tokens one after the other; behind the last there is the end. */
export class TokenReader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  /** The next token, not taken. Keywords are words where values are read. */
  peek(values: boolean = false): Token {
    const token = this.tokens[this.at] ?? END;
    return values && (token.type === 'in' || token.type === 'notin')
      ? { ...token, type: 'identifier' }
      : token;
  }

  take(values: boolean = false): Token {
    const token = this.peek(values);
    this.at++;
    return token;
  }
}
