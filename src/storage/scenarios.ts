// The what-ifs: one row each. One thrown away stays stored, so that it can be taken back.
import { Scenario, type ScenarioId } from '#domain/scenario.ts';
import type { NotebookDb } from './notebook-db.ts';
import { changeRow, readRows, type RowChange, type RowShape } from './rows.ts';

const SHAPE: RowShape<Scenario> = { table: 'scenarios', schema: Scenario, idOf: ({ key }) => key };

export const readScenarios = (db: NotebookDb) => readRows(db, SHAPE);

/** @param now milliseconds since 1970. */
export const changeScenario = (
  db: NotebookDb,
  id: ScenarioId,
  changes: readonly RowChange<Scenario>[],
  now: number,
) => changeRow(db, SHAPE, id, changes, now);
