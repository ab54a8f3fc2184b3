import { isList } from './CountingProxy';

describe('what a proxy counts as a list', () => {
  it.each([
    ['/api/v1/pods?limit=500', true],
    ['/api/v1/namespaces', true],
    ['/api/v1/namespaces/shop/pods?labelSelector=app%3Dweb', true],
    ['/apis/apps/v1/deployments', true],
    ['/apis/apps/v1/namespaces/shop/deployments', true],
    ['/apis/apps/v1/deployments?watch=false', true],
    ['/apis/apps/v1/deployments?watch=true&resourceVersion=1', false],
    ['/apis/apps/v1/deployments?watch=1', false],
    ['/api/v1/namespaces/kube-system', false],
    ['/api/v1/namespaces/shop/pods/web', false],
    ['/apis/apps/v1/namespaces/shop/deployments/web/status', false],
    ['/api', false],
    ['/api/v1', false],
    ['/apis', false],
    ['/apis/apps', false],
    ['/apis/apps/v1', false],
    ['/version', false],
    ['/openapi/v3', false],
  ])('%s: %s', (url, list) => {
    expect(isList(url)).toBe(list);
  });
});
