import 'server-only'
import { nameOfCountry } from '@/lib/contract/countries'
import type { ExhibitTable, ExhibitValue } from '@/lib/contract/exhibit'
import { lensInWords } from '@/lib/contract/history/lens-words'
import type { NameOf } from '@/lib/contract/history/names'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { byMaterial, causeInWords, materialInShort, materialsInShort } from '@/lib/contract/words/impact-cells'
import type { Impact } from '@/lib/ledger/impact'
import type { CellKey, FlipGroup } from '@/lib/ledger/impact-groups'
import { cellsIn, groupsOf, isPlainLens } from '@/lib/ledger/impact-groups'
import { lastDayOf } from '@/lib/ledger/interval'
import { shown } from './frame'
import { tableOf } from './tables'

/** How many cells flip, how many proofs read otherwise, and how far the last look goes. */
export function impactSentences({ flips, claims, proofs, looks, firstDay }: Impact, nameOf: NameOf): readonly string[] {
  const plain = groupsOf(flips).filter(isPlain)
  const causes = [...new Set(proofs.flatMap(({ because }) => because))]
  return [
    firstDay === null
      ? say('impact.none')
      : say('impact.summary', {
          plain: cellsIn(plain.flatMap(({ cells }) => cells)),
          cells: cellsIn(flips),
          day: dayInWords(firstDay),
        }),
    ...(claims.length === 0 ? [say('impact.claims.none')] : []),
    say('impact.proofs', { count: cellsIn(proofs) }),
    ...(causes.length === 0 ? [] : [becauseInWords(causes, nameOf)]),
    ...looks.map(({ jurisdiction, before, after }) =>
      [
        say('impact.looks', { country: nameOfCountry(jurisdiction) }),
        before === null ? say('impact.never') : dayInWords(before),
        '→',
        after === null ? say('impact.never') : dayInWords(after),
      ].join(' '),
    ),
  ]
}

/** Cells that flip, claims whose verdict changes, and proofs that read otherwise while their status stays. */
export function impactTables({ flips, claims, proofs }: Impact, nameOf: NameOf): readonly ExhibitTable[] {
  const groups = groupsOf(flips)
  const ordered = [...groups.filter(isPlain), ...groups.filter((group) => !isPlain(group))]
  return [
    ...(ordered.length === 0 ? [] : [flipsTable(ordered, nameOf)]),
    ...(claims.length === 0
      ? []
      : [
          tableOf({ key: 'verdicts', title: say('exhibit.table.verdicts') }, claims, [
            ['statement', 'text', ({ claim }) => nameOf('claim', claim)],
            ['on', 'day', ({ on }) => on],
            ['before', 'text', ({ before }) => say(`impact.verdict.${before.word}`)],
            ['after', 'text', ({ after }) => say(`impact.verdict.${after.word}`)],
          ]),
        ]),
    ...(proofs.length === 0
      ? []
      : [
          tableOf({ key: 'proofs', title: say('exhibit.table.proofs') }, byMaterial(proofs), [
            ['material', 'text', ({ material }) => materialInShort(material, nameOf)],
            ['each', 'text', ({ forms }) => forms.map((form) => nameOf('form', form)).join(', ')],
          ]),
        ]),
  ]
}

function isPlain({ lenses }: FlipGroup): boolean {
  return lenses.some(isPlainLens)
}

function flipsTable(groups: readonly FlipGroup[], nameOf: NameOf): ExhibitTable {
  return tableOf({ key: 'flips', title: say('exhibit.table.flips') }, groups, [
    [
      'name',
      'text',
      ({ materials, cells }) =>
        say('impact.group', { materials: materialsInShort(materials, nameOf), count: cells.length }),
      say('impact.cells'),
    ],
    ['from', 'day', ({ from }) => from],
    ['lastDay', 'day', (group) => lastDayOf(group)],
    ['before', 'status', ({ before }) => shown(before.status, before.beforeEffect), say('impact.before')],
    ['after', 'status', ({ after }) => shown(after.status, after.beforeEffect), say('impact.after')],
    ['nextStatus', 'list', ({ next }) => nextInWords(next)],
    [
      'questions',
      'text',
      ({ lenses }) => say('impact.asked', { questions: lenses.map((lens) => lensInWords(lens, nameOf)).join('; ') }),
    ],
    ['each', 'list', ({ cells }) => eachCell(cells, nameOf)],
    ['because', 'text', ({ because }) => becauseInWords(because, nameOf)],
  ])
}

function becauseInWords(keys: readonly string[], nameOf: NameOf): string {
  return say('impact.because', { causes: keys.map((key) => causeInWords(key, nameOf)).join('; ') })
}

function eachCell(cells: readonly CellKey[], nameOf: NameOf): string[] {
  return byMaterial(cells).map(
    ({ material, forms }) =>
      `${materialInShort(material, nameOf)}: ${forms.map((form) => nameOf('form', form)).join(', ')}`,
  )
}

/** What comes after a flip, and what resumes then by itself. */
function nextInWords(next: FlipGroup['next']): ExhibitValue {
  if (next === null) return null
  const day = dayInWords(next.on)
  return [
    ...(next.resumes === null ? [] : [`${say('impact.resumes', { word: say(`status.cell.${next.resumes}`) })} ${day}`]),
    `${say('impact.then')} ${day}: ${say(`status.cell.${next.status}`)}`,
  ]
}
