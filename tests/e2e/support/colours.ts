import type { Page } from '@playwright/test'

/**
 * Marks texts of a page by `data-new-colours` whose colours on their ground are not among `known`: of each such sort the
 * first, one in the middle and the last.
 *
 * Of one sort are texts of one colour, large or not, on the same grounds, down to the first that nothing shines through;
 * links are told apart besides by how they differ from the text around them. What lets shine through what it is laid over is
 * of a sort of its own on every page: what is under it is not told by what it is in.
 *
 * @returns the sorts that are marked, to be known afterwards.
 */
export function newColoursOn(page: Page, known: readonly string[]): Promise<readonly string[]> {
  return page.evaluate((before) => {
    type Ground = { readonly drawn: string; readonly fades: string }
    const grounds = new Map<Element, Ground>()
    /** What an element is drawn on, from itself outwards, and what makes all of that paler. */
    const groundOf = (element: Element | null): Ground => {
      if (element === null) return { drawn: '', fades: '' }
      const found = grounds.get(element)
      if (found !== undefined) return found
      const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position } = getComputedStyle(element)
      const around = groundOf(element.parentElement)
      const own = [opacity, filter, mixBlendMode].join()
      const fades = own === '1,none,normal' ? around.fades : `${own};${around.fades}`
      const isSolid = backgroundColor.startsWith('rgb(') && own === '1,none,normal'
      const isLaidOver = !isSolid && (position === 'absolute' || position === 'fixed')
      const colours = [backgroundColor, backgroundImage, isLaidOver ? location.href : ''].join()
      // What draws nothing of its own changes no colour, however many such layers there are.
      const drawn = colours === 'rgba(0, 0, 0, 0),none,' ? around.drawn : `${colours};${isSolid ? '' : around.drawn}`
      grounds.set(element, { drawn, fades })
      return { drawn, fades }
    }
    const isRead = (element: Element) => {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
      const { width, height } = element.getBoundingClientRect()
      return width > 1 && height > 1
    }
    /** Large texts may be paler (WCAG 1.4.3): of 18 typographic points, or of 14 when they are bold. */
    const isLarge = (size: string, weight: string) => Number.parseFloat(size) >= (Number(weight) >= 700 ? 18.66 : 24)
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
      const { parentElement: around } = element
      const ofLink =
        element.matches('a[href]') && around !== null
          ? [getComputedStyle(around).color, display, textDecorationLine, fontSize, fontWeight]
          : []
      const drawn = [kind, ...ofLink, color, isLarge(fontSize, fontWeight), textShadow].join()
      const ground = groundOf(element)
      const sort = `${drawn} on ${ground.drawn}${ground.fades}`
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
