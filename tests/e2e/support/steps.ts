// What a person does on the way into a journey, named once.
import { expect, type Page } from '@playwright/test';

/** The catalog is stored and decoded, as Today says. */
export async function catalogIsHere(page: Page): Promise<void> {
  await expect(page.getByText(/^Catalog of .*, [\d,]+ programs/)).toBeVisible({ timeout: 60_000 });
}

export async function chooseSpecialty(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Specialty' }).fill(name);
  await page
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await expect(page.getByText('your list is made for this one')).toBeVisible();
}

export async function chooseHome(page: Page, zip: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Home' }).fill(zip);
  await page.getByRole('option', { name: `ZIP ${zip}` }).click();
}

/** Moves a slider by the keyboard, as far as its word says. */
export async function weigh(page: Page, wish: string, steps: number): Promise<void> {
  const slider = page.getByRole('slider', { name: wish, exact: true });
  await slider.focus();
  for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveJSProperty('value', String(steps));
}

/** A profile with three wishes, for psychiatry near Cambridge, Massachusetts. */
export async function setUpWishes(page: Page): Promise<void> {
  await chooseSpecialty(page, 'Psychiatry');
  await chooseHome(page, '02139');
  await weigh(page, 'Close to home', 3);
  await weigh(page, 'City size', 2);
  await weigh(page, 'Visa', 1);
}

export const programList = (page: Page) => page.getByRole('list', { name: 'Programs' });

/** Keeps the first programs of the list and returns their names as shown. */
export async function keepFirst(page: Page, count: number): Promise<string[]> {
  const names: string[] = [];
  for (let at = 0; at < count; at++) {
    const star = page.getByRole('button', { name: /^Keep / }).first();
    names.push(((await star.getAttribute('aria-label')) ?? '').replace('Keep ', ''));
    await star.click();
    await expect(page.getByRole('button', { name: `Let go of ${names.at(-1)}`, exact: true })).toBeVisible();
  }
  return names;
}
