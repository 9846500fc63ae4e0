// How far two words are apart, up to a limit: optimal string alignment (insert, delete, replace, swap neighbors).
// Source: Damerau 1964; the banded table of Ukkonen 1985.

const LONGEST = 32;
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)];

/** Edits between two words, or `limit + 1` when there are more. Words longer than 32 letters count as far apart. */
export function editsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > LONGEST || b.length > LONGEST) return limit + 1;
  let [before, above, row] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= b.length; j++) above[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row.fill(limit + 1, 0, b.length + 1);
    row[0] = i;
    let best = i;
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let edits = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row[j] = edits;
      if (edits < best) best = edits;
    }
    if (best > limit) return limit + 1;
    // Outside the band of the next row the table must read as "too far".
    if (to < b.length) row[to + 1] = limit + 1;
    [before, above, row] = [above, row, before];
  }
  return Math.min(above[b.length] ?? limit + 1, limit + 1);
}

/** Edits forgiven in a word of this length. */
export const forgivenEdits = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);
