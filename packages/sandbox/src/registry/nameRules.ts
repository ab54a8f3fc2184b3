import { invalidValue } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { KindBehaviour } from './KindBehaviour';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';

interface Rule {
  pattern: RegExp;
  maximum: number;
  message: string;
}

const SUBDOMAIN: Rule = {
  pattern: new RegExp(`^${LABEL}(\\.${LABEL})*$`),
  maximum: 253,
  message: `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${LABEL}(\\.${LABEL})*')`,
};

const DNS_LABEL: Rule = {
  pattern: new RegExp(`^${LABEL}$`),
  maximum: 63,
  message: `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${LABEL}')`,
};

const SERVICE_NAME: Rule = {
  pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  maximum: 63,
  message:
    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
};

const RULES = {
  subdomain: SUBDOMAIN,
  label: DNS_LABEL,
  serviceName: SERVICE_NAME,
};

/** What is wrong with a name, in the server's words. */
export function nameErrors(
  name: string,
  rule: KindBehaviour['nameRule'] = 'subdomain',
): FieldError[] {
  const field = 'metadata.name';
  if (rule === 'path') {
    return pathSegmentErrors(field, name);
  }
  return textErrors(field, name, rule);
}

/** What is wrong with a text that is to be a name of some form. */
export function textErrors(
  field: string,
  text: string,
  rule: keyof typeof RULES,
): FieldError[] {
  const { pattern, maximum, message } = RULES[rule];
  const errors: FieldError[] = [];
  if (text.length > maximum) {
    errors.push(
      invalidValue(field, text, `must be no more than ${maximum} bytes`),
    );
  }
  if (!pattern.test(text)) {
    errors.push(invalidValue(field, text, message));
  }
  return errors;
}

function pathSegmentErrors(field: string, name: string): FieldError[] {
  if (name === '.' || name === '..') {
    return [invalidValue(field, name, `may not be '${name}'`)];
  }
  return ['/', '%']
    .filter(character => name.includes(character))
    .map(character =>
      invalidValue(field, name, `may not contain '${character}'`),
    );
}
