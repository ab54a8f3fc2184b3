import { SecurityContextFacts } from '../records/podTemplates';
import {
  count,
  Fields,
  fieldsAt,
  nameIn,
  namesIn,
  present,
  reason,
  text,
} from './fields';

/**
 * What the security context of a pod or a container says; undefined where it says
 * nothing that a level of pod security asks for.
 */
export function securityContextFacts(
  value: unknown,
): SecurityContextFacts | undefined {
  const context = fieldsAt(value);
  const adds = namesIn(fieldsAt(context, 'capabilities').add);
  const seLinux = fieldsAt(context, 'seLinuxOptions');
  const facts = present<SecurityContextFacts>({
    runAsNonRoot: truth(context.runAsNonRoot),
    runAsUser: count(context.runAsUser),
    seccomp: reason(fieldsAt(context, 'seccompProfile').type),
    appArmor: reason(fieldsAt(context, 'appArmorProfile').type),
    seLinuxType: nameIn(seLinux.type),
    seLinuxOptions: optionsIn(seLinux),
    hostProcess:
      fieldsAt(context, 'windowsOptions').hostProcess === true || undefined,
    procMount: reason(context.procMount),
    adds: adds.length > 0 ? adds : undefined,
  });
  return Object.keys(facts).length > 0 ? facts : undefined;
}

function truth(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function optionsIn(seLinux: Fields): ('user' | 'role')[] | undefined {
  const set = (['user', 'role'] as const).filter(key => text(seLinux[key]));
  return set.length > 0 ? set : undefined;
}
