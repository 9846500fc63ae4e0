// The door for portfolio documents: `portfolio-instance/1`, `portfolio-varied-fee/1` and `portfolio-literature/1`. What is
// not as the format says is refused in one sentence; nothing is guessed. Keys it does not know are left alone, such as
// known answers. Beyond the published format a document may have `locks` and `bans` (program ids), a specialty `most`
// (programs at most) and a program `unit` (tracks that share one signal).
import * as z from 'zod/mini';
import { checkPortfolio } from './portfolio-check.ts';
import type { Candidate, PortfolioProblem, PortfolioRefusal } from './portfolio-problem.ts';

const marks = {
  locks: z.optional(z.array(z.string())),
  bans: z.optional(z.array(z.string())),
};

const FeeTier = z.object({ upTo: z.nullable(z.number()), base: z.number(), perProgram: z.number() });

const Instance = z.object({
  schema: z.literal('portfolio-instance/1'),
  id: z.string(),
  objective: z.enum(['expectedBest', 'pAtLeastOne']),
  outsideUtility: z.optional(z.number()),
  budget: z.number(),
  specialties: z.array(
    z.object({
      id: z.string(),
      fee: z.optional(z.array(z.number())),
      feeTiers: z.optional(z.array(FeeTier)),
      signals: z.optional(z.object({ gold: z.number(), silver: z.number() })),
      most: z.optional(z.nullable(z.number())),
    }),
  ),
  scenarioWeights: z.optional(z.array(z.number())),
  programs: z.array(
    z.object({
      id: z.string(),
      specialty: z.string(),
      utility: z.number(),
      p: z.object({
        none: z.array(z.number()),
        silver: z.optional(z.array(z.number())),
        gold: z.optional(z.array(z.number())),
      }),
      unit: z.optional(z.nullable(z.string())),
    }),
  ),
  ...marks,
});

const VariedFee = z.object({
  schema: z.literal('portfolio-varied-fee/1'),
  id: z.string(),
  budget: z.number(),
  outsideUtility: z.optional(z.number()),
  programs: z.array(z.object({ id: z.string(), utility: z.number(), p: z.number(), fee: z.number() })),
  ...marks,
});

const Literature = z.object({
  schema: z.literal('portfolio-literature/1'),
  id: z.string(),
  programs: z.array(z.object({ id: z.string(), utility: z.number(), p: z.number() })),
  cases: z.array(z.object({ maxApplications: z.number() })),
});

const Document = z.discriminatedUnion('schema', [Instance, VariedFee, Literature]);
type Document = z.infer<typeof Document>;

export interface PortfolioInstance {
  readonly kind: 'portfolio';
  readonly id: string;
  readonly problem: PortfolioProblem;
}

/** USD for k applications by tiers: a tier's base at its start, and its price for each one past the tier before. */
function feesByTiers(tiers: readonly z.infer<typeof FeeTier>[], count: number): number[] {
  return Array.from({ length: count + 1 }, (_, k) => {
    if (k === 0) return 0;
    const at = tiers.findIndex(({ upTo }) => upTo === null || k <= upTo);
    const tier = tiers[at];
    return tier ? tier.base + tier.perProgram * (k - (tiers[at - 1]?.upTo ?? 0)) : Number.NaN;
  });
}

const single = (program: { id: string; utility: number; p: number }, feeUsd: number | null): Candidate => ({
  id: program.id,
  specialty: 0,
  utility: program.utility,
  unit: null,
  feeUsd,
  chance: { none: [program.p], silver: [program.p], gold: [program.p] },
});

const plain = {
  objective: 'expectedBest',
  outsideUtility: 0,
  scenarioWeights: [1],
  locks: [],
  bans: [],
} as const;

function instanceProblem(doc: z.infer<typeof Instance>): PortfolioProblem {
  return {
    objective: doc.objective,
    outsideUtility: doc.outsideUtility ?? 0,
    budgetUsd: doc.budget,
    scenarioWeights: doc.scenarioWeights ?? [1],
    specialties: doc.specialties.map(({ id, fee, feeTiers, signals, most }) => ({
      id,
      feeUsd: fee ?? feesByTiers(feeTiers ?? [], doc.programs.filter((p) => p.specialty === id).length),
      gold: signals?.gold ?? 0,
      silver: signals?.silver ?? 0,
      most: most ?? null,
    })),
    candidates: doc.programs.map(({ id, specialty, utility, p, unit }) => ({
      id,
      specialty: doc.specialties.findIndex((terms) => terms.id === specialty),
      utility,
      unit: unit ?? null,
      feeUsd: null,
      chance: { none: p.none, silver: p.silver ?? p.none, gold: p.gold ?? p.silver ?? p.none },
    })),
    locks: doc.locks ?? [],
    bans: doc.bans ?? [],
  };
}

function problemOf(doc: Document): PortfolioProblem {
  if (doc.schema === 'portfolio-instance/1') return instanceProblem(doc);
  const terms = { id: 'all', gold: 0, silver: 0, most: null };
  if (doc.schema === 'portfolio-varied-fee/1')
    return {
      ...plain,
      outsideUtility: doc.outsideUtility ?? 0,
      budgetUsd: doc.budget,
      specialties: [{ ...terms, feeUsd: [0] }],
      candidates: doc.programs.map((program) => single(program, program.fee)),
      locks: doc.locks ?? [],
      bans: doc.bans ?? [],
    };
  // Every application costs the same here: one dollar makes the budget a count.
  return {
    ...plain,
    budgetUsd: Math.max(0, ...doc.cases.map(({ maxApplications }) => maxApplications)),
    specialties: [{ ...terms, feeUsd: [0, ...doc.programs.map((_, k) => k + 1)] }],
    candidates: doc.programs.map((program) => single(program, null)),
  };
}

/** `programs[3].p.gold[0]` */
const inWords = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (words, key) =>
      typeof key === 'number' ? `${words}[${key}]` : words ? `${words}.${String(key)}` : String(key),
    '',
  );

function shapeRefusal(error: z.core.$ZodError): PortfolioRefusal {
  const issue = error.issues[0];
  const where = issue ? inWords(issue.path) : '';
  if (issue?.code === 'invalid_type') {
    const article = /^[aeiou]/.test(issue.expected) ? 'an' : 'a';
    return {
      kind: 'refused',
      reason: issue.expected === 'number' ? 'bad-number' : 'not-a-portfolio',
      sentence: `${where || 'The document'} must be ${article} ${issue.expected}.`,
    };
  }
  return {
    kind: 'refused',
    reason: 'not-a-portfolio',
    sentence: `${where || 'The document'} is not one of the values a portfolio document may have there.`,
  };
}

/**
 * Reads one document, already parsed from JSON. A literature document becomes its largest case: with one dollar for each
 * application its budget curve holds every case.
 */
export function readPortfolio(doc: unknown): PortfolioInstance | PortfolioRefusal {
  const parsed = Document.safeParse(doc);
  if (!parsed.success) return shapeRefusal(parsed.error);
  const ids =
    parsed.data.schema === 'portfolio-instance/1' ? parsed.data.specialties.map(({ id }) => id) : [];
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined)
    return { kind: 'refused', reason: 'not-a-portfolio', sentence: `Two specialties have the id ${twice}.` };
  const problem = problemOf(parsed.data);
  return checkPortfolio(problem) ?? { kind: 'portfolio', id: parsed.data.id, problem };
}
