/**
 * The law by hand: one cell on one day, straight from rules R1 to R10, one day after the other.
 *
 * Nothing here is fast and nothing is shared with lib/ledger but its types: no interval is ever cut or merged,
 * nothing is remembered. Whoever reads it beside the rules should find one function per sentence.
 */
import type { LocalDate } from '@/lib/ledger/interval'
import type { Question } from '@/lib/ledger/question'
import type { Instrument, Ledger, Provision } from '@/lib/ledger/record'
import type { LineState, ProvisionState, RuleStatus, Status } from '@/lib/ledger/status'

export type OracleLine = {
  readonly provision: string
  readonly state: LineState
  readonly gives: RuleStatus
  readonly firm: boolean
  readonly coverage: 'whole' | 'named'
  readonly beforeEffect: boolean
}

export type OracleAnswer = {
  readonly status: Status
  readonly resumes: RuleStatus | null
  readonly floor: RuleStatus
  readonly beforeEffect: boolean
  readonly coverage: 'whole' | 'named'
  readonly lines: readonly OracleLine[]
}

export type Oracle = {
  readonly coversFrom: LocalDate
  readonly stateOn: (provision: Provision, on: LocalDate) => ProvisionState
  readonly answer: (question: Question, material: string, form: string) => OracleAnswer
}

const STEPS: readonly RuleStatus[] = ['not-controlled', 'announced', 'paused', 'licence', 'refused', 'prohibited']

