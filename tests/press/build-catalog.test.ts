// The real tables through the press, once; what must hold for every program of the catalog.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type {
  CatalogIndex,
  HospitalsChunk,
  PlacesChunk,
  ProgramsChunk,
  SourcesChunk,
} from '#domain/catalog.ts';
import { FIELDS } from '#domain/field.ts';
import type { ProgramRecord } from '#domain/program.ts';
import { bucketOf } from '#press/bucket.ts';
import {
  type Built,
  buildCatalog,
  MOST_COMPRESSED_BYTES,
  type PressInput,
  TABLE_NAMES,
} from '#press/build-catalog.ts';
import { readCsv } from '#press/csv.ts';
import { naturalKey } from '#press/natural-key.ts';
import { PROJECT_DIR, readRegister, readTables, REGISTER_DIR, SOURCES_DIR } from '#press/reader.ts';
import { diskFolder } from '#press/release/disk-folder.ts';
import { openRelease } from '#press/release/open-release.ts';
import { NO_TOMBSTONES } from '#press/tombstones.ts';

let input: PressInput;
let built: Built;
let programs: ProgramRecord[];
let rows: readonly { readonly line: number; readonly cells: Readonly<Record<string, string>> }[];
const chunk = <T>(name: string): T =>
  JSON.parse(new TextDecoder().decode(built.files.get(name) ?? new Uint8Array())) as T;
const recordOf = (cells: Readonly<Record<string, string>>) => {
  const pid = built.registry.pids[naturalKey(cells) ?? ''];
  return programs.find((program) => program.pid === pid);
};

beforeAll(() => {
  const register = readRegister(REGISTER_DIR);
  if (register.kind === 'refused') throw new Error(register.detail);
  input = {
    tables: readTables(SOURCES_DIR, TABLE_NAMES),
    registry: register.registry,
    tombstones: NO_TOMBSTONES,
    published: [],
    release: register.release,
    model: null,
    communication: null,
  };
  const made = buildCatalog(input);
  if (made.kind === 'refused') throw new Error(`${made.reason}: ${made.detail}`);
  built = made;
  programs = chunk<CatalogIndex>('index.json')
    .chunks.filter(({ name }) => name.startsWith('p-'))
    .flatMap(({ name }) => chunk<ProgramsChunk>(name).programs);
  const table = readCsv('programs', input.tables.get('programs') ?? '', []);
  rows = table.kind === 'table' ? table.rows : [];
}, 10_000);

describe('the catalog as pressed', () => {
  it('has the same bytes whenever it is pressed from the same tables', () => {
    const again = buildCatalog(input);
    if (again.kind === 'refused') throw new Error(again.detail);
    expect([...again.files.keys()]).toEqual([...built.files.keys()]);
    for (const [name, bytes] of built.files)
      expect(Buffer.compare(bytes, again.files.get(name) ?? new Uint8Array()), name).toBe(0);
  });

  it('holds every row of the table once', () => {
    expect(rows).toHaveLength(6480);
    expect(programs).toHaveLength(rows.length);
    expect(new Set(programs.map(({ pid }) => pid)).size).toBe(rows.length);
  });

  it('rejects nothing of the committed tables', () => {
    expect(built.report.rejections).toEqual([]);
  });

  it('gives every program the pid the register already has for it', () => {
    expect(built.report.newPids).toBe(0);
    expect(built.registry).toEqual(input.registry);
  });

  it('puts each program in the bucket of its pid, in order, and names each chunk by its digest', () => {
    const index = chunk<CatalogIndex>('index.json');
    expect(index.chunks.map(({ name }) => name)).toEqual(index.chunks.map(({ name }) => name).toSorted());
    expect(index.chunks.filter(({ name }) => name.startsWith('p-'))).toHaveLength(64);
    for (const { name, length, sha256 } of index.chunks) {
      const bytes = built.files.get(name) ?? new Uint8Array();
      expect(bytes.length, name).toBe(length);
      expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(sha256);
      if (!name.startsWith('p-')) continue;
      const { bucket, programs: held } = chunk<ProgramsChunk>(name);
      const pids = held.map(({ pid }) => pid);
      expect(pids).toEqual(pids.toSorted());
      expect(new Set(pids.map(bucketOf))).toEqual(new Set([bucket]));
    }
  });

  it('is what public/data has: whoever changes a table publishes the development catalog anew', () => {
    const published = openRelease(diskFolder(join(PROJECT_DIR, 'public', 'data')));
    if (published.kind === 'refused') throw new Error(published.detail);
    // The coefficients and the rules of messages are not part of this build.
    const elsewhere = new Set(['model.json', 'rules.json', 'index.json']);
    const differing = [...built.files]
      .filter(([name]) => !elsewhere.has(name))
      .filter(([name, bytes]) => Buffer.compare(bytes, published.files.get(name) ?? new Uint8Array()) !== 0);
    expect(differing.map(([name]) => name)).toEqual([]);
    expect(published.index.version).toBe(input.release.version);
  });

  it('fits the budget', () => {
    expect(built.report.compressedBytes).toBeLessThanOrEqual(MOST_COMPRESSED_BYTES);
  });
});

