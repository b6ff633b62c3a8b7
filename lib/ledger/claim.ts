import { ask } from './concern'
import type { Law } from './law'
import { saidBy } from './period'
import type { Question } from './question'
import type { Country } from './record'
import { resolveCell } from './resolve'
import type { CellAnswer, Status } from './status'
import { opennessOf, rank } from './status'
import type { Assertion, Claim } from './testimony'

/**
 * The claims that say of one cell on one day what the record does not bear out: nothing in force gives them effect.
 * Claims never change a status (R1); they are told beside it, the latest first.
 *
 * An assertion speaks of a cell when materials, forms, destinations, end use and route match and the day asked lies
 * between its first and last day, both inclusive (a missing end leaves that side open), once it has been said. One that
 * names no last day and was right when it was said was overtaken by the law, and is not told again.
 *
 * @throws {TypeError} when the question's party is not in the record.
 */
export function unsupportedClaims(
  claims: readonly Claim[],
  law: Law,
  question: Question,
  answer: CellAnswer,
): readonly Claim[] {
  const { to } = ask(law, question)
  return claims
    .filter(
      (claim) =>
        wasSaidBy(claim, question) &&
        claim.asserts.some(
          (assertion) =>
            speaksOf(law, assertion, question, to, answer) &&
            !agrees(assertion.status, answer.status) &&
            !wasOvertaken(law, claim, assertion, question, answer),
        ),
    )
    .sort((a, b) => (a.saidOn < b.saidOn ? 1 : -1))
}

/**
 * Of claims that the record does not bear out of a cell, those that it does not contradict either: the cell is unclear on
 * the day asked, and it may be as they say.
 *
 * @param claims of `unsupportedClaims` for the same answer.
 * @throws {TypeError} when the question's party is not in the record.
 */
export function undecidedClaims(
  claims: readonly Claim[],
  law: Law,
  question: Question,
  answer: CellAnswer,
): readonly Claim[] {
  const { to } = ask(law, question)
  return claims.filter((claim) =>
    claim.asserts
      .filter((assertion) => speaksOf(law, assertion, question, to, answer))
      .every(({ status }) => bearingOf(status, answer) !== 'disagrees'),
  )
}

function wasOvertaken(
  law: Law,
  claim: Claim,
  assertion: Assertion,
  question: Question,
  { material, form }: CellAnswer,
): boolean {
  const said = saidBy(claim)
  if (assertion.to !== null || said < law.coversFrom) return false
  return agrees(assertion.status, resolveCell(law, { ...question, on: said }, material, form).status)
}

/** Whether what is asserted is what the law gives: `open` means open or open for now, `suspended` means paused. */
export function agrees(asserted: Assertion['status'], status: Status): boolean {
  switch (asserted) {
    case 'open':
      return opennessOf(status) === 'open' || opennessOf(status) === 'open for now'
    case 'suspended':
      return status === 'paused'
    case 'licence':
      return status === 'licence'
    case 'prohibited':
      return opennessOf(status) === 'closed'
  }
}

/** What a day's law makes of what is asserted of a cell: where it is `unclear`, neither can be told. */
export type Bearing = 'agrees' | 'unclear' | 'disagrees'

/**
 * Whether an answer bears out what is asserted. A pause whose end nobody has verified (R9) leaves open what followed, but
 * not below its floor and not above what its text gives: what lies outside of these is contradicted for certain.
 */
export function bearingOf(asserted: Assertion['status'], answer: Outcome): Bearing {
  const { status, floor, resumes } = answer
  if (agrees(asserted, status)) return 'agrees'
  if (status === 'unknown') return 'unclear'
  if (status !== 'pause-ended') return 'disagrees'
  return mayBe(asserted, rank(floor), rank(resumes ?? floor)) ? 'unclear' : 'disagrees'
}

/** What of a cell's answer tells what it is, and what it may be. */
export type Outcome = Pick<CellAnswer, 'status' | 'floor' | 'resumes'>

/** Whether some status between two ranks would agree. */
function mayBe(asserted: Assertion['status'], lowest: number, highest: number): boolean {
  switch (asserted) {
    case 'open':
      return lowest < rank('licence')
    case 'suspended':
      return lowest <= rank('paused')
    case 'licence':
      return lowest <= rank('licence') && rank('licence') <= highest
    case 'prohibited':
      return highest > rank('licence')
  }
}

/** Whether a claim had been made by the day asked, and by the known day. */
function wasSaidBy(claim: Claim, { on, known }: Question): boolean {
  return saidBy(claim) <= on && (known === null || saidBy(claim) <= known)
}

function speaksOf(
  law: Law,
  assertion: Assertion,
  question: Question,
  to: Country | null,
  { material, form }: CellAnswer,
): boolean {
  const { on, route, use } = question
  if (assertion.from !== null && on < assertion.from) return false
  if (assertion.to !== null && on > assertion.to) return false
  if (assertion.route !== route) return false
  if (assertion.endUse === 'military' && use !== 'military') return false
  if (assertion.destinations !== 'all' && (to === null || !assertion.destinations.includes(to))) return false
  if (assertion.forms !== 'all' && !assertion.forms.includes(form)) return false
  return meansMaterial(law, assertion.materials, material)
}

/** Whether a list of materials, or the word for many, means a material. */
export function meansMaterial(law: Law, named: Assertion['materials'], material: string): boolean {
  if (named === 'all') return true
  if (named === 'all-rare-earths') return law.materials.get(material)?.rareEarth ?? false
  return named.includes(material)
}
