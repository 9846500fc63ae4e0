// The key a program is known by in the tables, year after year.

export const NATURAL_KEY = /^(acgme:\d{10}|nrmp:\d{7}[A-Z][0-9A-Z])$/;

/** Its ACGME number, else its NRMP code; null for a row that has neither. */
export function naturalKey(row: { acgme_id?: string | undefined; nrmp_code?: string | undefined }) {
  if (row.acgme_id !== undefined) return `acgme:${row.acgme_id}`;
  return row.nrmp_code === undefined ? null : `nrmp:${row.nrmp_code}`;
}