export function openOracle(ledger: Ledger, known: LocalDate | null): Oracle {
  const calendar = everyDayOf(ledger)
  const instruments = new Map(ledger.instruments.map((instrument) => [instrument.key, instrument]))
  const provisions = ledger.provisions.filter((provision) => exists(instrumentOf(provision.instrument)))
  const acting = provisions.filter((provision) => provision.targets.length > 0)

  function instrumentOf(key: string): Instrument {
    const instrument = instruments.get(key)
    if (instrument === undefined) throw new Error(`no instrument ${JSON.stringify(key)}`)
    return instrument
  }

  // R1, and the second clock: what binds nobody, and what nobody could know yet, is not there.
  function exists(instrument: Instrument): boolean {
    return instrument.binding === 'law' && (known === null || instrument.issuedOn <= known)
  }

  function actingOn(effect: 'suspend' | 'extend' | 'repeal', target: Provision): Provision[] {
    return acting.filter(
      (provision) =>
        provision.effect === effect &&
        (provision.targets.includes(target.key) || provision.targets.includes(target.instrument)),
    )
  }

  function inForceOn(provision: Provision, on: LocalDate): boolean {
    return stateOn(provision, on) === 'in-force'
  }

  // R3, in its order.
  function stateOn(provision: Provision, on: LocalDate): ProvisionState {
    if (isPastItsEnd(provision, on) || isRepealed(provision, on)) return 'ended'
    if (provision.inForce.from > on && instrumentOf(provision.instrument).issuedOn > on) return 'not-issued'
    if (isSuspended(provision, on)) return 'suspended'
    if (provision.inForce.from > on) return 'announced'
    return 'in-force'
  }

  // R4
  function isSuspended(provision: Provision, on: LocalDate): boolean {
    return actingOn('suspend', provision).some((suspension) => inForceOn(suspension, on))
  }

  // R5: the first day of a repeal is the first day without the target.
  function isRepealed(provision: Provision, on: LocalDate): boolean {
    return actingOn('repeal', provision).some((repeal) => inForceOn(repeal, on))
  }

  // R5: an extension that has begun says where the target ends, from its first day on; the latest one governs.
  function isPastItsEnd(provision: Provision, on: LocalDate): boolean {
    const begun = actingOn('extend', provision).filter(
      (extension) => extension.inForce.from <= on && !isRepealed(extension, on) && !isSuspended(extension, on),
    )
    let governing: Provision = provision
    for (const extension of begun)
      if (governing === provision || governsOver(extension, governing)) governing = extension
    return governing.inForce.to !== null && on >= governing.inForce.to
  }

  function governsOver(one: Provision, other: Provision): boolean {
    if (one.inForce.from !== other.inForce.from) return one.inForce.from > other.inForce.from
    const issued = instrumentOf(one.instrument).issuedOn
    const otherIssued = instrumentOf(other.instrument).issuedOn
    if (issued !== otherIssued) return issued > otherIssued
    if (one.inForce.to === null || other.inForce.to === null) return one.inForce.to === null
    return one.inForce.to > other.inForce.to
  }

  // R7: which days had the suspension in force is found by walking through them.
  function isRevivedUnverified(provision: Provision, on: LocalDate): boolean {
    return actingOn('suspend', provision).some((suspension) => {
      if (inForceOn(suspension, on)) return false
      const firstDayAfter = dayAfterLastRun(suspension, on)
      return firstDayAfter !== null && lookedThrough(suspension).every((through) => firstDayAfter > through)
    })
  }

  function dayAfterLastRun(suspension: Provision, on: LocalDate): LocalDate | null {
    let after: LocalDate | null = null
    let running = false
    for (const earlier of calendar) {
      if (earlier > on) break
      const runs = inForceOn(suspension, earlier)
      if (running && !runs) after = earlier
      running = runs
    }
    return after
  }

  function lookedThrough(suspension: Provision): LocalDate[] {
    return [suspension, ...actingOn('extend', suspension), ...actingOn('repeal', suspension)].map(
      (provision) => instrumentOf(provision.instrument).verifiedThrough,
    )
  }

  function wasEverInForce(provision: Provision, through: LocalDate): boolean {
    return calendar.some((on) => on <= through && inForceOn(provision, on))
  }

  // R2: a question that names a party and no destination has that party's country.
  function destinationOf(question: Question): string | null {
    return question.to ?? ledger.parties.find((party) => party.key === question.party)?.country ?? null
  }

  function isListed(question: Question, partyList: string | null): boolean {
    return ledger.parties.some(
      (party) =>
        party.key === question.party &&
        exists(instrumentOf(party.instrument)) &&
        (partyList === null || party.instrument === partyList) &&
        party.listedOn <= question.on &&
        (party.delistedOn === null || question.on < party.delistedOn),
    )
  }

  // R2 without the materials: form, route, jurisdiction, destination, use and party.
  function reaches(provision: Provision, question: Question, form: string): boolean {
    if (!provision.forms.includes(form) && !provision.forms.includes('any')) return false
    if (provision.route !== question.route) return false
    if (question.route === 'export' && instrumentOf(provision.instrument).jurisdiction !== question.from) return false
    if (provision.endUse === 'listed-party') return isListed(question, provision.partyList)
    if (provision.endUse === 'military' && question.use !== 'military') return false
    const destination = destinationOf(question)
    const { only, except } = provision.destinations
    if (only !== null && (destination === null || !only.includes(destination))) return false
    return destination === null || !except.includes(destination)
  }

  function isRule(provision: Provision): boolean {
    return provision.effect === 'licence' || provision.effect === 'prohibit'
  }

  function isByItem(provision: Provision): boolean {
    return !provision.materials.includes('controlled-items')
  }

  // R2: the item rules in force that control the cell, read on the export route out of the rule's own jurisdiction.
  function itemRulesUnder(rule: Provision, question: Question, material: string, form: string): Provision[] {
    const from = instrumentOf(rule.instrument).jurisdiction
    const exporting: Question = { ...question, to: destinationOf(question), from, route: 'export' }
    return provisions.filter(
      (provision) =>
        isRule(provision) &&
        isByItem(provision) &&
        provision.materials.includes(material) &&
        reaches(provision, exporting, form) &&
        inForceOn(provision, question.on) &&
        !isExemptByItem(provision, exporting, material, form),
    )
  }

  function concerns(provision: Provision, question: Question, material: string, form: string): boolean {
    if (!reaches(provision, question, form)) return false
    if (isByItem(provision)) return provision.materials.includes(material)
    return itemRulesUnder(provision, question, material, form).length > 0
  }

  // R5: exemptions of whole goods take them out of the rules of their own jurisdiction.
  function exemptionsOf(rule: Provision, on: LocalDate): Provision[] {
    return provisions.filter(
      (provision) =>
        provision.effect === 'exempt' &&
        provision.coverage === 'whole' &&
        instrumentOf(provision.instrument).jurisdiction === instrumentOf(rule.instrument).jurisdiction &&
        inForceOn(provision, on),
    )
  }

  function isExemptByItem(rule: Provision, question: Question, material: string, form: string): boolean {
    return exemptionsOf(rule, question.on).some(
      (exemption) => isByItem(exemption) && concerns(exemption, question, material, form),
    )
  }

  function isExempt(rule: Provision, question: Question, material: string, form: string): boolean {
    return exemptionsOf(rule, question.on).some((exemption) => concerns(exemption, question, material, form))
  }

  function lineOf(provision: Provision, question: Question, material: string, form: string): OracleLine {
    const ownState = stateOn(provision, question.on)
    const isLive = ownState !== 'ended' && ownState !== 'not-issued'
    const state = isLive && isExempt(provision, question, material, form) ? 'exempted' : ownState
    const leansOn = isByItem(provision) ? null : itemRulesUnder(provision, question, material, form)
    const holdsByItself = state !== 'in-force' || !isRevivedUnverified(provision, question.on)
    const isFirmItemRule = (rule: Provision) => !isRevivedUnverified(rule, question.on)
    return {
      provision: provision.key,
      state,
      gives: givenBy(provision, state),
      firm: holdsByItself && (leansOn === null || leansOn.some(isFirmItemRule)),
      coverage:
        provision.coverage === 'whole' && (leansOn === null || leansOn.some((rule) => rule.coverage === 'whole'))
          ? 'whole'
          : 'named',
      beforeEffect: state === 'suspended' && !wasEverInForce(provision, question.on),
    }
  }

  function answer(question: Question, material: string, form: string): OracleAnswer {
    const isAForm = ledger.materials.some((one) => one.key === material && one.forms.includes(form))
    const lines = provisions
      .filter((provision) => isRule(provision) && concerns(provision, question, material, form))
      .map((provision) => lineOf(provision, question, material, form))
    return { ...(isAForm ? verdict(lines) : doesNotArise), coverage: coverageOf(lines), lines }
  }

  return { coversFrom: earliest(ledger.instruments.map((one) => one.issuedOn)), stateOn, answer }
}

