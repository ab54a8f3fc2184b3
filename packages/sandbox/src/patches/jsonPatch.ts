import { applyPatch, JsonPatchError, Operation } from 'fast-json-patch';
import { badRequest } from '../errors/refusals';
import { StatusError } from '../errors/StatusError';
import { isJsonObject, JsonObject } from '../objects/json';

/** Applies a JSON Patch (RFC 6902). @throws StatusError 400, 422 */
export function applyJsonPatch(target: JsonObject, patch: unknown): unknown {
  if (!Array.isArray(patch)) {
    throw badRequest(
      'error decoding patch: json: cannot unmarshal object into Go value of type jsonpatch.Patch',
    );
  }
  const operations = patch.filter(isOperation);
  if (operations.length !== patch.length) {
    throw badRequest('error decoding patch: an operation needs op and path');
  }
  try {
    return applyPatch(target, operations, true, false).newDocument;
  } catch (error) {
    throw refusal(error);
  }
}

function isOperation(value: unknown): value is Operation {
  return (
    isJsonObject(value) &&
    typeof value.op === 'string' &&
    typeof value.path === 'string'
  );
}

function refusal(error: unknown): StatusError {
  const message = error instanceof Error ? error.message : String(error);
  const path =
    error instanceof JsonPatchError && isJsonObject(error.operation)
      ? String(error.operation.path)
      : '';
  // What cannot be done to this object is unprocessable; the words follow the
  // server's patch library for the two common cases.
  const text =
    error instanceof JsonPatchError && error.name === 'TEST_OPERATION_FAILED'
      ? `testing path ${path} failed: test failed`
      : `the server rejected our request due to an error in our request: ${message}`;
  return new StatusError({
    code: 422,
    reason: 'Invalid',
    message: text,
    details: {},
  });
}
