import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  aksClusterReadPermission,
  aksNamespaceReadPermission,
} from '@backstage-aks/plugin-aks-common';
import {
  scaffolderPermissions,
  taskCancelPermission,
  taskReadPermission,
  templateDryRunPermission,
  templateManagementPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import { ContosoPolicy } from './ContosoPolicy';

function member(...groups: string[]) {
  const ownershipEntityRefs = [
    'user:default/somebody',
    ...groups.map(name => `group:default/${name}`),
  ];
  return {
    token: '',
    credentials: mockCredentials.user('user:default/somebody'),
    identity: {
      type: 'user' as const,
      userEntityRef: 'user:default/somebody',
      ownershipEntityRefs,
    },
    info: { userEntityRef: 'user:default/somebody', ownershipEntityRefs },
  };
}

const readNamespace = { permission: aksNamespaceReadPermission };

describe('ContosoPolicy', () => {
  const policy = new ContosoPolicy();

  it('lets the platform team see every namespace', async () => {
    expect(await policy.handle(readNamespace, member('platform'))).toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });

  it('lets others see what they own and what is labelled internal', async () => {
    const decision = await policy.handle(readNamespace, member('payments'));
    expect(decision).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: {
        anyOf: [
          {
            rule: 'IS_OWNER',
            params: {
              claims: ['user:default/somebody', 'group:default/payments'],
            },
          },
          {
            rule: 'HAS_LABEL',
            params: { key: 'contoso.example/visibility', value: 'internal' },
          },
        ],
      },
    });
  });

  it('gives somebody unknown no claims', async () => {
    const decision = await policy.handle(readNamespace);
    expect(decision).toMatchObject({
      conditions: { anyOf: [{ params: { claims: [] } }, {}] },
    });
  });

  it('lets everybody see that clusters exist', async () => {
    expect(
      await policy.handle({ permission: aksClusterReadPermission }, member()),
    ).toEqual({ result: AuthorizeResult.ALLOW });
  });

  it.each([taskReadPermission, taskCancelPermission])(
    'lets people see and end only their own runs of templates: $name',
    async permission => {
      expect(
        await policy.handle({ permission }, member('payments')),
      ).toMatchObject({
        result: AuthorizeResult.CONDITIONAL,
        conditions: {
          rule: 'IS_TASK_OWNER',
          params: { createdBy: ['user:default/somebody'] },
        },
      });
      expect(await policy.handle({ permission })).toMatchObject({
        conditions: { params: { createdBy: [] } },
      });
    },
  );

  it.each([templateDryRunPermission, templateManagementPermission])(
    'leaves templates of their own to the platform team: $name',
    async permission => {
      expect(await policy.handle({ permission }, member('payments'))).toEqual({
        result: AuthorizeResult.DENY,
      });
    },
  );

  it('lets the platform team do everything with templates', async () => {
    for (const permission of scaffolderPermissions) {
      expect(await policy.handle({ permission }, member('platform'))).toEqual({
        result: AuthorizeResult.ALLOW,
      });
    }
  });

  it('lets everybody run a template', async () => {
    const permissions = scaffolderPermissions.filter(({ name }) =>
      [
        'scaffolder.task.create',
        'scaffolder.action.execute',
        'scaffolder.template.parameter.read',
        'scaffolder.template.step.read',
      ].includes(name),
    );
    expect(permissions).toHaveLength(4);
    for (const permission of permissions) {
      expect(await policy.handle({ permission }, member())).toEqual({
        result: AuthorizeResult.ALLOW,
      });
    }
  });
});
