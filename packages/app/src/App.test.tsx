import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import App from './App';

function configure(data: object) {
  process.env = {
    NODE_ENV: 'test',
    // The CLI hands the configuration to the browser bundle this way.
    APP_CONFIG: [{ context: 'test', data }] as unknown as string,
  };
}

describe('App', () => {
  beforeEach(() => window.sessionStorage.clear());

  it('offers the people of the sandbox and remembers the choice', async () => {
    configure({
      app: { title: 'Test' },
      backend: { baseUrl: 'http://localhost:7007' },
      auth: {
        providers: {
          sandbox: {
            users: [
              {
                ref: 'user:default/mona.berg',
                title: 'Mona Berg',
                description: 'Storefront team.',
              },
            ],
          },
        },
      },
    });

    render(App.createRoot());
    await userEvent.click(
      await screen.findByRole(
        'button',
        { name: 'Enter as Mona Berg' },
        { timeout: 30_000 },
      ),
    );

    expect(window.sessionStorage.getItem('sandbox-user')).toBe(
      'user:default/mona.berg',
    );
  }, 60_000);
});