describe('a fact', () => {
  const facts = () =>
    programs.flatMap((program) => [...program.name, ...Object.values(program.facts).flat()]);

  it('has a source that the catalog explains, and a year', () => {
    const listed = new Set(chunk<SourcesChunk>('sources.json').sources.map(({ key }) => key));
    const unexplained = facts().filter(([, source, year]) => !listed.has(source) || year === null);
    expect(unexplained).toEqual([]);
    const tracks = programs.flatMap((program) => program.tracks);
    expect(tracks.filter(({ source }) => !listed.has(source))).toEqual([]);
  });

  it('is never blank', () => {
    expect(facts().filter(([value]) => value === '' || value === null || Number.isNaN(value))).toEqual([]);
  });

  it('belongs to a field of the program, so no figure of the hospital is among them', () => {
    const keys = new Set(programs.flatMap((program) => Object.keys(program.facts)));
    const scopes = [...keys].map((key) => [key, FIELDS[key as keyof typeof FIELDS]?.scope]);
    expect(scopes.filter(([, scope]) => scope !== 'program')).toEqual([]);
    const fromHospitals = /^(cms|hifld)/;
    expect(facts().filter(([, source]) => fromHospitals.test(source))).toEqual([]);
  });

  it('is absent where the table is blank: nothing unknown became zero', () => {
    const columnOf = { positions: 'positions', filled: 'filled', website: 'website', acgmeId: 'acgme_id' };
    const differing: string[] = [];
    for (const { cells } of rows) {
      const program = recordOf(cells);
      for (const [field, column] of Object.entries(columnOf)) {
        const value = program?.facts[field]?.[0]?.[0];
        if (String(value ?? '') !== (cells[column] ?? '')) differing.push(`${cells['name']} ${field}`);
      }
    }
    expect(differing).toEqual([]);
    const zeros = programs.flatMap((p) => Object.entries(p.facts).filter(([, f]) => f[0]?.[0] === 0));
    expect([...new Set(zeros.map(([field]) => field))]).toEqual(['filled']);
  });

  it('gives the places and the matches of Florida alone, with the year of the Match', () => {
    const counted = programs.filter((program) => program.facts['positions']);
    expect(counted).toHaveLength(rows.filter(({ cells }) => cells['positions'] !== undefined).length);
    expect(new Set(counted.map(({ state }) => state))).toEqual(new Set(['FL']));
    expect(new Set(counted.map((p) => p.facts['positions']?.[0]?.[1]))).toEqual(new Set(['nrmp-fl-2026']));
    expect(new Set(counted.map((p) => p.facts['positions']?.[0]?.[2]))).toEqual(new Set([2025, 2026]));
  });
});

