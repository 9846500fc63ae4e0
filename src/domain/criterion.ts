// The criteria of fit in words. How each is measured is the engine's business; what it is called is ours.
import type { FieldKey } from './field.ts';
import type { CriterionKey } from './wishes.ts';

export interface Criterion {
  readonly label: string;
  /** What a high value means, in one line. */
  readonly meaning: string;
  /** The field whose fact stands behind the value. */
  readonly field?: FieldKey;
}

export const CRITERIA: Record<CriterionKey, Criterion> = {
  home: { label: 'Close to home', meaning: 'Nearer to your home is better.' },
  ties: { label: 'Close to your people', meaning: 'Near any of the places you have ties to.' },
  region: { label: 'Region', meaning: 'In a state or region you chose.', field: 'region' },
  citySize: { label: 'City size', meaning: 'A city of the size you like.', field: 'population' },
  setting: {
    label: 'Setting',
    meaning: 'Inside or outside a metropolitan area, as you like.',
    field: 'setting',
  },
  ownership: { label: 'Who owns the hospital', meaning: 'An owner of a kind you chose.', field: 'ownership' },
  hospitalSize: { label: 'Hospital size', meaning: 'A main hospital of the size you like.', field: 'beds' },
  teaching: { label: 'A teaching house', meaning: 'Many residents for the beds.', field: 'residentBedRatio' },
  trauma: { label: 'Trauma center', meaning: 'A higher adult trauma level.', field: 'traumaLevel' },
  sponsorBreadth: {
    label: 'Other specialties around',
    meaning: 'The sponsor trains many other specialties.',
  },
  cost: { label: 'Cost of living', meaning: 'A lower price level in the state.', field: 'priceLevel' },
  visa: { label: 'Visa', meaning: 'Known to sponsor the visa you need.', field: 'visaJ1' },
  classSize: { label: 'Class size', meaning: 'A class of the size you like.', field: 'positions' },
  trackType: { label: 'Kind of track', meaning: 'Offers the kind of track you want.' },
  airport: { label: 'Easy to fly from', meaning: 'A large airport is near.', field: 'airportNear' },
};
