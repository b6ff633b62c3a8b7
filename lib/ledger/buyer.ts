import { nameOf } from './compare/cells'
import { isSeenAlike, type Seen, seenOf } from './compare/seen'
import type { Asked, Candidates } from './concern'
import { ask, candidatesOf, isListed, linesOf } from './concern'
import { gathered } from './gathered'
import type { CellKey } from './impact-groups'
import type { LocalDate } from './interval'
import type { Law } from './law'
import type { MatrixCell } from './matrix'
import type { Question } from './question'
import { ANY_FORM, CONTROLLED_ITEMS, type Country, type Party, type Provision } from './record'
import { resolveCell } from './resolve'
import { seenOn } from './seen-on'

/** What a question says of the buyer: where the goods go, what for, and to whom by name. */
export type BuyerFacts = Pick<Question, 'to' | 'use' | 'party'>

/** Of whom nothing is said: no destination, civil use, no name. */
export const ANY_BUYER: BuyerFacts = { to: null, use: 'civil', party: null }

/** Whether the same is said of two buyers. */
export function isSameBuyer(a: BuyerFacts, b: BuyerFacts): boolean {
  return a.to === b.to && a.use === b.use && a.party === b.party
}

/** A cell that reads otherwise for one buyer than for any buyer. */
export type BuyerDifference = CellKey & {
  /** For any buyer, and for this one. */
  readonly before: Seen
  readonly after: Seen
  /**
   * The rules that do it: those that concern the cell for one of the two alone, as only a rule can that names a
   * destination, a use or a list of parties. Of them those that decide one of the answers, if any does.
   */
  readonly rules: readonly Provision[]
}

/** Cells that read otherwise alike, by the same rules. */
export type BuyerGroup = Pick<BuyerDifference, 'before' | 'after' | 'rules'> & {
  readonly cells: number
  /** The materials of these cells, each once, in the order of the cells. */
  readonly materials: readonly string[]
}

/**
 * Tells of buyer after buyer which of some cells read otherwise than for any buyer, on the same day and by the same way, or
 * how many do, for which no reason is looked up.
 *
 * A cell that the same rules concern for both is not looked at, so that a buyer of whom no rule speaks costs little.
 *
 * @param answered what the question itself was answered for these cells, by `material/form`, so that it need not be again.
 * @throws {TypeError} (when asked of a buyer) where a named party is not in the record.
 */
export function besideAnyBuyer(
  law: Law,
  question: Question,
  cells: readonly CellKey[],
  answered: ReadonlyMap<string, MatrixCell> = new Map(),
) {
  const plain = ask(law, { ...question, ...ANY_BUYER })
  const concerning = new Map(cells.map((cell) => [nameOf(cell), candidatesOf(law, plain, cell.material, cell.form)]))
  const seenBy = (buyer: Question, cell: CellKey) => {
    const own = isSameBuyer(buyer, question) ? answered.get(nameOf(cell)) : undefined
    return own === undefined ? seenOn(law, buyer, cell) : seenOf(own)
  }
  const found = (buyer: BuyerFacts) => {
    const asked = ask(law, { ...question, ...buyer })
    return cells.flatMap((cell) => {
      const naming = onlyInOne(concerning.get(nameOf(cell)), candidatesOf(law, asked, cell.material, cell.form), asked)
      if (naming.length === 0) return []
      const [before, after] = [seenBy(plain.question, cell), seenBy(asked.question, cell)]
      return isSeenAlike(before, after) ? [] : [{ ...cell, before, after, naming }]
    })
  }
  return {
    count: (buyer: BuyerFacts): number => found(buyer).length,
    differences: (buyer: BuyerFacts): readonly BuyerDifference[] =>
      found(buyer).map(({ naming, ...difference }) => ({
        ...difference,
        rules: decidingAmong(law, naming, [plain.question, { ...question, ...buyer }], difference),
      })),
  }
}

/** Differences by what they come to and by what does it, the largest group first. */
export function groupsForBuyer(differences: readonly BuyerDifference[]): readonly BuyerGroup[] {
  return gathered(differences.map(withoutCoverage), ({ before, after, rules }) =>
    JSON.stringify([before, after, rules.map(({ key }) => key)]),
  )
    .map((own) => {
      const [{ before, after, rules }] = own
      return { before, after, rules, cells: own.length, materials: [...new Set(own.map(({ material }) => material))] }
    })
    .toSorted((a, b) => b.cells - a.cells)
}

/** How many goods of a form are covered differs from cell to cell: it counts only where nothing else differs. */
function withoutCoverage(difference: BuyerDifference): BuyerDifference {
  const [before, after] = [difference.before, difference.after].map((seen) => ({ ...seen, coverage: 'whole' as const }))
  return before === undefined || after === undefined || isSeenAlike(before, after)
    ? difference
    : { ...difference, before, after }
}

/**
 * Rules about any of some cells that reach some of several countries and not the others: where there is none, what these cells
 * are answered for one of the countries holds for all of them. By whichever way of export: a rule on one leans on rules of others.
 */
export function rulesTellingApart(
  law: Law,
  countries: readonly Country[],
  cells: readonly CellKey[],
): readonly Provision[] {
  const apart = [...law.provisions.values()].filter(({ destinations: { only, except } }) => {
    const reached = countries.filter((country) => (only?.includes(country) ?? true) && !except.includes(country))
    return reached.length > 0 && reached.length < countries.length
  })
  const isAbout = ({ materials, forms }: Provision) =>
    cells.some(
      ({ material, form }) =>
        (materials.includes(material) || materials.includes(CONTROLLED_ITEMS)) &&
        (forms.includes(form) || forms.includes(ANY_FORM)),
    )
  return apart.filter(isAbout)
}

/** The party that was listed last of those listed on a day, by lists that count by then; `null` where none is. */
export function latestListed(law: Law, on: LocalDate): Party | null {
  const listed = [...law.parties.values()].filter(
    (party) => law.instruments.has(party.instrument) && isListed(party, on),
  )
  return listed.sort((a, b) => compareListed(a, b))[0] ?? null
}

function compareListed(a: Party, b: Party): number {
  if (a.listedOn !== b.listedOn) return a.listedOn < b.listedOn ? 1 : -1
  return a.key < b.key ? -1 : 1
}

/** Those of some rules that decide what one of two questions is answered; all of them where none does. */
function decidingAmong(
  law: Law,
  naming: readonly Provision[],
  questions: readonly Question[],
  { material, form }: CellKey,
): readonly Provision[] {
  const lines = questions.flatMap((question) => resolveCell(law, question, material, form).lines)
  const deciding = new Set(lines.filter(({ decisive }) => decisive).map((line) => line.provision.key))
  const decisive = naming.filter(({ key }) => deciding.has(key))
  return decisive.length > 0 ? decisive : naming
}

/** The lines that concern a cell for any buyer or for this one alone, lists left out on which this one does not stand. */
function onlyInOne(any: Candidates | undefined, own: Candidates, { party }: Asked): readonly Provision[] {
  const [had, has] = [any === undefined ? [] : linesOf(any), linesOf(own)]
  const onlyOne = [...had.filter((line) => !has.includes(line)), ...has.filter((line) => !had.includes(line))]
  return onlyOne.filter(
    ({ endUse, partyList }) => endUse !== 'listed-party' || partyList === null || partyList === party?.instrument,
  )
}
