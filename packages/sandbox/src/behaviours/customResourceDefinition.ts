import { invalidValue } from '../errors/fieldErrors';
import {
  ensureObject,
  isJsonObject,
  objectsIn,
  setDefault,
  valueAt,
} from '../objects/json';
import { KindBehaviour } from '../registry/KindBehaviour';

/** CustomResourceDefinitions (apiextensions.k8s.io/v1). */
export const customResourceDefinition: KindBehaviour = {
  applyDefaults(object) {
    const spec = ensureObject(object, 'spec');
    const names = ensureObject(spec, 'names');
    const kind = String(names.kind ?? '');
    setDefault(names, 'singular', kind.toLowerCase());
    setDefault(names, 'listKind', `${kind}List`);
    setDefault(spec, 'conversion', { strategy: 'None' });
  },
  // Controllers accept the names; here they are accepted at once.
  prepareCreate(object, surroundings) {
    const lastTransitionTime = surroundings.timestamp();
    object.status = {
      conditions: [
        {
          type: 'NamesAccepted',
          status: 'True',
          lastTransitionTime,
          reason: 'NoConflicts',
          message: 'no conflicts found',
        },
        {
          type: 'Established',
          status: 'True',
          lastTransitionTime,
          reason: 'InitialNamesAccepted',
          message: 'the initial names have been accepted',
        },
      ],
      acceptedNames: valueAt(object, 'spec.names'),
      storedVersions: objectsIn(valueAt(object, 'spec.versions'))
        .filter(({ storage }) => storage === true)
        .map(({ name }) => name),
    };
  },
  validate({ metadata, spec }) {
    const { group, names } = isJsonObject(spec)
      ? spec
      : { group: '', names: {} };
    const wanted = `${valueAt(names, 'plural')}.${group}`;
    return metadata.name === wanted
      ? []
      : [
          invalidValue(
            'metadata.name',
            metadata.name,
            'must be spec.names.plural+"."+spec.group',
          ),
        ];
  },
};
