import { parseAllDocuments } from 'yaml';
import { isJsonObject, JsonObject } from '../objects/json';

/**
 * Reads a text with one or more YAML or JSON documents. Empty documents are
 * left out.
 *
 * @throws Error with the number of the document that is wrong, from 1
 */
export function objectsFromYaml(text: string): JsonObject[] {
  return [...parseAllDocuments(text)].flatMap((document, index) => {
    const [error] = document.errors;
    if (error) {
      throw new Error(`document ${index + 1}: ${error.message.split('\n')[0]}`);
    }
    const value: unknown = document.toJS();
    if (value === null || value === undefined) {
      return [];
    }
    if (!isJsonObject(value)) {
      throw new Error(`document ${index + 1} is not an object`);
    }
    return [value];
  });
}
