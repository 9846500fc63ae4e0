// A rank list as text and as a table for a spreadsheet: RFC 4180, every cell quoted, and no cell that a spreadsheet would
// run as a formula. What was written for oneself goes along only when asked for.
import type { RankList } from '#domain/rank-list.ts';
import { codeOf, codeWords, TRACK_WORDS, typeOf } from './codes.ts';
import type { Line } from './model.ts';

export interface ExportOptions {
  /** The user's own notes, by pid. */
  readonly notes: ReadonlyMap<string, string> | null;
  /** ISO date of the day. */
  readonly on: string;
}

const UNKNOWN_CODE = 'code unknown';

export const codeCell = (line: Line): string => {
  const code = codeOf(line.entry, line.program);
  if (code.kind === 'code') return code.code;
  return code.kind === 'several' ? 'choose a track' : UNKNOWN_CODE;
};

/** A leading =, +, -, @, tab or return makes a spreadsheet run the cell: an apostrophe before it makes it text. */
const plain = (cell: string) => (/^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const quoted = (cell: string) => `"${plain(cell).replaceAll('"', '""')}"`;
const bare = (name: string) => name.replaceAll('\u200b', '');

const place = ({ program }: Line) => {
  const row = program?.row;
  return { city: row?.city ?? '', state: row?.state ?? '' };
};

/** CRLF line ends, and a byte order mark so that Excel reads the letters right. */
export function csvOf(lines: readonly Line[], { notes }: ExportOptions): string {
  const head = ['Rank', 'Program', 'City', 'State', 'NRMP code', 'Track'];
  const rows = lines.map((line) => {
    const type = typeOf(codeOf(line.entry, line.program));
    const { city, state } = place(line);
    const cells = [
      String(line.place),
      bare(line.name),
      city,
      state,
      codeCell(line),
      type ? TRACK_WORDS[type] : '',
    ];
    return notes ? [...cells, notes.get(line.entry.pid) ?? ''] : cells;
  });
  return `\ufeff${[notes ? [...head, 'Note'] : head, ...rows]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('')}`;
}

export function textOf(list: RankList, lines: readonly Line[], { notes, on }: ExportOptions): string {
  const width = String(lines.length).length;
  const body = lines.flatMap((line) => {
    const { city, state } = place(line);
    const where = [city, state].filter(Boolean).join(', ');
    const code = codeWords(codeOf(line.entry, line.program)) ?? codeCell(line).toUpperCase();
    const note = notes?.get(line.entry.pid)?.trim();
    return [
      `${String(line.place).padStart(width)}. ${bare(line.name)}${where ? `, ${where}` : ''}  [${code}]`,
      ...(note ? note.split(/\r?\n/).map((words) => `${' '.repeat(width + 2)}${words}`) : []),
    ];
  });
  return [
    `Rank list: ${list.name}`,
    `As of ${on}. ${lines.length} ${lines.length === 1 ? 'line' : 'lines'}.`,
    'This is a copy for you. A list counts only once it is certified in the official NRMP system.',
    '',
    ...body,
    '',
  ].join('\n');
}

/** `rank-list-psychiatry-2027-02-20`. */
export const fileName = ({ name }: RankList, on: string): string =>
  `rank-list-${
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'mine'
  }-${on}`;
