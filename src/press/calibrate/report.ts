// What the calibration measured, as text for a person at a terminal.
import type { ApplicantType } from '#domain/profile.ts';
import type { BuiltModel } from './build-model.ts';
import { coverage, headlineError, lineError, pooledBlocks, samplingNoise } from './measure.ts';
import { driftBetween, sideCheck } from './measure-sides.ts';
import { gapsOf, reproductions } from './measure-lists.ts';
import type { Line } from './slope-fit.ts';

const TYPES: readonly ApplicantType[] = ['us-md', 'us-do', 'non-us-img', 'us-img'];
const WORDS: Readonly<Record<ApplicantType, string>> = {
  'us-md': 'US MD seniors',
  'us-do': 'US DO seniors',
  'non-us-img': 'Non-US IMG',
  'us-img': 'US IMG',
};
const two = (x: number) => x.toFixed(2);
const percent = (x: number) => `${(100 * x).toFixed(1)} %`;
const lineWords = ({ at0, perLogit, sd }: Line) =>
  `${two(at0)} + ${two(perLogit)} · logit(headline), sd ${two(sd)}`;

function curveLines({ calibration, model }: BuiltModel): string[] {
  const { blocks, candidates } = calibration;
  const pooled = pooledBlocks(blocks.bands);
  const others = blocks.bands.filter((block) => !pooled.includes(block));
  const { at0, perLogit, sd } = model.slopes['us-md'];
  const line: Line = { at0: at0.value, perLogit: perLogit.value, sd };
  const drift = model.drift.value;
  const fit = lineError(pooled, line);
  const held = coverage(pooled, line, drift);
  return [
    `Step 2 curve of US MD seniors, ${fit.bands} bands with 30 people or more of ${pooled.length} specialties`,
    `  fit                        ${two(fit.points)} points`,
    ...candidates.map(
      ({ name, line: tried, leftOut }, at) =>
        `  ${at === 0 ? 'taken' : 'tried'}, ${name.padEnd(19)}${two(leftOut.points)} points ${name === 'assumed' ? 'as it stands' : 'on specialties left out'} (${lineWords(tried)})`,
    ),
    `  headline rate alone        ${two(headlineError(pooled).points)} points`,
    `  noise of the counts        ${two(samplingNoise(pooled).points)} points`,
    `  80 % range holds           ${percent(held.held)} of bands, ${two(held.width)} points wide on average`,
    ...others.map((block) => {
      const of = model.slopes[block.type];
      const own: Line = { at0: of.at0.value, perLogit: of.perLogit.value, sd: of.sd };
      const error = lineError([block], own);
      const range = coverage([block], own, drift);
      return `  ${block.specialty}, ${WORDS[block.type]} ${block.years}: ${two(error.points)} points on ${error.bands} bands, range holds ${percent(range.held)}`;
    }),
    ...(['us-do', 'non-us-img'] as const).map((type) => {
      const check = sideCheck(blocks, type);
      return `  slopes from mean scores, ${WORDS[type]}: ${two(check.line.at0)}, sd ${two(check.line.sd)}, ${check.groups} groups`;
    }),
    ...[driftBetween(blocks, 2024, 2026)].map(
      ({ groups, sd: seen }) =>
        `  drift of a rate, 2024 to 2026: sd ${two(seen)} in ${groups} groups; taken ${two(drift)}`,
    ),
  ];
}

function interviewLines({ calibration, model }: BuiltModel): string[] {
  const { rates, usual, shrinkage, ratios } = calibration;
  const { strength, terms } = model;
  return [
    `Invitations: ${rates.rates.length} published rates; applicants report ${two(rates.gap)} logits more than programs (${rates.shownBy.join(', ')})`,
    ...rates.rates.map(
      ({ specialty, rate, evidence, year }) =>
        `  ${percent(rate).padStart(7)}  ${specialty}, ${evidence}, ${year}`,
    ),
    `  usual invitations of a list: ${two(usual.mean)}, sd of the logarithm ${two(usual.logSd)}`,
    `  like-for-like odds of a signal: ${shrinkage.alike.map(two).join(', ')}; share of raw log odds left ${two(shrinkage.share)}`,
    ...Object.entries(terms).map(
      ([term, { value, lo, hi }]) => `  odds ${term}: ${two(value)} (${two(lo)} to ${two(hi)})`,
    ),
    `  strength: sd ${two(strength.sd.value)} with a score; ${two(strength.scoreShare.value)} of a slope acts on an invitation`,
    ...ratios.map(
      ({ specialty, ratio }) => `  typical list ${two(ratio)} times as steep as published: ${specialty}`,
    ),
  ];
}

function listLines({ calibration, model }: BuiltModel): string[] {
  const made = reproductions(model, calibration.shapes);
  const worst = Math.max(...made.map(({ match, headline }) => Math.abs(match - headline)));
  return [
    `Typical lists against headline rates: ${made.length} groups, at most ${two(100 * worst)} points off`,
    ...made.map(
      ({ specialty, type, headline, match, invitations }) =>
        `  ${percent(headline).padStart(7)} ${percent(match).padStart(7)}  ${specialty}, ${WORDS[type]}, ${two(invitations)} invitations`,
    ),
  ];
}

export function reportLines(built: BuiltModel): string[] {
  const gaps = gapsOf(built.model, built.specialties);
  const lacking = (title: string, of: Readonly<Record<ApplicantType, readonly string[]>>) => [
    title,
    ...TYPES.map((type) => `  ${WORDS[type]}: ${of[type].length}: ${of[type].join('; ')}`),
  ];
  return [
    `Model of ${built.model.date}: ${built.model.groups.length} groups, ${built.model.interviews.length} interview bases, ${built.bytes.length} bytes`,
    '',
    ...curveLines(built),
    '',
    ...interviewLines(built),
    '',
    ...listLines(built),
    '',
    ...lacking('No base rate is published for', gaps.noBaseRate),
    '',
    ...lacking('No chance of an invitation can be estimated for', gaps.noInterview),
    '',
    `Rejected: ${built.rejections.length}`,
    ...built.rejections.map(({ table, line, what, reason }) => `  ${table}:${line} ${what}: ${reason}`),
  ];
}
