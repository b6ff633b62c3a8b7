import type { Candidates } from './concern'
import { partyMatches } from './concern'
import type { LocalDate } from './interval'
import type { Law } from './law'
import { instrumentOf } from './law'
import type { Provision } from './record'
import { spanOn } from './span'
import type { Line, LineState, RuleStatus } from './status'

/**
 * The lines of one cell on one day, not yet ranked: every provision that concerns it, in whatever state (R2–R7).
 * `decisive` is false throughout; `resolve` ranks them.
 */
export function linesOn(law: Law, candidates: Candidates, on: LocalDate): readonly Line[] {
  const { asked } = candidates
  const items = candidates.items.filter((line) => partyMatches(law, asked, line, on))
  const reaching = candidates.reaching
    .filter(({ line }) => partyMatches(law, asked, line, on))
    .map(({ line, leans }) => ({ line, leansOn: itemControls(law, candidates, leans, on) }))
    .filter(({ leansOn }) => leansOn.length > 0)

  const exemptions = [...items, ...reaching.map(({ line }) => line)].filter((line) => takesOut(law, line, on))
  return [
    ...items.map((line) => lineOf(law, line, on, exemptions, [])),
    ...reaching.map(({ line, leansOn }) => lineOf(law, line, on, exemptions, leansOn)),
  ]
}

/** The item rules in force that control a cell, exempted ones left out: what `controlled-items` leans on (R2). */
function itemControls(
  law: Law,
  { asked }: Candidates,
  leans: readonly Provision[],
  on: LocalDate,
): readonly Provision[] {
  const matching = leans.filter((line) => partyMatches(law, asked, line, on))
  const exemptions = matching.filter((line) => takesOut(law, line, on))
  return matching.filter(
    (line) =>
      line.effect !== 'exempt' &&
      spanOn(law, line, on).state === 'in-force' &&
      exemptedBy(law, line, exemptions).length === 0,
  )
}

/** R5: an exemption takes goods out while it is in force, if it covers every good of the cell. */
function takesOut(law: Law, line: Provision, on: LocalDate): boolean {
  return line.effect === 'exempt' && line.coverage === 'whole' && spanOn(law, line, on).state === 'in-force'
}

/** An exemption reaches the rules of its own jurisdiction. */
function exemptedBy(law: Law, line: Provision, exemptions: readonly Provision[]): readonly string[] {
  if (line.effect === 'exempt') return []
  const { jurisdiction } = instrumentOf(law, line)
  return exemptions
    .filter((exemption) => instrumentOf(law, exemption).jurisdiction === jurisdiction)
    .map((exemption) => exemption.key)
    .sort()
}

function lineOf(
  law: Law,
  provision: Provision,
  on: LocalDate,
  exemptions: readonly Provision[],
  leansOn: readonly Provision[],
): Line {
  const span = spanOn(law, provision, on)
  const exempted = exemptedBy(law, provision, exemptions)
  const live = span.state !== 'ended' && span.state !== 'not-issued'
  const state: LineState = live && exempted.length > 0 ? 'exempted' : span.state
  const leanFirm = leansOn.length === 0 || leansOn.some((rule) => spanOn(law, rule, on).revivedFrom.length === 0)
  const revivedFrom = leanFirm
    ? span.revivedFrom
    : [...new Set([...span.revivedFrom, ...leansOn.flatMap((rule) => spanOn(law, rule, on).revivedFrom)])].sort()
  return {
    provision,
    instrument: instrumentOf(law, provision),
    state,
    gives: givenBy(provision, state),
    firm: revivedFrom.length === 0,
    decisive: false,
    coverage: leansOn.length > 0 ? coverageOf(leansOn) : provision.coverage,
    beforeEffect: state === 'suspended' && !span.applied,
    suspendedBy: span.suspendedBy,
    revivedFrom,
    exemptedBy: exempted,
    leansOn: leansOn.map((rule) => rule.key).sort(),
    stateFrom: span.from < law.coversFrom ? null : span.from,
    stateTo: span.to,
  }
}

/** A rule on controlled items covers no more goods than the item rules it leans on (R10). */
function coverageOf(leansOn: readonly Provision[]): Provision['coverage'] {
  return leansOn.some((rule) => rule.coverage === 'whole') ? 'whole' : 'named'
}

/** R8: what a rule in a state makes of a cell. */
function givenBy({ effect, inPrinciple }: Provision, state: LineState): RuleStatus {
  if (effect === 'exempt') return 'not-controlled'
  switch (state) {
    case 'in-force':
      return effect === 'licence' ? 'licence' : inPrinciple ? 'refused' : 'prohibited'
    case 'suspended':
      return 'paused'
    case 'announced':
      return 'announced'
    case 'ended':
    case 'not-issued':
    case 'exempted':
      return 'not-controlled'
  }
}
