import type { FilterOptions } from '@/components/matrix/filter-choices.client'
import type { ClaimsPage } from '@/components/views/claims-pages'
import { say } from '@/lib/contract/words/catalogue'
import { sideInWords, VERDICT_WORDS } from '@/lib/contract/words/claims'
import { inOrder } from '@/lib/contract/words/names'
import type { Instrument } from '@/lib/ledger/record'
import type { Claim } from '@/lib/ledger/testimony'

/** A speaker's name as a fragment keeps it: `Donald Trump` is `donald-trump`. */
export function speakerKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/** The regimes that a claim speaks of, through the instruments that it is tagged with. */
export function regimesOf(claim: Claim, instruments: { readonly [key: string]: Instrument }): readonly string[] {
  return [...new Set(claim.tags.flatMap((tag) => instruments[tag]?.regime ?? []))].sort()
}

/** What the table can be filtered by: only values that some claim has. */
export function facetsOf({ readings, instruments, regimes }: ClaimsPage): readonly FilterOptions[] {
  const claims = readings.map(({ claim }) => claim)
  const speakers = new Map(claims.map(({ speaker }) => [speakerKey(speaker.name), speaker.name]))
  const sides = new Map(claims.map(({ speaker }) => [speaker.type, sideInWords(speaker.type)]))
  const verdicts = new Set(readings.flatMap(({ onDay }) => onDay?.word ?? []))
  const spoken = new Set(claims.flatMap((claim) => regimesOf(claim, instruments)))
  return [
    {
      name: 'verdict',
      title: say('claims.filter.verdict'),
      options: VERDICT_WORDS.filter((word) => verdicts.has(word)).map((key) => ({
        key,
        label: say(`claims.verdict.${key}`),
      })),
    },
    { name: 'side', title: say('claims.filter.side'), options: byLabel(sides) },
    {
      name: 'regime',
      title: say('claims.filter.regime'),
      options: Object.values(regimes)
        .filter(({ key }) => spoken.has(key))
        .toSorted((a, b) => a.order - b.order)
        .map(({ key, shortName }) => ({ key, label: shortName })),
    },
    { name: 'speaker', title: say('claims.filter.speaker'), options: byLabel(speakers) },
  ]
}

function byLabel(labels: ReadonlyMap<string, string>) {
  return [...labels].map(([key, label]) => ({ key, label })).toSorted((a, b) => inOrder(a.label, b.label))
}
