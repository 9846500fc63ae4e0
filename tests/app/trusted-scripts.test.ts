import { describe, expect, it } from 'vitest';
import { ownScript, trustOwnScripts } from '#app/trusted-scripts.ts';

const BASE = 'https://cairn.example/rank';

describe('the door for scripts', () => {
  it.each([
    ['/sw.js', 'https://cairn.example/sw.js'],
    [
      'https://cairn.example/assets/engine.worker-1a2b.js',
      'https://cairn.example/assets/engine.worker-1a2b.js',
    ],
  ])('lets %s pass', (address, url) => {
    expect(ownScript(address, BASE)).toBe(url);
  });

  it.each([
    'https://elsewhere.example/sw.js',
    '//elsewhere.example/sw.js',
    'data:text/javascript,1',
    'blob:https://cairn.example/1',
    '/data/programs-00.json',
  ])('refuses %s', (address) => {
    expect(() => ownScript(address, BASE)).toThrow(TypeError);
  });

  it('makes one policy, for addresses only, where the browser asks for it', () => {
    const made: [string, object][] = [];
    trustOwnScripts({
      trustedTypes: { createPolicy: (name: string, rules: object) => made.push([name, rules]) },
    });
    expect(made.map(([name, rules]) => [name, Object.keys(rules)])).toEqual([
      ['default', ['createScriptURL']],
    ]);
  });

  it('does nothing where the browser has no trusted types', () => {
    expect(() => trustOwnScripts({})).not.toThrow();
  });
});
