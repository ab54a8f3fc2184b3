import { checkFiles } from './checkFiles';

const DEPLOYMENT = `# the front
apiVersion: apps/v1
kind: Deployment
metadata:
  name: front
spec:
  replicas: 2
  selector:
    matchLabels: &labels
      app: front
  template:
    metadata:
      labels: *labels
    spec:
      containers:
        - name: front
          image: shop.azurecr.io/front:1.4.2
        - name: proxy
          image: shop.azurecr.io/proxy:1.4.2
          resources:
            requests: { cpu: 100m }
`;

const BUDGET = `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: front
spec:
  minAvailable: 2
  selector:
    matchLabels:
      app: front
`;

function faults(content: string, ...more: string[]) {
  const { verdicts } = checkFiles(
    [content, ...more].map((text, index) => ({
      path: `${index}.yaml`,
      content: text,
    })),
  );
  return (check: string) =>
    verdicts.find(
      verdict => verdict.check === check && verdict.verdict !== 'ok',
    );
}

describe('checkFiles', () => {
  it('says in which line a field stands, or what should hold it', () => {
    const verdict = faults(DEPLOYMENT)('WL19');
    expect(verdict?.where).toEqual({ file: '0.yaml', line: 16 });
    expect(verdict?.evidence.map(({ where }) => where?.line)).toEqual([16, 21]);
  });

  it('says where the evidence stands that another file gives', () => {
    const verdict = faults(BUDGET, DEPLOYMENT)('WL14');
    expect(verdict?.evidence.map(({ where }) => where)).toEqual([
      { file: '0.yaml', line: 6 },
      { file: '1.yaml', line: 7 },
    ]);
  });

  it('reads several documents of one file, and an alias', () => {
    const verdict = faults(
      `---\n${DEPLOYMENT.replace('app: front', 'app: back')}---\n${BUDGET}`,
      `---\n---\n${DEPLOYMENT}`,
    )('WL14');
    expect(verdict?.evidence.map(({ where }) => where)).toEqual([
      { file: '0.yaml', line: 29 },
      { file: '1.yaml', line: 9 },
    ]);
  });

  it('reads JSON, and what stands in a list', () => {
    const list = JSON.stringify(
      {
        apiVersion: 'v1',
        kind: 'List',
        items: [{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'lone' } }],
      },
      null,
      2,
    );
    expect(faults(list)('WL01')?.where).toEqual({ file: '0.yaml', line: 7 });
  });

  it('says where a text is no YAML, and judges the other files', () => {
    const report = checkFiles([
      { path: 'bad.yaml', content: 'kind: Pod\nmetadata: [a, {\n' },
      { path: 'twice.yaml', content: 'kind: Pod\nkind: Pod\n' },
      { path: 'good.yaml', content: BUDGET },
    ]);
    expect(report.problems).toEqual([
      {
        where: { file: 'bad.yaml', line: expect.any(Number) },
        message: expect.any(String),
      },
      {
        where: { file: 'twice.yaml', line: 2 },
        message: expect.stringContaining('unique'),
      },
    ]);
    expect(report.objects).toBe(1);
  });

  it('does not grow a text beyond all bounds', () => {
    const layers = Array.from({ length: 9 }, (_, layer) => layer + 1).map(
      layer => `a${layer}: &a${layer} [${`*a${layer - 1},`.repeat(9)}]`,
    );
    const report = checkFiles([
      { path: 'bomb.yaml', content: ['a0: &a0 [lol]', ...layers].join('\n') },
    ]);
    expect(report.problems).toEqual([
      {
        where: { file: 'bomb.yaml', line: 1 },
        message: expect.stringContaining('alias'),
      },
    ]);
  });

  it('says what it does not judge', () => {
    const report = checkFiles([
      {
        path: 'more.yaml',
        content: `${BUDGET}---\napiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: w\n`,
      },
    ]);
    expect(report.unjudged).toEqual([
      {
        where: { file: 'more.yaml', line: 11 },
        kind: 'Widget',
        name: 'w',
        because: expect.stringContaining('Widget'),
      },
    ]);
  });

  it.each(['', '# nothing\n', '---\n'])('finds nothing in %j', content => {
    expect(checkFiles([{ path: 'empty.yaml', content }])).toEqual({
      verdicts: [],
      objects: 0,
      unjudged: [],
      problems: [],
    });
  });
});
