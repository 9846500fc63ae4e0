// The verbs of the engine on the command line. Each takes one document and answers with data; every one is checked at
// the door, so that no answer is ever a NaN.
import * as z from 'zod/mini';
import { Pid, type SpecialtyId } from '#domain/ids.ts';
import type { ChanceModel } from '#domain/model.ts';
import { OwnCriterion } from '#domain/own-criterion.ts';
import { EMPTY_PROFILE, Profile } from '#domain/profile.ts';
import type { Asker } from '#domain/query.ts';
import { EMPTY_WISHES, Wishes } from '#domain/wishes.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { decodeCatalog } from '#engine/catalog/decode.ts';
import { programRow } from '#engine/catalog/program-row.ts';
import { baseRate } from '#engine/chance/base-rate.ts';
import { chancesFor } from '#engine/chance/chance-answer.ts';
import { explainFit } from '#engine/fit/explain.ts';
import { type FitModel, fitModels } from '#engine/fit/fit-model.ts';
import { answerMatch } from '#engine/match/answer-match.ts';
import { answerPick } from '#engine/pick/answer-pick.ts';
import { answerPortfolio } from '#engine/pick/portfolio-answer.ts';
import { rankOutcome } from '#engine/rank/rank-outcome.ts';
import { listRows } from '#engine/search/list.ts';
import { buildSearchIndex } from '#engine/search/search-index.ts';
import { diskFolder } from '#press/release/disk-folder.ts';
import { openRelease } from '#press/release/open-release.ts';

export interface Refusal {
  readonly kind: 'refused';
  readonly sentence: string;
}
export type Answered = { readonly kind: 'answered'; readonly answer: unknown } | Refusal;
export type Verb = (document: unknown) => Answered;

const refused = (sentence: string): Refusal => ({ kind: 'refused', sentence });
const answered = (answer: unknown): Answered => ({ kind: 'answered', answer });
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** From the root of the project, where npm runs its scripts. */
const DATA = 'public/data';
const decoder = new TextDecoder();
let opened: Catalog | undefined;

/** The published catalog; read when a verb first needs it. */
function catalog(): Catalog {
  if (opened) return opened;
  const release = openRelease(diskFolder(DATA));
  if (release.kind === 'refused') throw new Error(`${DATA}: ${release.detail}`);
  opened = decodeCatalog(release.index, release.files, (bytes) => decoder.decode(bytes));
  return opened;
}

const model = (): ChanceModel | Refusal =>
  catalog().model ?? refused('This catalog carries no figures for chances.');
const isRefusal = (value: object): value is Refusal => 'kind' in value && value.kind === 'refused';

/** Profile, wishes and own criteria of a document; each may be partial or absent. */
function askerOf(document: Readonly<Record<string, unknown>>): Asker | Refusal {
  const given = isRecord(document.profile) ? document.profile : {};
  const wished = isRecord(document.wishes) ? document.wishes : {};
  const preferences = {
    ...EMPTY_WISHES.preferences,
    ...(isRecord(wished.preferences) ? wished.preferences : {}),
  };
  const profile = Profile.safeParse({ ...EMPTY_PROFILE, ...given });
  if (!profile.success)
    return refused(`profile: ${profile.error.issues[0]?.path.join('.') ?? ''} is not valid.`);
  const wishes = Wishes.safeParse({ ...EMPTY_WISHES, ...wished, preferences });
  if (!wishes.success)
    return refused(`wishes: ${wishes.error.issues[0]?.path.join('.') ?? ''} is not valid.`);
  const own = z.array(OwnCriterion).safeParse(document.own ?? []);
  if (!own.success) return refused(`own: ${own.error.issues[0]?.path.join('.') ?? ''} is not valid.`);
  return { profile: profile.data, wishes: wishes.data, own: own.data };
}

function withAsker(
  document: unknown,
  answer: (fit: FitModel, document: Readonly<Record<string, unknown>>) => Answered,
): Answered {
  if (!isRecord(document)) return refused('The document must be an object.');
  const asker = askerOf(document);
  return isRefusal(asker) ? asker : answer(fitModels(catalog())(asker), document);
}

/** Row of each ACGME number. */
function rowsByAcgmeId(): Map<string, number> {
  const rows = new Map<string, number>();
  for (let row = 0; row < catalog().columns.count; row++) {
    const id = catalog().record(row).facts.acgmeId?.[0]?.[0];
    if (typeof id === 'string') rows.set(id, row);
  }
  return rows;
}

const acgmeIdOf = (row: number) => catalog().record(row).facts.acgmeId?.[0]?.[0] ?? null;

const portfolio: Verb = (document) => {
  const answer = answerPortfolio(document, () => performance.now());
  return 'kind' in answer ? refused(answer.sentence) : answered(answer);
};

