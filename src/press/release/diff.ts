// Two releases → what became of each program between them, field by field.
import type { FactTuple } from '#domain/fact.ts';
import type { ProgramRecord, ProgramStatus } from '#domain/program.ts';
import { byText } from '#press/canonical.ts';
import type { Refused } from '#press/outcome.ts';
import { programsOf, type Release, sha256Of } from './open-release.ts';

export interface FieldChange {
  readonly pid: string;
  readonly name: string;
  /** As text, `not published` where there is none. */
  readonly before: string;
  readonly after: string;
}
interface NamedProgram {
  readonly pid: string;
  readonly name: string;
  /** Where a merged or split program went, by name; the name before of a renamed one. */
  readonly detail?: string;
}

export interface Diff {
  readonly kind: 'diff';
  readonly from: { readonly version: number; readonly programs: number };
  readonly to: { readonly version: number; readonly programs: number };
  readonly added: readonly NamedProgram[];
  /** In the older release and not in the newer: never to be published. */
  readonly vanished: readonly NamedProgram[];
  /** By what became of them; `active` ones are open again. */
  readonly became: Readonly<Record<ProgramStatus, readonly NamedProgram[]>>;
  /** By field, most changed first. */
  readonly fields: readonly { readonly field: string; readonly changes: readonly FieldChange[] }[];
  /** Chunks other than those of programs whose bytes differ. */
  readonly chunks: readonly string[];
  /** Programs that are new, gone or different in anything. */
  readonly changed: number;
  /** Of the older release's programs, in hundredths. */
  readonly percent: number;
}

const NOT_PUBLISHED = 'not published';
const nameOf = (record: ProgramRecord): string => String(record.name[0]?.[0] ?? record.pid);
const factText = (facts: readonly FactTuple[]) =>
  facts
    .map(([value, source, year]) => `${String(value)} (${source}${year === null ? '' : ` ${year}`})`)
    .join(', ');
const text = (value: unknown): string => (value === undefined ? NOT_PUBLISHED : JSON.stringify(value));

/** Everything that can change in a program besides its status, as text. */
function fieldsOf(record: ProgramRecord): Map<string, string> {
  const { place, lat, lon, xy, hospital, tracks, change } = record;
  const fields = new Map<string, string>([
    ['name', factText(record.name)],
    ['specialty', record.specialty],
    ['place', place ?? NOT_PUBLISHED],
    ['state', record.state],
    ['coordinates', text(lat === undefined ? undefined : [lat, lon])],
    ['map position', text(xy)],
    ['sponsor', String(record.sponsor)],
    ['last seen', String(record.lastSeenYear)],
    ['independent', record.independent ? 'yes' : 'no'],
    ['hospital', hospital ? `${hospital.ccn} (${hospital.method})` : NOT_PUBLISHED],
    ['tracks', tracks.length === 0 ? NOT_PUBLISHED : JSON.stringify(tracks)],
    ['what became of it', text(change)],
  ]);
  for (const [key, facts] of Object.entries(record.facts)) fields.set(`fact ${key}`, factText(facts));
  return fields;
}

function fieldChanges(before: ProgramRecord, after: ProgramRecord): [string, FieldChange][] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const keys = new Set([...old.keys(), ...now.keys()]);
  return [...keys].flatMap((field): [string, FieldChange][] => {
    const [was, is] = [old.get(field) ?? NOT_PUBLISHED, now.get(field) ?? NOT_PUBLISHED];
    return was === is ? [] : [[field, { pid: after.pid, name: nameOf(after), before: was, after: is }]];
  });
}

export function diffReleases(from: Release, to: Release): Diff | Refused {
  const before = programsOf(from);
  if (before.kind === 'refused') return before;
  const after = programsOf(to);
  if (after.kind === 'refused') return after;
  const added: NamedProgram[] = [];
  const became: Record<ProgramStatus, NamedProgram[]> = {
    active: [],
    closed: [],
    renamed: [],
    merged: [],
    split: [],
  };
  const fields = new Map<string, FieldChange[]>();
  const changed = new Set<string>();
  const detailOf = (record: ProgramRecord): { readonly detail?: string } => {
    if (record.status === 'renamed' && record.change?.was !== undefined) return { detail: record.change.was };
    const ends = after.redirects[record.pid];
    const names = ends?.map((pid) => {
      const end = after.records.get(pid);
      return end ? nameOf(end) : pid;
    });
    return names ? { detail: names.join(' + ') } : {};
  };
  for (const [pid, record] of after.records) {
    const old = before.records.get(pid);
    const named = { pid, name: nameOf(record), ...detailOf(record) };
    if (!old) added.push(named);
    if (old?.status !== record.status && (old || record.status !== 'active'))
      became[record.status].push(named);
    const differing = old ? fieldChanges(old, record) : [];
    for (const [field, change] of differing) fields.set(field, [...(fields.get(field) ?? []), change]);
    if (!old || old.status !== record.status || differing.length > 0) changed.add(pid);
  }
  const vanished = [...before.records.values()]
    .filter(({ pid }) => !after.records.has(pid))
    .map((record) => ({ pid: record.pid, name: nameOf(record) }));
  for (const { pid } of vanished) changed.add(pid);

  const hashOf = (release: Release, name: string) => {
    const bytes = release.files.get(name);
    return bytes ? sha256Of(bytes) : undefined;
  };
  const companions = new Set(
    [...from.files.keys(), ...to.files.keys()].filter((name) => !/^p-|^index/.test(name)),
  );
  return {
    kind: 'diff',
    from: { version: from.index.version, programs: from.index.programs },
    to: { version: to.index.version, programs: to.index.programs },
    added,
    vanished,
    became,
    fields: [...fields]
      .map(([field, changes]) => ({ field, changes }))
      .toSorted((a, b) => b.changes.length - a.changes.length || byText(a.field, b.field)),
    chunks: [...companions].filter((name) => hashOf(from, name) !== hashOf(to, name)).toSorted(byText),
    changed: changed.size,
    percent: before.records.size === 0 ? 0 : (100 * changed.size) / before.records.size,
  };
}
