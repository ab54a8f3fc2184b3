/**
 * What a capture keeps of a value. Whatever a shape does not name is left out,
 * so that a field nobody thought of is never written.
 *
 * - `plain`: a text, number or boolean as it is
 * - `word`: a reason or a state in one word; sentences are left out
 * - `number`: a number, or a text that is one; other texts are left out
 * - `name`: what names an object or a host
 * - `names`: a text with several names, such as a list of hosts
 * - `image`: a container image
 * - `path`: the path of a URL, without its query
 * - `url`: an address without user, password and query
 * - `azureId`: the id of an Azure resource
 * - `labels`: a map of labels
 * - `requirement`: something that compares one label by `key`: a requirement
 *   of a selector, a taint, a toleration
 * - `annotations`: a map of which only known keys are kept
 * - `managers`: managed fields without the fields, whose paths hold values
 * - `FieldsShape`: an object with these fields
 * - `ListShape`: a list of such values
 * - `MapShape`: a map with such values under any key
 */
export type Shape =
  | 'plain'
  | 'word'
  | 'number'
  | 'name'
  | 'names'
  | 'image'
  | 'path'
  | 'url'
  | 'azureId'
  | 'labels'
  | 'requirement'
  | 'annotations'
  | 'managers'
  | FieldsShape
  | ListShape
  | MapShape;

/** An object of which these fields are kept. */
export interface FieldsShape {
  fields: { [field: string]: Shape };
}

/** A list of which all items are kept. */
export interface ListShape {
  list: Shape;
}

/** A map of which all keys are kept. */
export interface MapShape {
  map: Shape;
}

/** The shape of an object with these fields. */
export function fields(kept: { [field: string]: Shape }): FieldsShape {
  return { fields: kept };
}

/** The shape of a list. */
export function list(item: Shape): ListShape {
  return { list: item };
}

/** The shape of a map with any keys. */
export function map(value: Shape): MapShape {
  return { map: value };
}

/** Fields that are kept as they are. */
export function plain(...names: string[]): { [field: string]: Shape } {
  return Object.fromEntries(names.map(name => [name, 'plain']));
}

/** Fields that name something. */
export function named(...names: string[]): { [field: string]: Shape } {
  return Object.fromEntries(names.map(name => [name, 'name']));
}
