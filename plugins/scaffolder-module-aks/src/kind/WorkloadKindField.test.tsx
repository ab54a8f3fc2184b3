import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openField } from '../__testUtils__/openField';
import { FormAnswers } from './advice';
import { WorkloadKindField } from './WorkloadKindField';

const open = (value?: FormAnswers) => openField(WorkloadKindField, { value });

const question = (text: RegExp) =>
  screen.findByRole('radiogroup', { name: text });

async function answer(text: RegExp, option: RegExp) {
  const group = await question(text);
  await userEvent.click(within(group).getByRole('radio', { name: option }));
}

const advice = () =>
  screen.getByRole('region', { name: 'The kind that the answers lead to' });

describe('AksWorkloadKind', () => {
  it('says from the first moment where the assumed answers lead', async () => {
    open();
    const ends = await question(/end by itself/);
    expect(ends).toHaveAccessibleDescription(/this is assumed/);
    expect(
      within(ends).getByRole('radio', { name: 'It keeps running' }),
    ).toBeChecked();
    expect(advice()).toHaveTextContent(/^Deployment/);
    expect(advice()).toHaveTextContent('Second choice');
    expect(advice()).toHaveTextContent('StatefulSet');
  });

  it('follows the answers, and asks what they make relevant', async () => {
    const { onChange } = open();
    expect(await question(/storage must outlive/)).toBeInTheDocument();
    expect(
      screen.queryByRole('radiogroup', { name: /starts a run/ }),
    ).toBeNull();

    await answer(/end by itself/, /It ends/);
    expect(advice()).toHaveTextContent(/^Job/);
    expect(screen.queryByRole('radiogroup', { name: /outlive/ })).toBeNull();
    expect(await question(/starts a run/)).toBeInTheDocument();

    await answer(/set times/, /At set times/);
    expect(advice()).toHaveTextContent(/^CronJob/);
    expect(onChange).toHaveBeenLastCalledWith({
      completion: 'ends',
      schedule: 'set-times',
    });
  });

  it('forgets answers to questions that are no longer asked', async () => {
    const { onChange } = open({ storage: 'own-disks' });
    await answer(/end by itself/, /It ends/);
    expect(onChange).toHaveBeenLastCalledWith({ completion: 'ends' });
  });

  it('refuses a contradiction where it is, and offers ways out', async () => {
    const { onChange } = open({ placement: 'every-node' });
    await answer(/How many copies/, /Several/);

    expect(advice()).toHaveTextContent('A number of copies on every node');
    expect(advice()).toHaveTextContent(/a DaemonSet has no number of copies/);
    expect(await question(/How many copies/)).toBeInvalid();
    expect(await question(/Where must it run/)).toBeInvalid();
    expect(await question(/end by itself/)).toBeValid();

    await userEvent.click(
      within(advice()).getByRole('button', {
        name: /Copies: “No preference” → DaemonSet/,
      }),
    );
    expect(onChange).toHaveBeenLastCalledWith({
      placement: 'every-node',
      copies: 'not-set',
    });
    expect(advice()).toHaveTextContent(/^DaemonSet/);
  });

  it('takes no harm from answers in a link that nobody knows', async () => {
    open({ storage: 'tape', colour: 'red' });
    await question(/end by itself/);
    expect(advice()).toHaveTextContent(/^Deployment/);
  });
});
