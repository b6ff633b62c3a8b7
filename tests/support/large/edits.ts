import type { Change, Kind, Records } from '@/lib/ledger/change'
import { later, localDate, shiftDays } from '@/lib/ledger/interval'
import type { Instrument, Provision } from '@/lib/ledger/record'
import type { RevisionKind } from '@/lib/ledger/revision'
import { type Dice, diceOf } from './dice'
import { actIn, type Drawn } from './field-acts'
import { wordOf } from './names'

/** A small revision: its kind and reason, and up to twenty changes. */
export type Edit = { readonly kind: RevisionKind; readonly reason: string; readonly changes: readonly Change[] }

/** What stands in one field of law, with all that was changed since it entered. */
export type Standing = <K extends Kind>(kind: K) => readonly Records[K][]

const TODAY = localDate('2026-11-22')

/**
 * One edit of a field: words are put better, somebody looked, a notice was issued, a mistake is corrected, something is
 * withdrawn. In the shares in which the kinds are drawn, and with as many changes, as people work: most touch a few.
 */
export function editOf(standing: Standing, seed: number, revision: number): Edit {
  const dice = diceOf(seed, 1_000_000 + revision)
  const kind = dice.between(1, 100)
  if (kind <= 35) return wording(standing, dice, revision)
  if (kind <= 60) return looks(standing, dice, revision)
  if (kind <= 80) return notice(standing, dice, revision)
  if (kind <= 92) return correction(standing, dice, revision)
  return withdrawal(standing, dice)
}

function wording(standing: Standing, dice: Dice, revision: number): Edit {
  const lines = dice.some(standing('provision'), dice.between(1, 12)).map((one) => {
    const record = { ...one, item: `${one.item.replace(/ \[as put in \d+\]$/, '')} [as put in ${revision}]` }
    return { kind: 'provision', key: one.key, record } as const
  })
  const materials = dice.some(standing('material'), dice.between(0, 3)).map((one) => {
    const record = { ...one, uses: `Uses as they were described in revision ${revision}.` }
    return { kind: 'material', key: one.key, record } as const
  })
  return { kind: 'wording', reason: 'Clearer words', changes: [...lines, ...materials] }
}

function looks(standing: Standing, dice: Dice, revision: number): Edit {
  const changes = dice.some(standing('instrument'), dice.between(1, 20)).map((one) => {
    const verifiedThrough = later(one.verifiedThrough, shiftDays(TODAY, -dice.between(0, 120)))
    const record = { ...one, verifiedThrough, verificationNote: `Looked at with revision ${revision}.` }
    return { kind: 'instrument', key: one.key, record } as const
  })
  return { kind: 'verification', reason: 'Somebody looked for later changes', changes }
}

/** A new instrument that suspends, or extends a suspension of, what stands in the field, in the words of the law. */
function notice(standing: Standing, dice: Dice, revision: number): Edit {
  const model = dice.one(standing('instrument').filter(({ binding }) => binding === 'law'))
  const text = { original: `自公告之日起施行，第${revision}号`, gloss: `In force from the day of notice ${revision}` }
  const primary = standing('source').find(({ kind }) => kind === 'primary-legal')
  const sources = [{ source: primary?.key ?? '', locator: 'para 1', clause: text }]
  const instrument: Instrument = {
    ...model,
    key: `${model.jurisdiction.toLowerCase()}-notice-${revision}`,
    number: `Notice ${revision}`,
    titleEn: `Notice ${wordOf(revision)} of revision ${revision}`,
    issuedOn: shiftDays(localDate('2026-10-01'), dice.between(0, 40)),
    verifiedThrough: TODAY,
    disputes: [],
    sources,
  }
  const drawn = Array.from({ length: dice.between(1, 3) }, () => actOn(standing('provision'), instrument, dice))
  const acts = drawn.map((act, at) => actIn({ dice }, instrument, act, `${instrument.key}-act-${at + 1}`))
  const changes: readonly Change[] = [
    { kind: 'instrument', key: instrument.key, record: instrument },
    ...acts.map((record) => ({ kind: 'provision', key: record.key, record }) as const),
  ]
  return { kind: 'law', reason: `Notice ${revision} was issued`, changes }
}

function actOn(provisions: readonly Provision[], { issuedOn }: Instrument, dice: Dice): Drawn {
  const running = provisions.filter(
    ({ effect, inForce: { to } }) => effect === 'suspend' && to !== null && to > issuedOn,
  )
  if (running.length > 0 && dice.happens(0.4)) {
    const { key, inForce } = dice.one(running)
    return { effect: 'extend', targets: [key], from: issuedOn, to: shiftDays(inForce.to ?? issuedOn, 180) }
  }
  const line = dice.one(provisions.filter(({ effect }) => effect === 'licence' || effect === 'prohibit'))
  const targets = dice.happens(0.5) ? [line.instrument] : [line.key]
  return { effect: 'suspend', targets, from: issuedOn, to: shiftDays(issuedOn, dice.between(60, 400)) }
}

function correction(standing: Standing, dice: Dice, revision: number): Edit {
  const rules = standing('provision').filter(({ effect }) => effect === 'licence' || effect === 'prohibit')
  const changes = dice.some(rules, dice.between(1, 8)).map((one) => {
    const record = { ...one, evidence: 'extract', note: `The extract was compared with revision ${revision}.` } as const
    return { kind: 'provision', key: one.key, record } as const
  })
  return { kind: 'correction', reason: 'It was taken down from an extract', changes }
}

function withdrawal(standing: Standing, dice: Dice): Edit {
  const gone = dice.some(standing('event'), dice.between(1, 3))
  const retirement = { why: 'It was told twice.', replacedBy: null }
  const changes = gone.map(({ key }) => ({ kind: 'event', key, record: null, retirement }) as const)
  return { kind: 'correction', reason: 'Events that were told twice', changes }
}
