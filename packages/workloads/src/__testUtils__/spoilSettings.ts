import { set, Spoiler } from './Spoiler';

/** What is wrong with ConfigMaps and secrets. */
export const settingsSpoilers: readonly Spoiler[] = [
  {
    field: 'configuration.maps[0]',
    spoil: set(
      ['configuration'],
      [
        {
          maps: [
            {
              name: 'a',
              literals: { k: 'x'.repeat(1_048_576) },
              use: { as: 'files', mountPath: '/c' },
            },
          ],
        },
        { maps: [{ name: 'a', use: { as: 'files', mountPath: '/c' } }] },
      ],
    ),
  },
  {
    field: 'configuration.maps[0].files.k',
    spoil: set(
      ['configuration'],
      [
        {
          maps: [
            {
              name: 'a',
              literals: { k: 'x' },
              files: { k: { base64: 'AAAA' } },
              use: { as: 'files', mountPath: '/c' },
            },
          ],
        },
      ],
    ),
  },
  {
    field: 'configuration.maps[0].envFile',
    spoil: set(
      ['configuration'],
      ['novalue', '=x', 'a b=c'].map(envFile => ({
        maps: [{ name: 'a', envFile, use: { as: 'files', mountPath: '/c' } }],
      })),
    ),
  },
  {
    field: 'configuration.maps[0].literals["a/b"]',
    spoil: set(
      ['configuration'],
      [
        {
          maps: [
            {
              name: 'a',
              literals: { 'a/b': 'x' },
              use: { as: 'files', mountPath: '/c' },
            },
          ],
        },
      ],
    ),
  },
  {
    field: 'configuration.maps[0].use.variables.V',
    spoil: set(
      ['configuration'],
      [
        {
          maps: [
            {
              name: 'a',
              literals: { k: 'x' },
              use: { as: 'variables', variables: { V: 'other' } },
            },
          ],
        },
      ],
    ),
  },
  {
    field: 'configuration.maps[0].use.as',
    spoil: set(
      ['configuration'],
      [
        {
          maps: [
            {
              name: 'a',
              literals: { 'a.b': 'x' },
              use: { as: 'all-variables' },
            },
          ],
        },
      ],
    ),
  },
  {
    field: 'secrets[0].use.key',
    spoil: set(
      ['secrets'],
      [
        [
          {
            source: 'existing',
            name: 's',
            keys: ['a'],
            use: { as: 'file', key: 'b', mountPath: '/s' },
          },
        ],
      ],
    ),
  },
  {
    field: 'secrets[0].value',
    spoil: set(
      ['secrets'],
      [
        [
          {
            source: 'existing',
            name: 's',
            keys: ['a'],
            value: 'hunter2',
            use: { as: 'files', mountPath: '/s' },
          },
        ],
      ],
    ),
  },
  {
    field: 'secrets[0].vault',
    spoil: set(
      ['secrets'],
      ['ab', '9ab', 'a--b', 'a'.repeat(25)].map(vault => [
        {
          source: 'key-vault',
          name: 's',
          vault,
          tenantId: '11111111-2222-3333-4444-555555555555',
          objects: [{ name: 'a', key: 'a' }],
          use: { as: 'files', mountPath: '/s' },
        },
      ]),
    ),
  },
];
