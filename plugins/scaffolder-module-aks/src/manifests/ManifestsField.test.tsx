import { createFieldValidation } from '@backstage/plugin-scaffolder-react/alpha';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openField } from '../__testUtils__/openField';
import { ManifestsField } from './ManifestsField';
import { refuseProblems } from './refuseProblems';

const shopFront = {
  name: 'shop-front',
  namespace: 'shop',
  image: 'shop.azurecr.io/front:1.4.2',
  ports: [{ name: 'http', port: 8080 }],
};

const files = () =>
  screen.findByRole('region', { name: 'The files that will be written' });

function problemsOf(formData: object) {
  const field = createFieldValidation();
  refuseProblems('yaml', field, {
    formData: formData as never,
    apiHolder: { get: () => undefined },
    schema: {},
  });
  return field.__errors;
}

describe('AksManifests', () => {
  it('shows the kind, why, and each file with its text', async () => {
    openField(ManifestsField, { value: 'yaml', others: shopFront });
    const region = await files();
    expect(region).toHaveTextContent(/^Deployment: \d files/);
    expect(region).toHaveTextContent('any copy can take the place of another');

    await userEvent.click(
      within(region).getByRole('button', { name: 'manifests/deployment.yaml' }),
    );
    expect(
      screen.getByRole('region', {
        name: 'Text of manifests/deployment.yaml',
      }),
    ).toHaveTextContent('image: shop.azurecr.io/front:1.4.2');
  });

  it('lays them out as asked', async () => {
    const { onChange } = openField(ManifestsField, {
      value: 'yaml',
      others: shopFront,
    });
    await userEvent.click(await screen.findByRole('radio', { name: /Helm/ }));
    expect(onChange).toHaveBeenLastCalledWith('helm');
    expect(
      await screen.findByRole('button', { name: 'chart/Chart.yaml' }),
    ).toBeInTheDocument();
  });

  it('names each field that stands against it', async () => {
    openField(ManifestsField, {
      value: 'yaml',
      others: { ...shopFront, image: 'front:latest', ports: [] },
    });
    const region = await files();
    expect(region).toHaveTextContent(
      'image: must have a tag other than latest',
    );
    expect(within(region).queryAllByRole('button')).toEqual([]);
  });

  it('keeps the form from going on with a fault, and not without', () => {
    expect(problemsOf(shopFront)).toEqual([]);
    expect(problemsOf({ ...shopFront, namespace: 'Shop' })).toEqual([
      expect.stringMatching(/^namespace must be lower-case/),
    ]);
    expect(
      problemsOf({ ...shopFront, answers: { storage: 'own-disks' } }),
    ).toEqual(['storage is required by answers.storage']);
  });
});
