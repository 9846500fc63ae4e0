import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesUnder, ROOT, SOURCE_FOLDERS, textOf } from './project.ts';

/** Who may import whom. A file name stands for that file of the folder only. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  engine: ['domain/x.ts'],
  storage: ['domain/x.ts'],
  sync: ['domain/x.ts', 'storage/x.ts'],
  worker: ['domain/x.ts', 'engine/x.ts', 'storage/x.ts', 'sync/x.ts', 'sync/trust/refresh.ts'],
  state: ['domain/x.ts', 'storage/x.ts', 'worker/engine-client.ts'],
  ui: [],
  features: ['domain/x.ts', 'state/x.ts', 'ui/x.tsx'],
  app: ['features/pick/screen.tsx', 'state/x.ts', 'ui/x.tsx'],
  press: ['domain/x.ts', 'engine/x.ts', 'sync/trust/refresh.ts'],
  cli: ['domain/x.ts', 'engine/x.ts', 'press/x.ts', 'sync/trust/refresh.ts'],
  sw: [],
};

const TARGETS = [
  'domain/x.ts',
  'engine/x.ts',
  'storage/x.ts',
  'sync/x.ts',
  'sync/trust/refresh.ts',
  'worker/engine-client.ts',
  'worker/engine.worker.ts',
  'state/x.ts',
  'ui/x.tsx',
  'features/pick/screen.tsx',
  'app/x.tsx',
  'press/x.ts',
];

/** What a file asks for: static and dynamic imports, exports from elsewhere, worker addresses. */
function importsOf(path: string): string[] {
  const found = textOf(path).matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*)['"]([^'"]+)['"]/g);
  return [...found].map((match) => match[1] ?? '');
}

const sources = filesUnder('src', '.ts', '.tsx');

describe('imports', () => {
  it('leave a folder only by its # name', () => {
    const crossings = sources.flatMap((path) =>
      importsOf(path)
        .filter((asked) => asked.startsWith('.'))
        .filter((asked) => {
          const [, from] = path.split('/');
          const [, to] = posix.join(posix.dirname(path), asked).split('/');
          return from !== to || asked.startsWith('../');
        })
        .map((asked) => `${path}: ${asked}`),
    );
    expect(crossings).toEqual([]);
  });

  it('never lead from one screen to another', () => {
    const between = sources
      .filter((path) => path.startsWith('src/features/'))
      .flatMap((path) =>
        importsOf(path)
          .filter((asked) => asked.startsWith('#features/') && asked.split('/')[1] !== path.split('/')[2])
          .map((asked) => `${path}: ${asked}`),
      );
    expect(between).toEqual([]);
  });
});

describe('the table of who may import whom', () => {
  let probes: string;
  let refused: Set<string>;

  const probeOf = (from: string, target: string) => `src/${from}/${target.replaceAll(/[/.]/g, '-')}.ts`;

  beforeAll(() => {
    probes = mkdtempSync(join(tmpdir(), 'cairn-imports-'));
    cpSync(join(ROOT, '.oxlintrc.json'), join(probes, '.oxlintrc.json'));
    for (const from of SOURCE_FOLDERS) {
      for (const target of TARGETS) {
        const file = join(probes, probeOf(from, target));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `import { x } from '#${target}';\nexport const y = x;\n`);
      }
    }
    refused = refusedBy(probes);
  });
  afterAll(() => rmSync(probes, { recursive: true, force: true }));

  it('knows every folder of src', () => {
    expect(Object.keys(MAY_IMPORT).toSorted()).toEqual(SOURCE_FOLDERS.toSorted());
  });

  it.each(SOURCE_FOLDERS)('holds for %s, as the linter really decides', (from) => {
    const others = TARGETS.filter((target) => target.split('/')[0] !== from);
    const letThrough = others.filter((target) => !refused.has(probeOf(from, target)));
    expect(letThrough).toEqual(others.filter((target) => MAY_IMPORT[from]?.includes(target)));
  });
});

/** The probes on which the linter reports a restricted import. */
function refusedBy(folder: string): Set<string> {
  const oxlint = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
  let report: string;
  try {
    report = execFileSync(process.execPath, [oxlint, '-f', 'json'], { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    // The linter ends with 1 when it reports anything, which here it must.
    report = String((error as { stdout?: unknown }).stdout);
  }
  const { diagnostics }: { diagnostics: { code: string; filename: string }[] } = JSON.parse(report);
  return new Set(
    diagnostics
      .filter(({ code }) => code.includes('no-restricted-imports'))
      .map(({ filename }) => filename.replaceAll('\\', '/')),
  );
}
