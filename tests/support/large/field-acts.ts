import { type LocalDate, lastDayOf, shiftDays } from '@/lib/ledger/interval'
import { ANY_FORM, type Instrument, type Provision } from '@/lib/ledger/record'
import { placed } from './field-law'
import { byInstrument, type Field, SIZE } from './field-shape'

/** An act as it is drawn: what it does, to what, for how long. */
export type Drawn = {
  readonly effect: 'suspend' | 'extend' | 'repeal'
  readonly targets: readonly string[]
  readonly from: LocalDate
  readonly to: LocalDate | null
}

/**
 * The suspensions, extensions and repeals of a field. Each stands in an instrument issued later than what it acts on, so
 * that none acts on itself; the same instrument is suspended several times, and the pauses overlap.
 */
export function actsOf(
  field: Field,
  instruments: readonly Instrument[],
  lines: readonly Provision[],
): readonly Provision[] {
  const { dice } = field
  const within = byInstrument(lines)
  const binding = instruments.filter(({ binding }) => binding === 'law')
  const often = dice.some(
    binding.slice(0, -4).filter(({ key }) => within.has(key)),
    3,
  )
  const acts: Provision[] = []
  for (let number = 1; number <= SIZE.acts; number += 1) {
    const at = dice.between(Math.floor(binding.length / 3), binding.length - 1)
    const [instrument, before] = [binding[at], binding.slice(0, at)]
    if (instrument === undefined) continue
    const drawn = drawAct(field, instrument, { before, within, often, acts })
    if (drawn !== null) acts.push(actIn(field, instrument, drawn, `${instrument.key}-act-${number}`))
  }
  return acts
}

type Standing = {
  readonly before: readonly Instrument[]
  readonly within: ReadonlyMap<string, readonly Provision[]>
  readonly often: readonly Instrument[]
  readonly acts: readonly Provision[]
}

/** `null` where nothing stands yet that the act could act on. */
function drawAct(field: Field, instrument: Instrument, standing: Standing): Drawn | null {
  const { dice } = field
  const from = shiftDays(instrument.issuedOn, dice.between(0, 20))
  const kind = dice.between(1, 100)
  if (kind <= 20) return extension(field, instrument, standing)
  const targets = targetsOf(field, standing)
  if (targets.length === 0) return null
  if (kind <= 30) return { effect: 'repeal', targets: targets.slice(0, 1), from, to: null }
  return { effect: 'suspend', targets, from, to: dice.happens(0.1) ? null : shiftDays(from, dice.between(90, 540)) }
}

/** A whole instrument, one that others suspend too as a rule; or up to nine lines of one. */
function targetsOf({ dice }: Field, { before, within, often }: Standing): readonly string[] {
  const candidates = before.filter(({ key }) => within.has(key))
  if (candidates.length === 0) return []
  const preferred = often.filter((one) => candidates.includes(one))
  const meant = preferred.length > 0 && dice.happens(0.6) ? dice.one(preferred) : dice.one(candidates)
  if (dice.happens(0.6)) return [meant.key]
  return dice.some(within.get(meant.key) ?? [], dice.between(1, 9)).map(({ key }) => key)
}

/** Of a suspension that has not ended on the day on which the extension is issued. */
function extension({ dice }: Field, { issuedOn }: Instrument, { before, acts }: Standing): Drawn | null {
  const earlier = new Set(before.map(({ key }) => key))
  const running = acts.filter(({ effect, instrument, inForce }) => {
    const last = lastDayOf(inForce)
    return effect === 'suspend' && earlier.has(instrument) && last !== null && last > issuedOn
  })
  if (running.length === 0) return null
  const { key, inForce } = dice.one(running)
  const to = shiftDays(inForce.to ?? issuedOn, dice.between(60, 360))
  return { effect: 'extend', targets: [key], from: issuedOn, to }
}

/** An act as a provision of its instrument. */
export function actIn(field: Pick<Field, 'dice'>, instrument: Instrument, drawn: Drawn, key: string): Provision {
  const { effect, targets, from, to } = drawn
  return {
    key,
    instrument: instrument.key,
    clause: `para ${key.slice(key.lastIndexOf('-') + 1)}`,
    effect,
    targets,
    inPrinciple: field.dice.happens(0.1),
    inForce: { from, to },
    lastDayReading: to === null ? null : 'stated',
    materials: [],
    forms: [ANY_FORM],
    coverage: 'whole',
    item: `${ITEMS[effect]} ${targets.length} text(s)`,
    hsCodes: [],
    hsEvidence: 'none',
    destinations: { only: null, except: [] },
    endUse: 'any',
    partyList: null,
    route: 'export',
    deMinimis: null,
    conditions: [],
    evidence: 'text',
    confidence: 'high',
    note: null,
    sources: placed(instrument.sources),
  }
}

const ITEMS = { suspend: 'Suspends', extend: 'Extends the suspension of', repeal: 'Repeals' } as const
