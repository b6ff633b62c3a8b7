import 'server-only'
import type { Exhibit } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { besidesInWords, headlineInWords } from '@/lib/contract/words/check-open'
import { inputsInWords } from '@/lib/contract/words/check-rule'
import { type CheckSaid, goodsInWords, saidInWords } from '@/lib/contract/words/check-said'
import { dayInWords } from '@/lib/contract/words/day'
import { listed, mark, sentences } from '@/lib/contract/words/list'
import { nameOf } from '@/lib/contract/words/names'
import type { LocalDate } from '@/lib/ledger/interval'
import { candidatesTable, findingsTable, saidTable, testsTable } from './check-tables'
import type { PageOf } from './page-of'
import { plainExhibit } from './plain'
import { sourcesTable } from './sources-table'
import { uncodedTable } from './uncoded-table'

type CheckPage = PageOf<'check'>

/**
 * The answer to a product check, whole: the conclusion, every rule with its tests, what was said and what was not; `null` of
 * the empty form, which asks nothing.
 */
export function checkExhibit(page: CheckPage, recordedOn: LocalDate): Exhibit | null {
  const { answer, product, coordinates } = page
  if (answer === null || product === null) return null
  const { question } = coordinates
  const said: CheckSaid = { ...page, product, question }
  const conclusion = headlineInWords(answer, question.on)
  const beside = besidesInWords(answer)
  const title = say('check.rule.exhibitTitle', { goods: goodsInWords(product, said), day: dayInWords(question.on) })
  const exhibit = plainExhibit(page, recordedOn, {
    title,
    description: sentences(conclusion, ...beside),
    sentences: [conclusion, ...beside, ...withoutLegalForm(page)],
    tables: [
      // The first table is what a file holds that names none.
      findingsTable(page, 'findings', say('check.rule.table.findings'), answer.findings),
      ...(answer.candidates.length === 0 ? [] : [candidatesTable(page, answer)]),
      ...(page.uncoded.length === 0 ? [] : [uncodedTable(page)]),
      ...(answer.besides.length === 0
        ? []
        : [findingsTable(page, 'beside', say('check.rule.table.beside'), answer.besides)]),
      testsTable(said, [...answer.findings, ...answer.besides]),
      saidTable(said),
      sourcesTable(coordinates, page.sources),
    ],
    notes: [
      say('check.rule.advice'),
      ...(product.goods.by === 'composition' ? [say('check.rule.assumes.composition')] : []),
    ],
  })
  return { ...exhibit, asked: askedOf(said) }
}

/** That a name was taken for a party's without the kind of company that it says. */
function withoutLegalForm({ form: { without } }: CheckPage): readonly string[] {
  return without === null ? [] : [say('check.rule.without', { name: without.name, party: nameOf(without.party) })]
}

/** The question's own fields cannot tell "civil" from "not said", so what was said is told input by input. */
function askedOf(said: CheckSaid): string {
  const facts = saidInWords(said).map(({ input, answer }) => `${inputsInWords([input])}${mark('colon')}${answer}`)
  return `${listed(facts, 'apart')}${mark('stop')}`
}
