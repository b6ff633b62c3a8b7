import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf, liveAddress } from '@/lib/contract/address'
import { matrixQuery } from '@/lib/contract/api/queries'
import { apiAddress } from '@/lib/contract/api-address'
import { direct } from '@/lib/contract/direction'
import { directEmbed, embedPath, embedSnippets, type Look } from '@/lib/contract/embed-address'
import { fileAddress, suffixesOf } from '@/lib/contract/export-address'
import { directFile } from '@/lib/contract/file-direction'
import { snapshotAddress } from '@/lib/contract/snapshot-address'
import { idsOf } from '@/lib/contract/snapshot-id'
import { someCoordinates } from '../support/coordinates'

/** Every control of the question's form, and what it shows at coordinates. */
const CONTROLS = {
  rev: ({ revision }: Coordinates) => String(revision),
  on: ({ question }: Coordinates) => question.on as string,
  known: ({ question }: Coordinates) => question.known ?? '',
  from: ({ question }: Coordinates) => question.from,
  to: ({ question }: Coordinates) => question.to ?? '',
  use: ({ question }: Coordinates) => question.use,
  party: ({ question }: Coordinates) => question.party ?? '',
  route: ({ question }: Coordinates) => question.route,
  scope: ({ scope }: Coordinates) => scope,
  by: ({ by }: Coordinates) => by,
} as const
type Control = keyof typeof CONTROLS

const NAMES = Object.keys(CONTROLS) as readonly Control[]
const aControl = fc.constantFrom(...NAMES)

/** Coordinates that differ from others by what one control says. */
function turned(at: Coordinates, control: Control, like: Coordinates): Coordinates {
  if (control === 'rev') return { ...at, revision: like.revision }
  if (control === 'scope') return { ...at, scope: like.scope }
  if (control === 'by') return { ...at, by: like.by }
  return { ...at, question: { ...at.question, [control]: like.question[control] } }
}

const liveOf = ({ revision: _, lastSeen: __, question: { on: ___, ...question }, ...rest }: Coordinates) => ({
  ...rest,
  question,
})

function whereTo(address: string, query: Readonly<Record<string, string>> = {}): string {
  const direction = direct(address, new URLSearchParams(query))
  if (direction.go === 'pinned') return address
  return direction.go === 'moved' ? direction.to : direction.go
}

describe('every control of the question', () => {
  test.prop([someCoordinates, someCoordinates, aControl])(
    'changes what it says and nothing else, and is put back by what it said before',
    (at, like, control) => {
      const before = addressOf(at)
      const after = addressOf(turned(at, control, like))
      expect(whereTo(before, { [control]: CONTROLS[control](like) })).toBe(after)
      expect(whereTo(after, { [control]: CONTROLS[control](at) })).toBe(before)
    },
  )

  test.prop([someCoordinates])('of a form that is sent as it stands asks for what is there already', (at) => {
    const fields = Object.fromEntries(NAMES.map((name) => [name, CONTROLS[name](at)]))
    expect(whereTo(addressOf(at), fields)).toBe(addressOf(at))
    const { rev: _, on: __, ...live } = fields
    expect(whereTo(liveAddress(at), live)).toBe(liveAddress(at))
    expect(direct(liveAddress(at), new URLSearchParams(fields))).toEqual({
      go: 'moved',
      to: addressOf({ ...at, lastSeen: false }),
    })
  })

  test.prop([someCoordinates])('is asked of the API in the same words', (at) => {
    const url = new URL(apiAddress(at, 'matrix', at.scope === 'all' ? { scope: 'all' } : {}), 'https://sluice.example')
    const { rev, scope, ...question } = matrixQuery.parse(Object.fromEntries(url.searchParams))
    const defaults = { known: null, from: 'CN', to: null, use: 'civil', party: null, route: 'export' }
    expect({ rev, scope: scope ?? 'rare-earths', question: { ...defaults, ...question } }).toEqual({
      rev: at.revision,
      scope: at.scope,
      question: at.question,
    })
  })
})

function plain(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}

describe('what carries an answer out is read back as that answer:', () => {
  const look = ({ view }: Coordinates): readonly Look[] => (view.name === 'material' ? ['whole', 'strip'] : ['whole'])

  test.prop([someCoordinates])('its frames', (at) => {
    for (const one of look(at)) {
      const pinned = embedPath(addressOf(at), one)
      expect(directEmbed(pinned, new URLSearchParams())).toEqual({ go: 'pinned', coordinates: at, look: one })
      const live = embedPath(liveAddress(at), one)
      expect(directEmbed(live, new URLSearchParams())).toEqual({ go: 'now', live: liveOf(at), look: one })
      const odd = pinned.toUpperCase().replace('/EMBED', '/embed')
      expect(directEmbed(odd, new URLSearchParams())).toEqual({ go: 'moved', to: pinned, look: one })
    }
  })

  test.prop([someCoordinates])('its files', (at) => {
    for (const suffix of suffixesOf(at.view.name)) {
      const file = { suffix, table: null }
      const pinned = fileAddress(addressOf(at), file)
      const of = { go: 'pinned', coordinates: at }
      expect(directFile(pinned, new URLSearchParams())).toEqual({ go: 'file', file, of })
      const live = fileAddress(liveAddress(at), file)
      expect(directFile(live, new URLSearchParams())).toEqual({ go: 'file', file, of: { go: 'now', live: liveOf(at) } })
    }
  })

  test.prop([fc.stringMatching(/^[0-9a-f]{64}$/)])('a snapshot and its frame', (digest) => {
    const [id = ''] = idsOf(digest)
    const named = { go: 'snapshot', name: id, part: 'page' }
    expect(direct(snapshotAddress(id), new URLSearchParams())).toEqual(named)
    expect(directEmbed(embedPath(snapshotAddress(id)), new URLSearchParams())).toEqual({ ...named, look: 'whole' })
  })

  test.prop([someCoordinates, fc.string({ unit: fc.constantFrom('"', '<', '>', '&', 'a', ' ', '镝') })])(
    'the two snippets, whatever the title says',
    (at, title) => {
      const origin = 'https://sluice.example'
      const [frozen, updates] = [addressOf(at), liveAddress(at)]
      const snippets = embedSnippets({ origin, title, view: at.view.name, frozen, updates })
      expect(Object.keys(snippets)).toEqual(['frozen', 'updates'])
      for (const [snippet, path] of [
        [snippets.frozen, frozen],
        [snippets.updates, updates],
      ] as const) {
        const tags = [...snippet.matchAll(/<[^>]*>/g)].map(([tag]) => tag)
        expect(tags.map((tag) => tag.split(/[ >]/)[0])).toEqual(['<iframe', '</iframe', '<p', '<a', '</a', '</p'])
        expect(plain(/ title="([^"]*)"/.exec(snippet)?.[1] ?? '')).toBe(title)
        expect(/ src="([^"]*)"/.exec(snippet)?.[1]).toBe(origin + embedPath(path))
        expect(/ href="([^"]*)"/.exec(snippet)?.[1]).toBe(origin + path)
      }
    },
  )
})
