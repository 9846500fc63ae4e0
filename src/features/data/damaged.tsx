// What of the notebook could not be read, in plain words. It names tables and numbers, never what is in a row, and
// changes nothing.
import { corrections } from '#state/corrections.ts';
import { duelAnswers } from '#state/duel.ts';
import { damagedRows } from '#state/notebook.ts';
import { ownCriteria } from '#state/own-criteria.ts';
import { ownPrograms } from '#state/own-programs.ts';
import { pickMarks } from '#state/pick-marks.ts';
import { profile } from '#state/profile.ts';
import { rankLists } from '#state/rank-lists.ts';
import { scenarios } from '#state/scenarios.ts';
import { shortlist } from '#state/shortlist.ts';
import { wishes } from '#state/wishes.ts';
import { Notice } from '#ui/notice.tsx';

type Table = (typeof damagedRows.value)[number]['table'];

const WORDS: Record<Table, (rows: number) => string> = {
  profile: () => 'your profile',
  wishes: () => 'your wishes',
  shortlist: (rows) => (rows === 1 ? 'one program you keep' : `${rows} programs you keep`),
  pickMarks: (rows) => (rows === 1 ? 'one lock or ban' : `${rows} locks or bans`),
  corrections: (rows) => (rows === 1 ? 'one value of your own' : `${rows} values of your own`),
  ownPrograms: (rows) => (rows === 1 ? 'one program you added' : `${rows} programs you added`),
  duelAnswers: (rows) =>
    rows === 1 ? 'one answer to “which would you rather”' : `${rows} answers to “which would you rather”`,
  scenarios: (rows) => (rows === 1 ? 'one what-if' : `${rows} what-ifs`),
  ownCriteria: (rows) => (rows === 1 ? 'one criterion of your own' : `${rows} criteria of your own`),
  rankLists: (rows) => (rows === 1 ? 'one rank list' : `${rows} rank lists`),
  settings: (rows) => (rows === 1 ? 'one setting' : `${rows} settings`),
};
const TABLES = Object.keys(WORDS) as Table[];
const LIST = new Intl.ListFormat('en-US');

export function Damaged() {
  // A table is looked at only while somebody watches it, and this screen needs none of them otherwise.
  for (const table of [
    profile,
    wishes,
    shortlist,
    pickMarks,
    corrections,
    ownPrograms,
    duelAnswers,
    scenarios,
    ownCriteria,
    rankLists,
  ])
    void table.value;

  const rowsIn = (table: Table) => damagedRows.value.filter((row) => row.table === table).length;
  const parts = TABLES.flatMap((table) => {
    const rows = rowsIn(table);
    return rows > 0 ? [WORDS[table](rows)] : [];
  });
  if (parts.length === 0) return null;
  return (
    <Notice tone="warn" title="A part of your notebook cannot be read">
      Cairn does not understand how this is stored: {LIST.format(parts)}. No screen shows it, but it is kept
      on this device as it is, and what you write in its place does not overwrite it.
    </Notice>
  );
}
