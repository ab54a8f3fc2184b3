import { Manifest } from '../objects/Manifest';

/**
 * One file, with its path below the folder that everything is written to.
 *
 * @public
 */
export interface GeneratedFile {
  path: string;
  content: string;
}

/** The name of the file for one object: the same whatever its content is. */
export function fileName({ object, part }: Manifest): string {
  return [object.kind.toLowerCase(), ...(part ? [part] : [])]
    .join('-')
    .concat('.yaml');
}
