import { createHmac, randomBytes } from 'node:crypto';
import { Naming } from './Naming';
import { isPublicName, isPublicPart, tellsNothing } from './publicNames';

// 48 bits: among 100,000 names two meet with a chance of 1 in 50,000.
const DIGITS = 12;

/**
 * Names that nobody can turn back: each part between dots is replaced by a
 * hash with a key that exists only while the capture runs. Equal parts get
 * equal hashes wherever they are, so that selectors, references, hosts and
 * wildcards go on to fit.
 */
export function hashedNames(key: Buffer = randomBytes(32)): Naming {
  const known = new Map<string, string>();
  const digest = (text: string) =>
    createHmac('sha256', key).update(text).digest('hex');
  const part = (text: string) => {
    let hashed = known.get(text);
    if (hashed === undefined) {
      hashed = isPublicPart(text) ? text : `x${digest(text).slice(0, DIGITS)}`;
      known.set(text, hashed);
    }
    return hashed;
  };
  const name = (text: string): string => {
    if (isPublicName(text)) {
      return text;
    }
    // generateName ends so, and the names made of it go on after it.
    return text.endsWith('-')
      ? `${name(text.slice(0, -1))}-`
      : text.split('.').map(part).join('.');
  };
  const hostAndPort = (text: string) => {
    const [host, port] = text.split(':');
    return name(host) + (port ? `:${port}` : '');
  };
  const image = (text: string) => {
    if (/^(mcr\.microsoft\.com|registry\.k8s\.io)\//.test(text)) {
      return text;
    }
    const [, scheme, location, tag, checksum] =
      /^([a-z-]+:\/\/)?(.*?)(:[^/:@]+)?(@.*)?$/.exec(text) ?? [];
    return [
      scheme ?? '',
      (location ?? '').split('/').map(hostAndPort).join('/'),
      tag && /^:(latest|v?\d+(\.\d+)*)$/.test(tag)
        ? tag
        : tag && `:${part(tag)}`,
      checksum && `@sha256:${digest(checksum)}`,
    ].join('');
  };
  return {
    name,
    image,
    // Kinds, which begin with a capital, stay as they are.
    names: text =>
      text.replace(/[^\s,;:/]+/g, word =>
        /^[A-Z][A-Za-z]+$/.test(word) ? word : name(word),
      ),
    label: (labelKey, value) => (tellsNothing(labelKey) ? value : name(value)),
    url: text => {
      const url = new URL(text);
      return `${url.protocol}//${hostAndPort(url.host)}${url.pathname}`;
    },
    azureId: text => text.split('/').map(azureSegment).join('/'),
  };

  function azureSegment(segment: string): string {
    return /^(azure:|subscriptions|resourceGroups|providers|Microsoft\..*|virtualMachine(s|ScaleSets)|disks|virtualNetworks|subnets)$/i.test(
      segment,
    )
      ? segment
      : name(segment);
  }
}
