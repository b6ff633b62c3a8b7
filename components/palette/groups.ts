import { addressIn } from '@/lib/contract/language-address'
import type { PaletteAnswer } from '@/lib/contract/palette'
import type { Language } from '@/lib/contract/words/language'
import { keysAreOn, turnKeys } from './keys'
import type { Line, LineGroup } from './palette-lines'
import { changesFor, type Place, pagesFor } from './places'
import type { PaletteWords } from './words'

/** What the lines are made from; `found` is `null` where it could not be asked for. */
type Given = {
  readonly q: string
  /** Whether `found` is what this very text finds. */
  readonly fresh: boolean
  readonly found: PaletteAnswer | null
  /** Whether this page has a question that can be asked otherwise. */
  readonly asked: boolean
  readonly language: Language
  readonly say: PaletteWords
  readonly tell: (text: string) => void
}

/**
 * Everything that can be chosen, the likeliest first: the page asked otherwise, what was found, pages, and what to do else.
 *
 * A line is known by its group's place too, so that a new list has new lines and the choice goes back to its first: Enter
 * opens what the server ranks first.
 */
export function groupsFor(given: Given): readonly LineGroup[] {
  const { q, fresh, found, asked, language, say } = given
  const here = asked ? window.location.pathname : addressIn(language, '/')
  const everything = addressIn(language, `/search?${new URLSearchParams({ q })}`)
  return [
    { title: say('palette.actions'), lines: changesFor(q, here, say).map(leadsTo) },
    ...(fresh ? (found?.groups ?? []) : []).map((group) => ({ title: group.title, lines: group.found.map(leadsTo) })),
    { title: say('palette.pages'), lines: pagesFor(q, language, say).map(leadsTo) },
    {
      title: say('palette.actions'),
      lines: q === '' ? ownActs(given) : [leadsTo({ href: everything, label: say('palette.everything', { q }) })],
    },
  ]
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }, at) => ({ title, lines: lines.map((line) => ({ ...line, value: `${at} ${line.value}` })) }))
}

function leadsTo(place: Place & Pick<Line, 'lang' | 'besides' | 'note'>): Line {
  return { ...place, value: place.href, act: () => window.location.assign(place.href) }
}

/** What the palette does without leaving the page. */
function ownActs({ say, tell }: Given): readonly Line[] {
  const permalink = document.querySelector<HTMLAnchorElement>('a[rel="bookmark"]')
  const on = keysAreOn()
  const copy = async () => {
    const done = await navigator.clipboard.writeText(permalink?.href ?? '').then(
      () => true,
      () => false,
    )
    tell(say(done ? 'palette.copied' : 'palette.refused'))
  }
  const turn = () => {
    turnKeys(!on)
    tell(say(on ? 'palette.keysAreOff' : 'palette.keysAreOn'))
  }
  return [
    ...(permalink === null ? [] : [{ value: 'copy', label: say('palette.copy'), act: copy }]),
    { value: 'keys', label: say(on ? 'palette.keysOff' : 'palette.keysOn'), act: turn },
  ]
}