const match: Verb = (document) => {
  const began = performance.now();
  const answer = answerMatch(document);
  if (answer.kind === 'refused') return refused(answer.sentence);
  const { id, matching, stable, blocks } = answer;
  return answered({ id, matching, stable, blocks, ms: performance.now() - began });
};

const rate: Verb = (document) => {
  const figures = model();
  if (isRefusal(figures)) return figures;
  const answer = baseRate(figures, document);
  return answer.kind === 'refused' ? refused(answer.sentence) : answered(answer);
};

const estimate: Verb = (document) =>
  withAsker(document, (fit, { programs }) => {
    if (!Array.isArray(programs) || programs.length === 0)
      return refused('programs must be a list of ACGME numbers.');
    const rows = rowsByAcgmeId();
    const unknown = programs.find((id) => typeof id !== 'string' || !rows.has(id));
    if (unknown !== undefined) return refused(`No program has the ACGME number ${JSON.stringify(unknown)}.`);
    const figures = catalog().model;
    const chances = figures && chancesFor(figures, catalog(), fit.asker.profile);
    return answered(
      programs.map((id: string) => {
        const row = rows.get(id) ?? -1;
        return {
          acgmeId: id,
          fit: programRow(catalog(), fit, row).fit,
          interview: chances?.answer(row) ?? { kind: 'noPublishedData' },
          reasons: explainFit(catalog(), fit, row),
        };
      }),
    );
  });

const pids = (value: unknown): Pid[] | null => {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return null;
  const parsed = value.map((each) => Pid.safeParse(each));
  return parsed.every(({ success, data }) => success && catalog().rowOf.has(data))
    ? parsed.map(({ data }) => data as Pid)
    : null;
};

const pick: Verb = (document) =>
  withAsker(document, (fit, { budgetUsd, limits }) => {
    if (typeof budgetUsd !== 'number' || !Number.isFinite(budgetUsd) || budgetUsd < 0) {
      return refused('budgetUsd must be a number of dollars, 0 or more.');
    }
    const specialty = fit.asker.profile.specialties[0];
    if (!specialty || !catalog().specialties.some(({ id }) => id === specialty)) {
      return refused('profile.specialties must name a specialty of the catalog, e.g. "internal-medicine".');
    }
    const given = isRecord(limits) ? limits : {};
    const [locks, bans] = [pids(given.locks), pids(given.bans)];
    if (!locks || !bans) return refused('limits.locks and limits.bans must be lists of pids of the catalog.');
    const answer = answerPick(catalog(), fit, {
      specialty: specialty as SpecialtyId,
      budgetUsd,
      locks,
      bans,
      heard: [],
    });
    if (answer.kind === 'list') return answered(answer);
    const need = answer.needUsd > 0 ? ` At least $${answer.needUsd} is needed.` : '';
    return refused(`No list can be made: ${answer.reason.replaceAll('-', ' ')}.${need}`);
  });

const rank: Verb = (document) => {
  const answer = rankOutcome(document);
  return 'kind' in answer ? refused(answer.sentence) : answered(answer);
};

const MOST_HITS = 1000;

const find: Verb = (document) => {
  if (!isRecord(document) || typeof document.query !== 'string') return refused('query must be a text.');
  const { query, specialty, limit = 20 } = document;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > MOST_HITS) {
    return refused(`limit must be a whole number from 1 to ${MOST_HITS}.`);
  }
  const named = catalog().specialties.find(({ id, name }) => id === specialty || name === specialty);
  if (specialty !== undefined && !named)
    return refused(`No specialty is called ${JSON.stringify(specialty)}.`);
  const index = buildSearchIndex(catalog());
  const fit = fitModels(catalog())({ profile: EMPTY_PROFILE, wishes: EMPTY_WISHES });
  const { rows } = listRows(catalog(), () => index, fit, {
    text: query,
    filter: named ? { specialty: named.id } : {},
    sort: 'best',
  });
  return answered(
    Array.from(rows.subarray(0, limit), (row) => {
      const { pid, name, specialty: of, city, state } = programRow(catalog(), fit, row);
      return { pid, acgmeId: acgmeIdOf(row), name, specialty: of, city, state };
    }),
  );
};

export const VERBS: Readonly<Record<string, Verb>> = {
  portfolio,
  match,
  'base-rate': rate,
  estimate,
  pick,
  'rank-outcome': rank,
  search: find,
};

/** One document, or an array of them: an array is answered whole or refused whole, naming the first that fails. */
export function answersOf(verb: Verb, document: unknown): Answered {
  if (!Array.isArray(document)) return verb(document);
  if (document.length === 0) return refused('The array is empty.');
  const answers: unknown[] = [];
  for (const [at, each] of document.entries()) {
    const one = verb(each);
    if (one.kind === 'refused') return refused(`Document ${at + 1}: ${one.sentence}`);
    answers.push(one.answer);
  }
  return answered(answers);
}
