import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openField } from '../__testUtils__/openField';
import { DestinationField } from './DestinationField';

const github = { integrations: { github: [{ host: 'github.com' }] } };

function open(config: object, value?: 'show' | 'github' | 'gitlab') {
  return openField(DestinationField, {
    value,
    config: config as never,
    uiOptions: { offered: ['github'] },
  });
}

describe('AksDestination', () => {
  it('shows the files where no source control is configured', async () => {
    const { onChange } = open({}, 'github');
    expect(await screen.findByRole('radio')).toBeChecked();
    expect(screen.getByText(/is configured/)).toBeInTheDocument();
    expect(onChange).toHaveBeenLastCalledWith('show');
  });

  it('offers a pull request where it is', async () => {
    const { onChange } = open(github, 'show');
    await userEvent.click(
      await screen.findByRole('radio', { name: /pull request on GitHub/ }),
    );
    expect(onChange).toHaveBeenLastCalledWith('github');
    expect(screen.queryByText(/is configured/)).not.toBeInTheDocument();
  });

  it('offers nothing that the template has no step for', async () => {
    open({ integrations: { gitlab: [{ host: 'gitlab.com' }] } });
    expect(await screen.findAllByRole('radio')).toHaveLength(1);
  });
});
