/** How names are written. Values that are equal stay equal. */
export interface Naming {
  /** The name of an object, or a host. */
  name(text: string): string;
  /** A text with several names, and marks between them. */
  names(text: string): string;
  /** The value of a label. */
  label(key: string, value: string): string;
  image(text: string): string;
  url(text: string): string;
  /** The id of an Azure resource. */
  azureId(text: string): string;
}

const same = (text: string) => text;

/** Names as they are. */
export const givenNames: Naming = {
  name: same,
  names: same,
  label: (_, value) => value,
  image: same,
  url: same,
  azureId: same,
};