const doesNotArise = { status: 'not-applicable', resumes: null, floor: 'not-controlled', beforeEffect: false } as const

function givenBy(provision: Provision, state: LineState): RuleStatus {
  if (state === 'suspended') return 'paused'
  if (state === 'announced') return 'announced'
  if (state !== 'in-force') return 'not-controlled'
  if (provision.effect === 'licence') return 'licence'
  return provision.inPrinciple ? 'refused' : 'prohibited'
}

// R8 and R9
function verdict(lines: readonly OracleLine[]): Omit<OracleAnswer, 'coverage' | 'lines'> {
  const highest = highestOf(lines)
  const floor = highestOf(lines.filter((line) => line.firm))
  const above = (one: RuleStatus, other: RuleStatus) => STEPS.indexOf(one) > STEPS.indexOf(other)
  if (above(highest, 'paused') && above(highest, floor)) {
    return { status: 'pause-ended', resumes: highest, floor, beforeEffect: false }
  }
  const deciding = lines.filter((line) => line.gives === highest)
  const beforeEffect = highest === 'paused' && deciding.every((line) => line.beforeEffect)
  return { status: highest, resumes: null, floor, beforeEffect }
}

function highestOf(lines: readonly OracleLine[]): RuleStatus {
  return STEPS.findLast((step) => lines.some((line) => line.gives === step)) ?? 'not-controlled'
}

// R10
function coverageOf(lines: readonly OracleLine[]): 'whole' | 'named' {
  const matching = lines.filter((line) => ['in-force', 'suspended', 'announced'].includes(line.state))
  return matching.length > 0 && matching.every((line) => line.coverage === 'named') ? 'named' : 'whole'
}

function earliest(on: readonly LocalDate[]): LocalDate {
  const [first] = on.toSorted()
  if (first === undefined) throw new Error('a ledger without an instrument covers no day')
  return first
}

/** Every day from the first to the last one that the ledger mentions, and a few after it. */
function everyDayOf(ledger: Ledger): LocalDate[] {
  const mentioned = ledger.instruments
    .flatMap((one) => [one.issuedOn, one.verifiedThrough])
    .concat(ledger.provisions.flatMap((one) => [one.inForce.from, one.inForce.to ?? one.inForce.from]))
    .concat(ledger.parties.flatMap((one) => [one.listedOn, one.delistedOn ?? one.listedOn]))
    .toSorted()
  const all: LocalDate[] = []
  const instant = new Date(`${mentioned[0]}T00:00:00Z`)
  const end = new Date(`${mentioned.at(-1)}T00:00:00Z`)
  for (end.setUTCDate(end.getUTCDate() + 5); instant <= end; instant.setUTCDate(instant.getUTCDate() + 1)) {
    all.push(instant.toISOString().slice(0, 10) as LocalDate)
  }
  return all
}
