import { expect, type Page } from '@playwright/test'

/**
 * Submits the draft that a page shows. What it would do comes in later than the rest, above the button: on a busy machine it
 * would push the button from under the pointer in the middle of a click.
 *
 * @param scripts without them nothing comes in later.
 */
export async function submitForReview(page: Page, scripts = true): Promise<void> {
  if (scripts) await expect(page.getByRole('link', { name: 'Consequences on a page of their own' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Submit for review' }).click()
}
