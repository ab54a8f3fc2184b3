/**
 * A part of a kind that is listed and watched by itself: of the whole cluster,
 * or of one namespace.
 */
export interface KindScope {
  path: string;
  fieldSelector?: string;
}
