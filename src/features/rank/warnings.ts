// What on a rank list is worth a look before it is entered anywhere. A warning moves nothing and drops nothing.
import type { RankList } from '#domain/rank-list.ts';
import { orderOf } from '#domain/rank-list.ts';
import type { ShortlistEntry } from '#domain/shortlist.ts';
import { dealBreakerWords, programName } from '#domain/words.ts';
import { codeOf, typeOf } from './codes.ts';
import type { Line } from './model.ts';

export interface Warning {
  readonly key: string;
  /** The line it is about; null for the whole list. */
  readonly id: number | null;
  /** A short word beside the line. */
  readonly short: string;
  readonly sentence: string;
}

function endedWarning({ entry, name, program }: Line): Warning | null {
  if (!program) return null;
  const { found } = program;
  const about = (key: string, short: string, sentence: string) => ({
    key: `${key}-${entry.id}`,
    id: entry.id,
    short,
    sentence,
  });
  switch (found.kind) {
    case 'unknown':
      return about(
        'unknown',
        'not in the catalog',
        `${name} is not in this catalog. It stays on your list; check that it still takes applicants.`,
      );
    case 'split':
      return about(
        'split',
        'split up',
        `${name} has become ${found.into.map((each) => programName(each.name)).join(' and ')}. Add the one you mean.`,
      );
    case 'merged':
      return about(
        'merged',
        'merged',
        `${programName(entry.label)} was merged into ${programName(found.into.name)}.`,
      );
    case 'here':
      return found.ended === null
        ? null
        : about(
            'ended',
            'closed',
            `${name} has closed and takes nobody. It stays on your list until you move it.`,
          );
  }
}

function personalWarning(line: Line, shortlist: readonly ShortlistEntry[]): Warning | null {
  const { entry, name, program } = line;
  const stage = shortlist.find(({ pid }) => pid === entry.pid)?.stage;
  if (stage === 'withdrawn' || stage === 'closed') {
    return {
      key: `stage-${entry.id}`,
      id: entry.id,
      short: stage === 'withdrawn' ? 'you withdrew' : 'they said no',
      sentence:
        stage === 'withdrawn'
          ? `You withdrew from ${name}. Rank only programs you would go to: a match is binding.`
          : `${name} said no, as you noted. Ranking it does no harm; it can only not help.`,
    };
  }
  const breaker = program?.row?.excludedBy;
  if (!breaker) return null;
  return {
    key: `breaker-${entry.id}`,
    id: entry.id,
    short: 'a deal-breaker',
    sentence: `${name} is ${dealBreakerWords(breaker)}, which you called a deal-breaker. Would you go there? A match is binding.`,
  };
}

function codeWarning(line: Line): Warning | null {
  const { entry, name, program } = line;
  if (!program) return null;
  const code = codeOf(entry, program);
  const { id } = entry;
  if (code.kind === 'several')
    return {
      key: `track-${id}`,
      id,
      short: 'choose a track',
      sentence: `${name} has ${code.tracks.length} tracks in the Match. Choose the one you mean; each can be a line of its own.`,
    };
  if (code.kind === 'unknown')
    return {
      key: `code-${id}`,
      id,
      short: 'no code',
      sentence: `No NRMP code is known for ${name}. Look it up in the official system and write it here.`,
    };
  return null;
}

/** Lines that ask for the same place twice. */
function twice(lines: readonly Line[]): Warning[] {
  const first = new Map<string, Line>();
  return lines.flatMap((line): Warning[] => {
    const code = codeOf(line.entry, line.program);
    const pid = line.program?.row?.pid ?? line.entry.pid;
    const key = code.kind === 'code' ? code.code : pid;
    const before = first.get(key);
    if (!before) {
      first.set(key, line);
      return [];
    }
    return [
      {
        key: `twice-${line.entry.id}`,
        id: line.entry.id,
        short: 'on the list twice',
        sentence: `${line.name} stands at ${before.place} and at ${line.place}${
          code.kind === 'code' ? ` with the same code ${code.code}` : ''
        }. The official system takes a code once.`,
      },
    ];
  });
}

/** An advanced place begins in the second year; the first has to come from somewhere. */
function firstYear(list: RankList, lines: readonly Line[], lists: readonly RankList[]): Warning[] {
  if (list.kind !== 'primary') return [];
  const types = lines.map((line) => typeOf(codeOf(line.entry, line.program)));
  const advanced = types.filter((type) => type === 'A').length;
  const hasSupplement = lists.some((each) => each.kind === 'supplemental' && orderOf(each).order.length > 0);
  if (advanced === 0 || hasSupplement) return [];
  const sentence =
    advanced === 1
      ? 'One line is an advanced program: it begins after a preliminary year. Make a supplemental list of preliminary programs for it.'
      : `${advanced} lines are advanced programs: they begin after a preliminary year. Make a supplemental list of preliminary programs for them.`;
  return [{ key: 'first-year', id: null, short: '', sentence }];
}

/** In the order of the list; what is about the whole list comes first. */
export function warningsOf(
  list: RankList,
  lines: readonly Line[],
  lists: readonly RankList[],
  shortlist: readonly ShortlistEntry[],
): readonly Warning[] {
  const double = new Map(twice(lines).map((warning) => [warning.id, warning]));
  return [
    ...firstYear(list, lines, lists),
    ...lines.flatMap((line) =>
      [
        endedWarning(line),
        double.get(line.entry.id) ?? null,
        personalWarning(line, shortlist),
        codeWarning(line),
      ].filter((warning) => warning !== null),
    ),
  ];
}
