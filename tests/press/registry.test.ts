import { describe, expect, it } from 'vitest';
import { Pid } from '#domain/ids.ts';
import { naturalKey } from '#press/natural-key.ts';
import { EMPTY_REGISTRY, registerPids, registerSponsors, Registry } from '#press/registry.ts';

const registered = (...args: Parameters<typeof registerPids>) => {
  const made = registerPids(...args);
  if (made.kind === 'refused') throw new Error(made.detail);
  return made;
};

describe('the register of programs', () => {
  it('knows a program by its ACGME number, else by its NRMP code', () => {
    expect(naturalKey({ acgme_id: '0400121010', nrmp_code: '1007040C0' })).toBe('acgme:0400121010');
    expect(naturalKey({ nrmp_code: '1007040C0' })).toBe('nrmp:1007040C0');
    expect(naturalKey({})).toBeNull();
  });

  it('gives the same opaque pid for the same key, in whatever order the keys come', () => {
    const one = registered(EMPTY_REGISTRY, ['acgme:0400121010', 'nrmp:1007040C0']);
    const other = registered(EMPTY_REGISTRY, ['nrmp:1007040C0', 'acgme:0400121010']);
    expect(one.registry).toEqual(other.registry);
    expect(one.added).toBe(2);
    for (const pid of Object.values(one.registry.pids)) {
      expect(Pid.safeParse(pid).success).toBe(true);
      expect(pid).not.toContain('0400121010');
    }
  });

  it('keeps a registered pid for ever and never gives it to another program', () => {
    const { pids } = registered(EMPTY_REGISTRY, ['acgme:0000000002']).registry;
    const taken = pids['acgme:0000000002'];
    if (taken === undefined) throw new Error('no pid');
    const before = { ...EMPTY_REGISTRY, pids: { 'acgme:0000000001': taken } };
    const after = registered(before, ['acgme:0000000001', 'acgme:0000000002']).registry.pids;
    expect(after['acgme:0000000001']).toBe(taken);
    expect(after['acgme:0000000002']).not.toBe(taken);
  });

  it('is not read when it holds a pid that is no pid of the press', () => {
    const holding = (pid: string) =>
      Registry.safeParse({ ...EMPTY_REGISTRY, pids: { 'acgme:0000000001': pid } }).success;
    expect(holding('p000000000')).toBe(true);
    expect(holding('u000000000')).toBe(false);
  });

  it('refuses a register in which one pid stands for two programs', () => {
    const pid = Pid.parse('p000000000');
    const pids = { 'acgme:0000000001': pid, 'acgme:0000000002': pid };
    expect(registerPids({ ...EMPTY_REGISTRY, pids }, Object.keys(pids))).toMatchObject({
      kind: 'refused',
      reason: 'bad-registry',
    });
  });
});

describe('the register of sponsors', () => {
  const numbers = (sponsors: Record<string, number>, clusters: string[][]) => {
    const made = registerSponsors({ ...EMPTY_REGISTRY, sponsors }, clusters);
    return { of: Object.fromEntries(made.numberOf), kept: made.registry.sponsors };
  };

  it('counts up from one in order of the founding programs', () => {
    expect(numbers({}, [['c', 'b'], ['a']])).toEqual({ of: { a: 1, b: 2, c: 2 }, kept: { a: 1, b: 2 } });
  });

  it('leaves every number alone when a sponsor is added', () => {
    expect(numbers({ b: 1 }, [['a'], ['b']]).of).toEqual({ a: 2, b: 1 });
  });

  it('keeps the lower number of two sponsors that became one and retires the other', () => {
    const merged = numbers({ a: 1, b: 2 }, [['a', 'b'], ['c']]);
    expect(merged.of).toEqual({ a: 1, b: 1, c: 3 });
    expect(merged.kept['b']).toBe(2);
  });
});
