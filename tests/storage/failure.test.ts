import { describe, expect, it } from 'vitest';
import { classifyFailure, type FailureKind } from '#storage/failure.ts';

const error = (name: string, inner?: unknown) => Object.assign(new Error('x'), { name, inner });

describe('classifyFailure', () => {
  const cases: [error: unknown, moment: 'open' | 'use', kind: FailureKind][] = [
    [error('AbortError', error('QuotaExceededError')), 'use', 'quota'],
    [new DOMException('full', 'QuotaExceededError'), 'use', 'quota'],
    [error('AbortError'), 'use', 'failing'],
    [error('DatabaseClosedError', error('InvalidStateError')), 'use', 'failing'],
    [error('InvalidStateError'), 'use', 'failing'],
    [error('UnknownError'), 'use', 'failing'],
    [error('InvalidStateError'), 'open', 'refused'],
    [error('UnknownError'), 'open', 'refused'],
    [new DOMException('no', 'SecurityError'), 'open', 'refused'],
    [new DOMException('no', 'SecurityError'), 'use', 'refused'],
    [error('MissingAPIError'), 'open', 'refused'],
    [error('OpenFailedError', error('SecurityError')), 'open', 'refused'],
    [error('AbortError'), 'open', 'failing'],
    [error('VersionError'), 'open', 'newer'],
    [new TypeError('x'), 'use', 'unknown'],
    ['a string', 'use', 'unknown'],
    [null, 'open', 'unknown'],
  ];
  it.each(cases)('reads %o while in %s as %s', (thrown, moment, kind) => {
    expect(classifyFailure(thrown, moment).kind).toBe(kind);
  });

  it('names the whole chain, and ends where an error holds itself', () => {
    expect(classifyFailure(error('AbortError', error('QuotaExceededError')), 'use').names).toEqual([
      'AbortError',
      'QuotaExceededError',
    ]);
    const circle = error('AbortError');
    circle.inner = circle;
    expect(classifyFailure(circle, 'use').kind).toBe('failing');
  });
});
