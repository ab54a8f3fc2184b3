import { stringify } from 'yaml';

/** Shown beside the action; a test runs each of them. */
export const checkExamples = [
  {
    description: 'Judges what was just generated, and shows the verdicts',
    example: stringify({
      steps: [
        {
          id: 'check',
          name: 'Check the manifests',
          action: 'aks:manifests:check',
          input: { objects: '${{ steps.generate.output.objects }}' },
        },
      ],
    }),
  },
  {
    description: 'Judges the files of a folder, and fails where one is broken',
    example: stringify({
      steps: [
        {
          id: 'check',
          name: 'Check the manifests',
          action: 'aks:manifests:check',
          input: {
            folder: 'manifests',
            namespace: 'shop',
            failOn: 'broken',
          },
        },
      ],
    }),
  },
];
