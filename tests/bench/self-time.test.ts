import { describe, expect, test } from 'vitest'
import { type Profile, placeOf, selfTimeOf } from './self-time'

const frame = (functionName: string, url: string) => ({ functionName, url, lineNumber: 0, columnNumber: 0 })
const profile: Profile = {
  nodes: [
    { id: 1, callFrame: frame('(idle)', '') },
    {
      id: 2,
      callFrame: frame(
        'render',
        'file:///srv/node_modules/next/dist/compiled/next-server/app-page-turbo.runtime.prod.js',
      ),
    },
    { id: 3, callFrame: frame('send', 'file:///srv/lib/operating/front/send.mjs') },
    { id: 4, callFrame: frame('(garbage collector)', '') },
    { id: 5, callFrame: frame('dispatch', '') },
  ],
  samples: [5, 1, 2, 3, 2, 4],
  timeDeltas: [500, 1000, 30, 20, 40, 10],
}

describe('the time of a profile', () => {
  test('is told for what was busy, by who spent it itself', () => {
    const { busy, places, functions } = selfTimeOf(profile)

    expect(busy).toBe(100)
    expect(places).toEqual([
      ['next: React and the rendering of pages', 0.7],
      ['lib/operating', 0.2],
      ['(garbage collector)', 0.1],
    ])
    expect(functions[0]).toEqual(['render · next: React and the rendering of pages', 0.7])
  })

  test.each([
    ['file:///srv/node_modules/@prisma/client/runtime/client.mjs', '@prisma/client'],
    ['file:///srv/.next/node_modules/pg-58/lib/client.js', 'pg-58'],
    ['turbopack:///[project]/lib/ledger/law.ts', 'lib/ledger'],
    ['turbopack:///[project]/app/(en)/page.tsx', 'app'],
    ['node:internal/streams/writable', 'node:internal'],
  ])('%s belongs to %s', (source, place) => {
    expect(placeOf(source)).toBe(place)
  })
})
