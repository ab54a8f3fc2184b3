/** What a request's path and method address. */
export type RequestTarget =
  | { type: 'path'; path: string; verb: string }
  | ResourceTarget;

/** A request for resources of an API group. */
export interface ResourceTarget {
  type: 'resource';
  verb: string;
  group: string;
  version: string;
  resource: string;
  namespace?: string;
  name?: string;
  subresource?: string;
}

const VERBS: Record<string, string> = {
  GET: 'get',
  HEAD: 'get',
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

/** Reads path and method the way the server's request-info resolver does. */
export function requestTarget(method: string, url: URL): RequestTarget {
  const path = url.pathname;
  const verb = VERBS[method] ?? method.toLowerCase();
  const parts = path.split('/').filter(part => part !== '');
  const [prefix] = parts;
  if (prefix === 'api' && parts.length >= 3) {
    return resourceTarget('', parts[1], parts.slice(2), verb, url);
  }
  if (prefix === 'apis' && parts.length >= 4) {
    return resourceTarget(parts[1], parts[2], parts.slice(3), verb, url);
  }
  return { type: 'path', path, verb };
}

function resourceTarget(
  group: string,
  version: string,
  rest: string[],
  verb: string,
  url: URL,
): ResourceTarget {
  const decoded = rest.map(decodePart);
  const [first, second] = decoded;
  let namespace: string | undefined;
  let parts = decoded;
  if (first === 'namespaces' && second !== undefined) {
    namespace = second;
    const isNamespaceItself =
      decoded.length === 2 || ['status', 'finalize'].includes(decoded[2]);
    if (!isNamespaceItself) {
      parts = decoded.slice(2);
    }
  }
  const [resource, name, subresource] = parts;
  return {
    type: 'resource',
    verb: collectionVerb(verb, name, url),
    group,
    version,
    resource,
    namespace,
    name: name ?? nameFromSelector(verb, url),
    subresource,
  };
}

function collectionVerb(verb: string, name: string | undefined, url: URL) {
  if (verb === 'get') {
    if (isWatch(url) && name === undefined) {
      return 'watch';
    }
    return name === undefined ? 'list' : 'get';
  }
  return verb === 'delete' && name === undefined ? 'deletecollection' : verb;
}

function isWatch(url: URL): boolean {
  return ['1', 'true'].includes(url.searchParams.get('watch') ?? '');
}

// A list of one named object counts as access to that object, so that rights
// for single names allow it.
function nameFromSelector(verb: string, url: URL): string | undefined {
  if (verb !== 'get') {
    return undefined;
  }
  const selector = url.searchParams.get('fieldSelector') ?? '';
  return /^metadata\.name=([^,=]+)$/.exec(selector)?.[1];
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
