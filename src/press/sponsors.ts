// Which programs have the same sponsor. [Note: Sponsor rule]
// 1. In one city, programs whose names reduce to the same words (sponsor-name.ts) are one group.
// 2. The first four digits of an NRMP code are the institution. A group belongs to the institution that most of its
//    codes name; where two are named equally often it belongs to none.
// 3. One code among many programs may be a wrong link. It counts only if it is at least a third of the group, or one
//    of two or more, or if the institution's name and the group's share a telling word.
// 4. Groups of one institution are one sponsor.
// The rule would rather leave two parts of a sponsor apart than put two institutions together: programs of a sponsor
// are shown as siblings and share their signals.
import { byText } from './canonical.ts';
import { cityKey, sponsorName, tellingWords } from './sponsor-name.ts';

export interface SponsorMember {
  readonly key: string;
  readonly name: string;
  readonly city: string | undefined;
  readonly state: string;
  /** Four digits, and the name NRMP gives it. */
  readonly institution: { readonly number: string; readonly name: string } | null;
}

interface Group {
  readonly members: SponsorMember[];
}

const SMALLEST_SHARE = 1 / 3;

const institutionOf = (group: Group): { number: string; name: string } | null => {
  const counts = new Map<string, { name: string; times: number }>();
  for (const { institution } of group.members) {
    if (!institution) continue;
    const times = (counts.get(institution.number)?.times ?? 0) + 1;
    counts.set(institution.number, { name: institution.name, times });
  }
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b.times - a.times);
  if (!first || first[1].times === second?.[1].times) return null;
  const [number, { name, times }] = first;
  if (times >= 2 || times / group.members.length >= SMALLEST_SHARE) return { number, name };
  const city = group.members[0]?.city ?? '';
  const theirs = tellingWords(name, city);
  const shared = group.members.some((m) => [...tellingWords(m.name, city)].some((word) => theirs.has(word)));
  return shared ? { number, name } : null;
};

/** Natural keys in clusters, one a sponsor, in order of their smallest key. */
export function sponsorClusters(members: readonly SponsorMember[]): string[][] {
  const groups = new Map<string, Group>();
  for (const member of members) {
    // Without a city a name proves nothing: the program stands alone unless its institution speaks.
    const place = member.city === undefined ? member.key : `${cityKey(member.city)}, ${member.state}`;
    const name = `${sponsorName(member.name, member.city ?? '')} | ${place}`;
    const group = groups.get(name) ?? { members: [] };
    group.members.push(member);
    groups.set(name, group);
  }
  const clusters = new Map<string, string[]>();
  for (const [name, group] of groups) {
    const id = institutionOf(group)?.number ?? name;
    clusters.set(id, [...(clusters.get(id) ?? []), ...group.members.map((m) => m.key)]);
  }
  return [...clusters.values()]
    .map((keys) => keys.toSorted(byText))
    .toSorted((a, b) => byText(a[0] ?? '', b[0] ?? ''));
}
