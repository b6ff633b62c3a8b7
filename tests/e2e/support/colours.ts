import type { Page } from '@playwright/test'

/**
 * Marks texts of a page by `data-new-colours` whose colours on their ground are not among `known`: of each such sort the
 * first, one in the middle and the last.
 *
 * Of one sort are texts of one colour, size and weight on the same grounds, down to the first that nothing shines through.
 * What is laid over other things is of a sort of its own on every page: what is under it is not told by what it is in.
 *
 * @returns the sorts that are marked, to be known afterwards.
 */
export function newColoursOn(page: Page, known: readonly string[]): Promise<readonly string[]> {
  return page.evaluate((before) => {
    const grounds = new Map<Element, string>()
    /** What an element is drawn on, from itself outwards. */
    const groundOf = (element: Element): string => {
      const found = grounds.get(element)
      if (found !== undefined) return found
      const style = getComputedStyle(element)
      const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position } = style
      const isLaidOver = position === 'absolute' || position === 'fixed'
      const own = [
        backgroundColor,
        backgroundImage,
        opacity,
        filter,
        mixBlendMode,
        isLaidOver ? location.href : '',
      ].join()
      const parent = element.parentElement
      const isGround = backgroundColor.startsWith('rgb(') && opacity === '1' && !isLaidOver
      const rest = isGround || parent === null ? '' : groundOf(parent)
      const ground = `${own};${rest}`
      grounds.set(element, ground)
      return ground
    }
    const isRead = (element: Element) => {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
      const { width, height } = element.getBoundingClientRect()
      return width > 1 && height > 1
    }
    const isControl = (element: Element) => element.matches('input, select, textarea, button')
    const saysItself = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '')

    for (const marked of document.querySelectorAll('[data-new-colours]')) marked.removeAttribute('data-new-colours')
    const seen = new Set(before)
    const sorts = new Map<string, Element[]>()
    for (const element of document.querySelectorAll('body, body *')) {
      if (!(isControl(element) || saysItself(element)) || !isRead(element)) continue
      const { color, fontSize, fontWeight, textDecorationLine, textShadow, display } = getComputedStyle(element)
      const kind = isControl(element) ? `${element.tagName} ${element.matches(':disabled')}` : ''
      // A link inside a text is told from the text around it.
      const around =
        element.matches('a[href]') && element.parentElement !== null
          ? getComputedStyle(element.parentElement).color
          : ''
      const drawn = [kind, around, display, color, fontSize, fontWeight, textDecorationLine, textShadow].join()
      const sort = `${drawn} on ${groundOf(element)}`
      if (seen.has(sort)) continue
      const others = sorts.get(sort)
      if (others === undefined) sorts.set(sort, [element])
      else others.push(element)
    }
    for (const all of sorts.values()) {
      for (const at of [0, all.length >> 1, all.length - 1]) all[at]?.setAttribute('data-new-colours', '')
    }
    return [...sorts.keys()]
  }, known)
}
