import { expect, test } from './support/quiet'

type Shift = PerformanceEntry & { readonly value: number; readonly sources: readonly { readonly node?: Element }[] }

for (const { name, width } of [
  { name: 'a desk', width: 1350 },
  { name: 'a phone', width: 412 },
]) {
  test(`nothing moves on the screen of ${name} once a page is painted`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.addInitScript(() => {
      const told: string[] = []
      Object.assign(globalThis, { told })
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries() as Shift[]) {
          told.push(`${shift.value}: ${shift.sources.map(({ node }) => node?.textContent?.slice(0, 60)).join(', ')}`)
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    for (const address of ['/', '/materials/Dy', '/r/1/2026-11-22/proof/Ho/metal']) {
      await page.goto(address, { waitUntil: 'networkidle' })
      await expect(page.locator('.copy-permalink[data-ready]')).toBeVisible()
      expect(await page.evaluate('told'), address).toEqual([])
    }
  })
}
