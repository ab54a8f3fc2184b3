import { ImageFacts } from '../records/podTemplates';
import { present, text } from './fields';

// https://github.com/distribution/reference: a first part is a registry where
// it has a dot or a port, or is `localhost`.
const IMAGE =
  /^(?:((?:localhost|[-A-Za-z0-9]+(?:\.[-A-Za-z0-9]+)+)(?::\d{1,5})?|[-A-Za-z0-9]+:\d{1,5})\/)?([a-z0-9][-_./a-z0-9]{0,253})(?::([\w][-.\w]{0,127}))?(@[a-z0-9]+:[a-f0-9]{32,128})?$/;
const VERSION =
  /^v?\d{1,6}(?:\.\d{1,8}){0,3}(?:-(?:alpha|beta|rc)\.?\d{0,3})?$/;

/** What an image's name says; undefined for what is no such name. */
export function imageIn(value: unknown): ImageFacts | undefined {
  const [, registry, repository, tag, digest] =
    IMAGE.exec(text(value)?.slice(0, 1024) ?? '') ?? [];
  return repository
    ? present<ImageFacts>({
        registry,
        repository,
        version: tag && VERSION.test(tag) ? tag : undefined,
        pinned: pinnedBy(tag, digest),
      })
    : undefined;
}

function pinnedBy(
  tag: string | undefined,
  digest: string | undefined,
): ImageFacts['pinned'] {
  if (digest) {
    return 'digest';
  }
  return tag === undefined || tag === 'latest' ? 'latest' : 'tag';
}
