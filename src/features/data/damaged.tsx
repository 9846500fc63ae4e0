// What of the notebook could not be read, in plain words. It names tables and numbers, never what is in a row, and
// changes nothing.
import { damagedRows } from '#state/notebook.ts';
import { pickMarks } from '#state/pick-marks.ts';
import { profile } from '#state/profile.ts';
import { shortlist } from '#state/shortlist.ts';
import { wishes } from '#state/wishes.ts';
import { Notice } from '#ui/notice.tsx';

type Table = (typeof damagedRows.value)[number]['table'];

const WORDS: Record<Table, (rows: number) => string> = {
  profile: () => 'your profile',
  wishes: () => 'your wishes',
  shortlist: (rows) => (rows === 1 ? 'one program you keep' : `${rows} programs you keep`),
  pickMarks: (rows) => (rows === 1 ? 'one lock or ban' : `${rows} locks or bans`),
  settings: (rows) => (rows === 1 ? 'one setting' : `${rows} settings`),
};
const TABLES = Object.keys(WORDS) as Table[];
const LIST = new Intl.ListFormat('en-US');

export function Damaged() {
  // A table is looked at only while somebody watches it, and this screen needs none of them otherwise.
  for (const table of [profile, wishes, shortlist, pickMarks]) void table.value;

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
