import { expect, test } from '@playwright/test';
import { PortalApi } from '../src/api';
import { portal } from '../src/portal';

function actionsAs(user: string) {
  return new PortalApi({ portalUrl: portal.url, user: `user:default/${user}` });
}

interface FoundHosts {
  hosts: { host: string; verdict: string }[];
}

test.describe('actions for assistants and templates', () => {
  test('the portal offers its two questions', async () => {
    const actions = await actionsAs('mona.berg').actions();
    expect(actions.map(({ id }) => id).sort()).toEqual([
      'aks:find-host',
      'aks:get-service-exposure',
    ]);
  });

  test('they answer with the rights of whoever asks', async () => {
    const find = (user: string) =>
      actionsAs(user).invoke<FoundHosts>('aks:find-host', {
        query: 'payments.contoso.example',
      });
    expect((await find('kai.tanaka')).hosts).toEqual([
      expect.objectContaining({ host: 'payments.contoso.example' }),
    ]);
    expect((await find('mona.berg')).hosts).toEqual([]);
  });
});
