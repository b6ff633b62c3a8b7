import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'
import { matrixTitle } from '@/lib/contract/words/matrix'
import { nameOf } from '@/lib/contract/words/names'
import { regimeName } from '@/lib/contract/words/regime'
import { rehearsalTitle } from '@/lib/contract/words/rehearsal'
import type { Page } from '@/lib/reading/page'

/** The title of a page: what it is about, and the day it is about where the day matters. */
export function pageTitle({ name, page }: Page): string {
  const day = dayInWords(page.coordinates.question.on)
  switch (name) {
    case 'matrix':
      return matrixTitle(page)
    case 'material':
      return say('address.page.material', { name: nameOf(page.material), day })
    case 'proof':
      return say('address.page.proof', { name: nameOf(page.proof.material), form: nameOf(page.proof.form), day })
    case 'regime':
      return say('address.page.regime', { name: regimeName(page.regime), day })
    case 'instrument':
      return say('address.page.instrument', { name: instrumentName(page.instrument), day })
    case 'source':
      return say('address.page.source', { name: page.source.title })
    case 'claim':
      return say('address.page.claim', { name: page.claim.statement })
    case 'series':
      return say('address.page.series', { name: page.indicator.title })
    case 'rehearsal':
      return page.supposes === 'recorded'
        ? say('address.page.rehearsal', { name: instrumentName(page.instrument) })
        : rehearsalTitle(page)
    case 'earlier':
      return say('address.page.earlier', { number: page.before ?? 1 })
    case 'change': {
      const { revision, against, isNeighbour } = page
      const { number } = revision
      if (isNeighbour || against === null) return say('address.page.change', { number })
      return say('address.page.against', { number, against: against.number })
    }
    case 'compare': {
      const before = dayInWords(page.against.question.on)
      return say(`compare.${before === day ? 'pageTitleSameDay' : 'pageTitle'}`, { before, after: day })
    }
    case 'history':
      return say('address.page.history', { name: page.name })
    default:
      return say(`address.page.${name}`, { day })
  }
}