describe('the tracks of a program', () => {
  it('are attached once', () => {
    const codes = programs.flatMap((program) => program.tracks.map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length + built.report.join.unjoined.length).toBe(6420);
  });

  it('add up to the places a year the program is said to have', () => {
    const wrong = programs.filter((program) => {
      const [places, , year] = program.facts['positions']?.[0] ?? [];
      if (places === undefined) return false;
      const quotas = program.tracks.flatMap((t) => t.quotas.filter(([when]) => when === year));
      return quotas.reduce((sum, [, quota]) => sum + quota, 0) !== places;
    });
    expect(wrong.map((program) => program.name[0]?.[0])).toEqual([]);
  });

  it('include the one its NRMP code names', () => {
    const strays = programs.filter((program) => {
      const code = program.facts['nrmpCode']?.[0]?.[0];
      return code !== undefined && !program.tracks.some((track) => track.code === code);
    });
    expect(strays.map((program) => program.name[0]?.[0])).toEqual([]);
  });
});

describe('what surrounds a program', () => {
  it('is in the catalog: its place, its hospital and its specialty', () => {
    const places = new Set(chunk<PlacesChunk>('places.json').places.map(({ id }) => id));
    const hospitals = new Set(chunk<HospitalsChunk>('hospitals.json').hospitals.map(({ ccn }) => ccn));
    const specialties = new Set(chunk<CatalogIndex>('index.json').specialties.map(({ id }) => id));
    expect(programs.filter(({ place }) => place !== undefined && !places.has(place))).toEqual([]);
    expect(programs.filter(({ hospital }) => hospital && !hospitals.has(hospital.ccn))).toEqual([]);
    expect(programs.filter(({ specialty }) => !specialties.has(specialty))).toEqual([]);
    const linked = new Set(programs.flatMap(({ hospital }) => hospital?.ccn ?? []));
    expect(linked).toEqual(hospitals);
  });

  it('has coordinates wherever the city is known, and a map position wherever there are coordinates', () => {
    expect(programs.filter((p) => p.place !== undefined && p.lat === undefined).map((p) => p.place)).toEqual([
      'tamiami-fl',
      'tamiami-fl',
    ]);
    expect(programs.filter((p) => (p.lat === undefined) !== (p.xy === undefined))).toEqual([]);
    const off = programs.filter(({ xy }) => xy && (xy[0] < 0 || xy[0] > 975 || xy[1] < 0 || xy[1] > 610));
    expect(off).toEqual([]);
  });

  it('says who published each hospital figure and when, and keeps zeros out', () => {
    const { hospitals } = chunk<HospitalsChunk>('hospitals.json');
    const facts = hospitals.flatMap((hospital) => Object.entries(hospital.facts));
    const seen = new Map<string, Set<string>>();
    for (const [key, [, source, year]] of facts)
      seen.set(key, (seen.get(key) ?? new Set()).add(`${source} ${year}`));
    expect(Object.fromEntries([...seen].map(([key, from]) => [key, [...from].toSorted()]))).toEqual({
      name: ['cms-costreport-2021 2021', 'cms-hgi-a 2025'],
      ownership: ['cms-hgi-a 2025'],
      beds: ['cms-costreport-2021 2021'],
      residentFte: ['cms-costreport-2021 2021'],
      residentBedRatio: ['cms-costreport-2021 2021'],
      traumaLevel: ['hifld 2023'],
      rating: ['cms-hgi-a 2025'],
      setting: ['cms-costreport-2021 2021'],
    });
    expect(facts.filter(([, [value]]) => value === 0 || value === '')).toEqual([]);
  });

  it('names the source of every column of a place or a state', () => {
    const { places, states, sources } = chunk<PlacesChunk>('places.json');
    const identity = new Set(['id', 'code', 'city', 'name', 'state']);
    const columns = new Set([...places, ...states].flatMap((entry) => Object.keys(entry)));
    expect([...columns].filter((column) => !identity.has(column) && !sources[column])).toEqual([]);
    expect(states.find(({ code }) => code === 'PR')).toEqual({
      code: 'PR',
      name: 'Puerto Rico',
      region: expect.any(String),
    });
  });
});
