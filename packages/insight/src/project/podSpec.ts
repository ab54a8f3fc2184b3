import { ContainerPort } from '../record';
import { fieldsAt, fieldsIn, portNumber, text } from './fields';

/**
 * The ports that the containers of a pod spec declare. Init containers count
 * when they keep running beside the others (`restartPolicy: Always`): a named
 * port may be theirs.
 */
export function declaredPorts(podSpec: unknown): ContainerPort[] {
  const { containers, initContainers } = fieldsAt(podSpec);
  const running = [
    ...fieldsIn(containers),
    ...fieldsIn(initContainers).filter(
      container => container.restartPolicy === 'Always',
    ),
  ];
  return running.flatMap(container =>
    fieldsIn(container.ports).flatMap(entry => {
      const port = portNumber(entry.containerPort);
      const name = text(entry.name);
      return port === undefined
        ? []
        : [
            {
              container: text(container.name) ?? '',
              ...(name && { name }),
              port,
              protocol: text(entry.protocol) ?? 'TCP',
            },
          ];
    }),
  );
}
