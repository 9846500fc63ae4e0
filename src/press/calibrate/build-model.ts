// The model as a file of the catalog: tables in, checked bytes and the report out. Reads and writes nothing itself.
import { ChanceModel } from '#domain/model.ts';
import { checkTable, type TableSpec } from '#press/check-table.ts';
import { refused, type Refused, type Rejection } from '#press/outcome.ts';
import { calibrate, type Calibration } from './chance-model.ts';
import { APPLICANTS, BINS, CHARTING, PROGRAMS, QUANTILES, SIGNALS, STATS, SURVEY } from './tables.ts';

export const MODEL_FILE = 'model.json';

export interface BuiltModel {
  readonly kind: 'model';
  readonly model: ChanceModel;
  readonly bytes: Uint8Array;
  readonly calibration: Calibration;
  /** Specialties of the catalog. */
  readonly specialties: readonly string[];
  readonly rejections: readonly Rejection[];
}

/**
 * @param tables CSV text by table name, those of `STAT_TABLE_NAMES`.
 * @param date ISO date of the newest table.
 */
export function buildModel(tables: ReadonlyMap<string, string>, date: string): BuiltModel | Refused {
  const rejections: Rejection[] = [];
  let stopped: Refused | undefined;
  const read = <T>(spec: TableSpec<T>): readonly T[] => {
    const text = tables.get(spec.name);
    const table = text === undefined ? refused('missing-table', `${spec.name}.csv`) : checkTable(spec, text);
    if (table.kind === 'refused') {
      stopped ??= table;
      return [];
    }
    rejections.push(...table.rejections);
    return table.rows;
  };
  const stats = {
    stats: read(STATS),
    charting: read(CHARTING),
    quantiles: read(QUANTILES),
    bins: read(BINS),
    survey: read(SURVEY),
    signals: read(SIGNALS),
    applicants: read(APPLICANTS),
    programs: read(PROGRAMS),
  };
  if (stopped) return stopped;
  const calibration = calibrate(stats, date);
  const text = JSON.stringify(calibration.model);
  const checked = ChanceModel.safeParse(JSON.parse(text));
  if (!checked.success) {
    const issue = checked.error.issues[0];
    return refused('invalid-chunk', `${MODEL_FILE}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  return {
    kind: 'model',
    model: checked.data,
    bytes: new TextEncoder().encode(text),
    calibration,
    specialties: [...new Set(stats.programs.map(({ specialty }) => specialty))].toSorted(),
    rejections,
  };
}
