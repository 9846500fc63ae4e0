// The words of the portfolio problem: which programs to apply to, with which signal, under a budget. Plain data, no
// search. Probabilities are 0–1, money is US dollars, utilities are in any one unit.

/** What a portfolio can say of one program. */
export type Choice = 'skip' | 'none' | 'silver' | 'gold';
/** The choices by their level: 0 skip, 1 applied without a signal, 2 silver, 3 gold. */
export const CHOICES: readonly Choice[] = ['skip', 'none', 'silver', 'gold'];
export const SKIP = 0;
export const NONE = 1;
export const SILVER = 2;
export const GOLD = 3;

/** One probability per scenario: that applying at this level ends in a place there if all that is better fails. */
export interface ChanceByLevel {
  readonly none: readonly number[];
  readonly silver: readonly number[];
  readonly gold: readonly number[];
}

export interface Candidate {
  readonly id: string;
  /** Place in `specialties`. */
  readonly specialty: number;
  readonly utility: number;
  /**
   * Tracks of one sponsor in one specialty share a signal: it is spent once and reaches every chosen program of the
   * unit. Null where the program is a unit of its own.
   */
  readonly unit: string | null;
  /** Its own fee in USD; null where the count in the specialty sets the fee. All candidates agree in this. */
  readonly feeUsd: number | null;
  readonly chance: ChanceByLevel;
}

export interface SpecialtyTerms {
  readonly id: string;
  /** USD for k applications at place k, from 0; a count past the end cannot be bought. Ignored with own fees. */
  readonly feeUsd: readonly number[];
  readonly gold: number;
  readonly silver: number;
  /** Most programs of this specialty; null for no cap. */
  readonly most: number | null;
}

export interface PortfolioProblem {
  /** The expected utility of the best place won, or the probability of winning any. */
  readonly objective: 'expectedBest' | 'pAtLeastOne';
  /** What no place at all is worth; has no part in `pAtLeastOne`. */
  readonly outsideUtility: number;
  readonly budgetUsd: number;
  /** Add up to one. Inside one scenario programs decide independently. */
  readonly scenarioWeights: readonly number[];
  readonly specialties: readonly SpecialtyTerms[];
  readonly candidates: readonly Candidate[];
  /** Ids that must be in, at any level, and ids that must not. */
  readonly locks: readonly string[];
  readonly bans: readonly string[];
}

/** How an answer was found. All but `exchange` are exact by their conditions; see each file. */
export type Method =
  | 'empty'
  | 'marginal-greedy'
  | 'relaxed-greedy'
  | 'count-dp'
  | 'signal-dp'
  | 'product-dp'
  | 'class-paths'
  | 'common-score'
  | 'fee-dp'
  | 'merged-dp'
  | 'branch-and-bound'
  | 'exchange';

export interface PortfolioSolution {
  readonly kind: 'solved';
  /** In the order of `candidates`. */
  readonly choices: readonly Choice[];
  readonly value: number;
  readonly feeUsd: number;
  /** True only where no portfolio is worth more than `value`. */
  readonly exact: boolean;
  /** No portfolio is worth more than this; equal to `value` where exact. */
  readonly bound: number;
  readonly method: Method;
}

export interface PortfolioRefusal {
  readonly kind: 'refused';
  readonly reason:
    | 'not-a-portfolio'
    | 'no-programs'
    | 'bad-number'
    | 'unknown-id'
    | 'budget-below-one-fee'
    | 'locks-over-budget'
    | 'locks-over-cap'
    | 'locked-and-banned';
  /** One line for a person. */
  readonly sentence: string;
}
