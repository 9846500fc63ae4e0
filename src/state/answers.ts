// Answers of the engine as signals. A question is asked again whenever something it depends on changes; only the
// latest answer is shown, and the one before stays until it is here.
import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import type { Pid } from '#domain/ids.ts';
import { asOwnCriterion } from '#domain/own-criterion.ts';
import { EMPTY_PROFILE } from '#domain/profile.ts';
import type {
  Asker,
  ListAnswer,
  PickAnswer,
  PickCurve,
  PickRequest,
  PlaceSuggestion,
  ProgramChance,
  ProgramDetail,
  ProgramQuery,
  ProgramRow,
} from '#domain/query.ts';
import type { School } from '#domain/school.ts';
import { EMPTY_WISHES } from '#domain/wishes.ts';
import { engine } from '#worker/engine-client.ts';
import { catalogState } from './catalog.ts';
import { ownValues } from './corrections.ts';
import { ownCriteria } from './own-criteria.ts';
import { ownPrograms } from './own-programs.ts';
import { profile } from './profile.ts';
import { wishes } from './wishes.ts';

/** The user as the engine sees them; undefined until the notebook is open, so that no list is shown for nobody. */
const asker: ReadonlySignal<Asker | undefined> = computed(() => {
  const [values, programs] = [ownValues.value, ownPrograms.value];
  if (profile.value === undefined || wishes.value === undefined) return undefined;
  if (values === undefined || programs === undefined) return undefined;
  const made = ownCriteria.value;
  if (made === undefined) return undefined;
  const { weights } = wishes.value;
  const own = made.map((criterion) => asOwnCriterion(criterion, weights[criterion.key] ?? 0));
  return {
    profile: profile.value ?? EMPTY_PROFILE,
    wishes: wishes.value ?? EMPTY_WISHES,
    ...(values.length > 0 && { corrections: values }),
    ...(programs.length > 0 && { ownPrograms: programs }),
    ...(own.length > 0 && { own }),
  };
});

export interface Answer<T> {
  /** Undefined until the first answer. */
  readonly value: ReadonlySignal<T | undefined>;
  readonly failed: ReadonlySignal<boolean>;
  /** Begins to ask; returns the stop. */
  readonly start: () => () => void;
}

/**
 * Asks whenever `question` changes and the catalog is ready. While one question is on its way only the newest of those
 * that follow is kept, so a slider never builds a queue.
 */
export function answerTo<Q, T>(
  question: () => Q | undefined,
  ask: (question: Q, asker: Asker) => Promise<T>,
): Answer<T> {
  const value = signal<T | undefined>(undefined);
  const failed = signal(false);
  let next: { question: Q; who: Asker } | undefined;
  let busy = false;

  async function run(): Promise<void> {
    busy = true;
    for (let asked = next; asked !== undefined; asked = next) {
      next = undefined;
      try {
        value.value = await ask(asked.question, asked.who);
        failed.value = false;
      } catch {
        failed.value = true;
      }
    }
    busy = false;
  }

  const start = () => {
    const dispose = effect(() => {
      const asked = question();
      const who = asker.value;
      if (asked === undefined || who === undefined || catalogState.value.kind !== 'ready') return;
      next = { question: asked, who };
      if (!busy) void run();
    });
    return () => {
      next = undefined;
      dispose();
    };
  };
  return { value, failed, start };
}

export const listOf = (question: () => ProgramQuery | undefined): Answer<ListAnswer> =>
  answerTo(question, (query, who) => engine().list(query, who));

export const programsOf = (question: () => readonly Pid[] | undefined): Answer<ProgramDetail[]> =>
  answerTo(question, (pids, who) => engine().programs(pids, who));

export const pickOf = (question: () => PickRequest | undefined): Answer<PickAnswer> =>
  answerTo<PickRequest, PickAnswer>(question, async (request, who) => engine().pick(request, who));

export const curveOf = (question: () => PickRequest | undefined): Answer<PickCurve> =>
  answerTo<PickRequest, PickCurve>(question, async (request, who) => engine().curve(request, who));

export const chanceOf = (question: () => Pid | undefined): Answer<ProgramChance | null> =>
  answerTo(question, (pid, who) => engine().chance(pid, who));

export const rowsOf = (list: number, from: number, to: number): Promise<ProgramRow[]> =>
  engine().rows(list, from, to);
export const suggestPlaces = (text: string): Promise<PlaceSuggestion[]> => engine().suggestPlaces(text);
export const suggestSchools = (text: string): Promise<School[]> => engine().suggestSchools(text);
