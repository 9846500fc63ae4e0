// Dates of a season as a catalog carries them.
import type { SeasonDate } from '#domain/rules.ts';

export const certifyDates: readonly SeasonDate[] = [
  {
    season: 2027,
    date: '2027-02-01',
    timeEt: '12:00',
    event: 'Ranking opens',
    who: 'all',
    sourceType: 'secondary',
    source: 'a calendar',
  },
  {
    season: 2027,
    date: '2027-03-03',
    timeEt: '21:00',
    event: 'Rank order list certification deadline',
    who: 'all',
    sourceType: 'secondary',
    source: 'a calendar',
  },
];
