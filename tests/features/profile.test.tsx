import './in-process.ts';
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerGraduationYear } from '#features/profile/model.ts';
import { Screen } from '#features/profile/screen.tsx';
import { profile } from '#state/profile.ts';
import { SpecialtyId } from '#domain/ids.ts';
import { makeCriterion } from '#state/own-criteria.ts';
import { wishes } from '#state/wishes.ts';
import { BOSTON, PSYCHIATRY } from '../fixtures/small-catalog.ts';
import { keep, startApp, tell } from './support.ts';

const SURGERY = SpecialtyId.parse('general-surgery');

beforeEach(startApp);

describe('profile and wishes', () => {
  it('saves each change by itself', async () => {
    render(<Screen />);
    await userEvent.type(await screen.findByRole('combobox', { name: 'Specialty' }), 'psy');
    await userEvent.click(await screen.findByRole('option', { name: /Psychiatry/ }));
    await userEvent.type(screen.getByRole('combobox', { name: 'Home' }), 'bost');
    await userEvent.click(await screen.findByRole('option', { name: 'Boston, MA' }));
    await userEvent.click(screen.getByRole('radio', { name: 'US DO' }));
    await expect
      .poll(() => profile.value)
      .toMatchObject({
        specialties: [PSYCHIATRY],
        applicantType: 'us-do',
        home: { label: 'Boston, MA', state: 'MA' },
      });
  });

  it('answers a Step 2 of 900 beside the field and keeps what was typed', async () => {
    render(<Screen />);
    const field = await screen.findByLabelText('Step 2 CK');
    await userEvent.type(field, '900{Tab}');
    expect(await screen.findByText('Enter a number from 1 to 300.')).toBeVisible();
    expect(field).toHaveValue('900');
    expect(field).toBeInvalid();
    expect(profile.value?.scores).toEqual({});
    await userEvent.clear(field);
    await userEvent.type(field, '251{Tab}');
    await expect.poll(() => profile.value?.scores.step2).toBe(251);
  });

  it('answers a ZIP code nobody has', async () => {
    render(<Screen />);
    await userEvent.type(await screen.findByRole('combobox', { name: 'Home' }), '99999');
    expect((await screen.findAllByText(/We know no such ZIP code or city/))[0]).toBeVisible();
    expect(profile.value?.home).toBeUndefined();
  });

  it('answers a graduation year too far ahead, and one that is only ahead', async () => {
    expect(answerGraduationYear(2090, 2026)).toMatchObject({ kind: 'refused' });
    expect(answerGraduationYear(2030, 2026)).toMatchObject({
      kind: 'taken',
      hint: expect.stringContaining('fall of 2029'),
    });
    expect(answerGraduationYear(2027, 2026)).toEqual({ kind: 'taken', hint: undefined });
    expect(answerGraduationYear(1027, 2026)).toMatchObject({ kind: 'refused' });
    render(<Screen />);
    await userEvent.type(await screen.findByLabelText('Graduation year'), '2190{Tab}');
    expect(await screen.findByText(/too far ahead/)).toBeVisible();
    expect(profile.value?.graduationYear).toBeUndefined();
  });

  it('takes a school as typed when the list has none', async () => {
    render(<Screen />);
    await userEvent.type(await screen.findByRole('combobox', { name: 'Medical school' }), 'Aga Khan');
    await userEvent.click(await screen.findByRole('option', { name: /Use what I typed/ }));
    await expect.poll(() => profile.value?.school).toBe('Aga Khan');
  });

  it('says what a weighed wish still needs', async () => {
    const { setWeight } = await import('#state/wishes.ts');
    await setWeight('home', 3);
    render(<Screen />);
    expect(await screen.findByText('Set your home above, or this stays unknown.')).toBeVisible();
    expect(screen.getByRole('slider', { name: 'Close to home' })).toHaveAttribute('aria-valuetext', 'quite');
  });

  it('adds and takes away a deal-breaker', async () => {
    render(<Screen />);
    await userEvent.click(await screen.findByLabelText('Military programs'));
    await expect.poll(() => wishes.value?.dealBreakers).toEqual([{ kind: 'military' }]);
    await userEvent.click(screen.getByLabelText('Military programs'));
    await expect.poll(() => wishes.value?.dealBreakers).toEqual([]);
  });

  it('says what a deal-breaker takes out now, and which of the shortlist', async () => {
    await tell({ specialties: [PSYCHIATRY], home: BOSTON });
    await keep('b');
    render(<Screen />);
    await userEvent.type(await screen.findByLabelText('Farther from home than'), '20{Tab}');
    const cost = await screen.findByText(
      'In a straight line. Takes out 2 of 4 programs now. Of your shortlist: Hillside University.',
    );
    expect(screen.getByLabelText('Farther from home than')).toHaveAccessibleDescription(
      cost.textContent ?? '',
    );
  });

  it('keeps what no figure goes by folded away, and says so', async () => {
    render(<Screen />);
    const works = await screen.findByLabelText('Abstracts, presentations and publications');
    expect(works).not.toBeVisible();
    await userEvent.click(screen.getByText('For your own reference'));
    expect(screen.getByText(/No fit and no chance is worked out from them/)).toBeVisible();
    await userEvent.type(works, '4{Tab}');
    await userEvent.type(screen.getByLabelText('From faculty of the specialty'), '2{Tab}');
    await userEvent.selectOptions(screen.getByLabelText('COMLEX Level 1'), 'Pass');
    await userEvent.type(screen.getByLabelText('COMLEX Level 1 attempts'), '9{Tab}');
    expect(screen.getByText('Enter a number from 1 to 4.')).toBeVisible();
    await expect
      .poll(() => profile.value)
      .toMatchObject({ research: { works: 4 }, letters: { specialty: 2 }, scores: { comlex1: 'pass' } });
    expect(profile.value?.scores.comlex1Attempts).toBeUndefined();
  });

  it('marks one specialty as the backup, and forgets it with the specialty', async () => {
    await tell({ specialties: [PSYCHIATRY, SURGERY] });
    render(<Screen />);
    await userEvent.selectOptions(await screen.findByLabelText('Your backup'), 'General Surgery');
    await expect.poll(() => profile.value?.backup).toBe(SURGERY);
    expect(await screen.findByText('your backup')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Remove General Surgery' }));
    await expect.poll(() => profile.value?.specialties).toEqual([PSYCHIATRY]);
    expect(profile.value?.backup).toBeUndefined();
  });

  it('weighs a criterion of one’s own among the others', async () => {
    await makeCriterion('Near a beach', { kind: 'stars' });
    render(<Screen />);
    expect(await screen.findByRole('slider', { name: 'Near a beach' })).toHaveAttribute(
      'aria-valuetext',
      'leave out',
    );
    expect(screen.getByText('Yours. No program has a mark yet, so this stays unknown.')).toBeVisible();
  });
});
