// A model of two specialties with round numbers, for tests that check an answer by hand.
import type { ChanceModel, Coefficient, HeadlineRate, InterviewBase, ScoreMix } from '#domain/model.ts';

const figure = (value: number, lo = value, hi = value): Coefficient => ({
  value,
  lo,
  hi,
  years: '2024',
  source: 'book',
});

const MIX: ScoreMix = {
  points: [
    [220, 100],
    [235, 300],
    [250, 400],
    [265, 200],
  ],
  years: '2024',
  source: 'book',
};
const line = (at0: number, perLogit: number, sd: number) => ({
  at0: figure(at0),
  perLogit: figure(perLogit),
  sd,
});
const headline = (rate: number, people = 1000): HeadlineRate => ({
  rate,
  people,
  years: '2024',
  source: 'book',
});

const interview = (specialty: string, type: InterviewBase['type'], base: number): InterviewBase => ({
  specialty,
  type,
  base: { value: base, sd: 0.4 },
  take: { value: 0.25, sd: 0.4 },
  applications: 40,
  gold: 5,
  silver: 10,
  evidence: 'program-side',
  years: '2024',
  source: 'book',
  headline: headline(0.9),
});

export const MODEL: ChanceModel = {
  format: 'cairn-model/1',
  date: '2026-11-24',
  sources: { book: 'A book of tables' },
  specialtyNames: { 'vascular surgery': 'Vascular Surgery (Integrated)', surgery: 'General Surgery' },
  slopes: {
    'us-md': line(0.86, 0.06, 0.27),
    'us-do': line(0.86, 0.06, 0.36),
    'us-img': line(0.45, 0, 0.4),
    'non-us-img': line(0.45, 0, 0.27),
  },
  drift: figure(0.29),
  openBand: figure(259),
  pooledMixSd: 0.2,
  pooledMixes: { 'us-md': MIX, 'us-do': MIX, 'non-us-img': MIX },
  groups: [
    {
      specialty: 'Psychiatry',
      type: 'us-md',
      headline: headline(0.9),
      mix: MIX,
      slope: { value: 0.8, sd: 0.12 },
    },
    { specialty: 'General Surgery', type: 'us-md', headline: headline(0.8), mix: null, slope: null },
    {
      specialty: 'Vascular Surgery (Integrated)',
      type: 'non-us-img',
      headline: headline(0.2, 20),
      mix: MIX,
      slope: null,
    },
  ],
  strength: { sd: figure(0.65), scoreShare: figure(0.6) },
  terms: {
    gold: figure(2.5, 1.9, 3.3),
    silver: figure(2, 1.5, 2.7),
    inState: figure(3.5, 2.5, 5),
    aligned: figure(2.2, 1.8, 2.8),
    home: figure(3.5, 1.9, 5),
    away: figure(2.2, 1.5, 5),
  },
  typicalList: { inState: figure(0.1), aligned: figure(0.3) },
  interviews: [
    interview('Psychiatry', 'us-md', -1.2),
    interview('General Surgery', 'us-md', -2.2),
    interview('Psychiatry', 'us-img', -3.4),
  ],
};
