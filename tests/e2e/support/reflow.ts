import type { Page } from '@playwright/test'

/** What makes a page scroll sideways in a window so wide: parts that scroll by themselves may hold wider things. */
export async function sidewaysOn(page: Page, width: number): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 640 })
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement
    if (scrollWidth <= innerWidth) return []
    const culprits = [...document.querySelectorAll('body *')]
      .filter((part) => part.getBoundingClientRect().right > innerWidth + 1 && part.closest('.scroll') === null)
      .slice(0, 5)
      .map((part) => `${part.tagName.toLowerCase()}.${part.className}: ${part.textContent?.slice(0, 40)}`)
    return [`${scrollWidth} points wide at ${innerWidth}`, ...culprits]
  })
}

/** Sets the text as wide apart as WCAG 1.4.12 asks a page to bear. The page's own policy stays as strict as it is. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`)
    document.adoptedStyleSheets.push(sheet)
  })
}

/** Texts that their own box cuts off: what is cut can be scrolled to nowhere. */
export function cutOffOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isCut = (part: Element) => {
      if (part.clientWidth <= 1 || part.clientHeight <= 1 || part.matches('.hidden-text')) return false // said to a screen reader alone
      const { overflowX, overflowY } = getComputedStyle(part)
      const across = /hidden|clip/.test(overflowX) && part.scrollWidth > part.clientWidth + 1
      const along = /hidden|clip/.test(overflowY) && part.scrollHeight > part.clientHeight + 1
      return across || along
    }
    return [...document.querySelectorAll('body *')]
      .filter(
        (part) => !(part instanceof SVGElement) && !part.matches('input') && part.checkVisibility() && isCut(part),
      )
      .map((part) => `${part.tagName.toLowerCase()}.${part.className}: ${part.textContent?.slice(0, 40)}`)
  })
}

/**
 * What has the keyboard's focus and is hidden wholly under what stays in place (WCAG 2.4.11): each target is first scrolled
 * to the window's upper edge, where headings of tables stay, and then given the focus. Of many targets, an even sample.
 */
export function hiddenFocusOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>('main a[href], main button, main input, main select, main summary'),
    ]
    const seen = all.filter((target) => target.checkVisibility() && target.getClientRects().length > 0)
    const step = Math.ceil(seen.length / 40)
    const hidden: string[] = []
    for (const target of seen.filter((_, at) => at % step === 0)) {
      target.blur()
      window.scrollTo(0, target.getBoundingClientRect().top + scrollY)
      target.focus()
      const { left, right, top, bottom, width, height } = target.getBoundingClientRect()
      if (width <= 1 || height <= 1) continue
      const points = [0.1, 0.5, 0.9].flatMap((part) =>
        [0.1, 0.5, 0.9].map((other) => [left + (right - left) * part, top + (bottom - top) * other] as const),
      )
      const isThere = ([x, y]: readonly [number, number]) => {
        const found = document.elementFromPoint(x, y)
        return found !== null && (target.contains(found) || found.contains(target))
      }
      if (!points.some(isThere))
        hidden.push(`${target.tagName.toLowerCase()}: ${(target.textContent ?? '').trim().slice(0, 40)}`)
    }
    return hidden
  })
}
