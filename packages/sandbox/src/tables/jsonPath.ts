import { isJsonObject } from '../objects/json';

const STEP =
  /\.([A-Za-z_$][\w$-]*(?:\\\.[\w$-]+)*)|\['([^']+)'\]|\[(\d+|\*)\]|\[\?\(@\.([\w.]+)\s*==\s*["']([^"']*)["']\)\]/y;

/**
 * The first value at a path as printer columns write it: fields, indexes, and
 * filters such as `.status.conditions[?(@.type=="Ready")].status`. Undefined
 * where there is none, or the path is of a kind that columns do not use.
 */
export function jsonPathValue(root: unknown, path: string): unknown {
  let values: unknown[] = [root];
  let at = 0;
  while (at < path.length) {
    STEP.lastIndex = at;
    const step = STEP.exec(path);
    if (!step) {
      return undefined;
    }
    at = STEP.lastIndex;
    const [, field, quoted, index, filterPath, filterValue] = step;
    const name = quoted ?? field?.replace(/\\\./g, '.');
    values = values.flatMap(value => {
      if (name !== undefined) {
        return isJsonObject(value) && Object.hasOwn(value, name)
          ? [value[name]]
          : [];
      }
      const items = Array.isArray(value) ? value : [];
      if (index !== undefined) {
        return index === '*' ? items : items.slice(+index, +index + 1);
      }
      return items.filter(
        item => String(jsonPathValue(item, `.${filterPath}`)) === filterValue,
      );
    });
  }
  return values[0];
}
