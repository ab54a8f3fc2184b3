import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeFailure, Failure } from './failure.mjs';

const at = '2026-11-28T17:50:25.964Z';

test('a failure shows the errors of a log, and nothing between them', () => {
  const failure = new Failure('The backend could not start', {
    remedy: 'Mend that.',
    logFile: 'backend.log',
    tail: [
      `${at} catalog info Performing database migration`,
      `${at} backstage error Plugin 'aks' startup failed:`,
      '  aks.clusters[0].resourceId: is "nonsense"',
      `${at} auth info Configuring auth provider`,
      '  that goes on',
    ],
  });
  assert.deepEqual(describeFailure(failure).split('\n'), [
    `  | ${at} backstage error Plugin 'aks' startup failed:`,
    '  |   aks.clusters[0].resourceId: is "nonsense"',
    '  Full log: backend.log',
    '✗ The backend could not start. Mend that.',
  ]);
});

test('a failure shows the last lines of a log without errors', () => {
  const tail = ['one', `${at} catalog info two`];
  assert.match(
    describeFailure(new Failure('It ended', { tail })),
    /\| one\n {2}\| .* two\n✗ It ended\.$/,
  );
});

test('a failure shows the last words of a program that crashed', () => {
  const tail = [
    `${at} catalog error Processing failed`,
    `${at} backstage info Listening`,
    'Error: listen EADDRINUSE: address already in use',
    '    at Server.setupListenHandle',
  ];
  assert.deepEqual(
    describeFailure(new Failure('It ended', { tail })).split('\n'),
    [`  | ${tail[0]}`, `  | ${tail[2]}`, `  | ${tail[3]}`, '✗ It ended.'],
  );
});
