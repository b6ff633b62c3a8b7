import type { Page } from '@playwright/test'

/** What a pointer may hit (WCAG 2.5.8). */
const TARGETS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [tabindex="0"]'

/** Points on a side that a target must have, or have free around its middle. */
const LEAST = 24

/**
 * Targets that are smaller than 24 points by 24 with another one within 12 points of their middle: one line each. Links in
 * a line of text, what the browser draws by itself, and what is not seen are let be, as the criterion lets them.
 */
export function smallTargetsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ([selector, least]) => {
      /** A label that holds its box is hit in its place. */
      const hitOf = (target: Element) => (target.matches('input') ? target.closest('label') : null) ?? target
      /** Of a target in a part that scrolls by itself, what is in sight. */
      const seenOf = (target: Element) => {
        let { left, top, right, bottom } = target.getBoundingClientRect()
        for (let around = target.parentElement; around !== null; around = around.parentElement) {
          if (getComputedStyle(around).overflow === 'visible') continue
          const frame = around.getBoundingClientRect()
          left = Math.max(left, frame.left)
          right = Math.min(right, frame.right)
          top = Math.max(top, frame.top)
          bottom = Math.min(bottom, frame.bottom)
        }
        return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
      }
      const isSeen = (target: Element) => target.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      const isInText = (target: Element) => {
        if (!target.matches('a[href]') || getComputedStyle(target).display !== 'inline') return false
        const around = target.parentElement?.closest(
          'p, li, dd, td, th, figcaption, caption, blockquote, small, h1, h2, h3, div',
        )
        return (around?.textContent?.trim().length ?? 0) > (target.textContent?.trim().length ?? 0)
      }
      /** Whoever lets the browser draw a box has no say in its size. */
      const isDrawnByBrowser = (target: Element) =>
        target.matches('input[type=checkbox], input[type=radio]') && getComputedStyle(target).appearance === 'auto'

      const all = [...document.querySelectorAll(selector)]
        .filter(isSeen)
        .map((target) => ({ target, box: seenOf(hitOf(target)) }))
        .filter(({ box }) => box.width > 1 && box.height > 1)
      const small = all.filter(
        ({ target, box }) =>
          (box.width < least || box.height < least) && !isInText(target) && !isDrawnByBrowser(target),
      )
      const middleOf = (box: DOMRect) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
      const crowds = (box: DOMRect, other: DOMRect) => {
        const { x, y } = middleOf(box)
        const middle = middleOf(other)
        const isSmall = other.width < least || other.height < least
        const near = isSmall && Math.hypot(middle.x - x, middle.y - y) < least
        const across = Math.max(other.left - x, 0, x - other.right)
        const along = Math.max(other.top - y, 0, y - other.bottom)
        return near || Math.hypot(across, along) < least / 2
      }
      return small.flatMap(({ target, box }) => {
        const other = all.find(
          (one) =>
            one.target !== target &&
            !one.target.contains(target) &&
            !target.contains(one.target) &&
            crowds(box, one.box),
        )
        if (other === undefined) return []
        const said = (one: Element) => `${one.tagName.toLowerCase()} “${(one.textContent ?? '').trim().slice(0, 30)}”`
        return [
          `target: ${said(target)} is ${Math.round(box.width)} by ${Math.round(box.height)}, too near to ${said(other.target)}`,
        ]
      })
    },
    [TARGETS, LEAST] as const,
  )
}
