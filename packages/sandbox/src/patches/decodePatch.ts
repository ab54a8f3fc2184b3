import { badRequest } from '../errors/refusals';
import { parseYaml } from '../http/requestBody';

/** Decodes the body of a PATCH. @throws StatusError 400 */
export function decodePatch(text: string, isYaml: boolean): unknown {
  if (isYaml) {
    return parseYaml(text, 'apply patch');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badRequest(
      `error decoding patch: ${
        error instanceof Error ? error.message : String(error)
      }`,
    );
  }
}
