import 'server-only'
import { tellCell } from '@/lib/contract/answer'
import type { Exhibit, ExhibitTable, ExhibitTimeline } from '@/lib/contract/exhibit'
import { entriesOf, flagDay } from '@/lib/contract/timeline/entries'
import { say } from '@/lib/contract/words/catalogue'
import { nextOfCell } from '@/lib/contract/words/cell'
import { dayInWords } from '@/lib/contract/words/day'
import { meaningOf, wordsShown } from '@/lib/contract/words/legend'
import { askedInWords } from '@/lib/contract/words/matrix'
import { rollupInWords } from '@/lib/contract/words/rollup'
import { statusWord } from '@/lib/contract/words/status'
import type { LocalDate } from '@/lib/ledger/interval'
import { entriesTable } from './entries'
import { factsTable } from './facts'
import { exhibitFrame, shown } from './frame'
import type { PageOf } from './page-of'
import { seriesTable } from './series'
import { summariesTable } from './series-summaries'
import { sourcesTable } from './sources-table'
import { standingsTable } from './standings'
import { linkOf, sourceLinks, tableOf } from './tables'
import { instrumentLanes, statusLane, timelineOf } from './timeline'

type MaterialPage = PageOf<'material'>

/** One material: its answer, its timeline, the same as a list, every line that names it, and what was measured of it. */
export function materialExhibit(page: MaterialPage, recordedOn: LocalDate): Exhibit {
  const { material, coordinates, forms, strip } = page
  const frame = exhibitFrame(page, recordedOn)
  const answer = answerOf(page)
  const asked = askedInWords(coordinates)
  const told = [
    ...strip.map(({ rollup }) => rollup),
    ...forms.flatMap(({ timeline }) => timeline.map(({ status, beforeEffect }) => ({ status, beforeEffect }))),
  ]
  return {
    ...frame,
    title: say('address.page.material', { name: material.nameEn, day: dayInWords(coordinates.question.on) }),
    description: say('exhibit.material', { name: material.nameEn, answer, asked }),
    asked,
    sentences: [answer],
    cells: forms.map(tellCell),
    grid: null,
    timelines: [drawn(page)],
    tables: tablesOf(page),
    legend: wordsShown(told).map(({ status, beforeEffect }) => ({
      shown: shown(status, beforeEffect),
      meaning: meaningOf(status, beforeEffect, coordinates.question.route),
    })),
    notes: [
      ...(page.claims.length > 0 ? [say('proof.claims.never')] : []),
      ...(page.indicators.length > 0 ? [say('pages.material.practiceNote')] : []),
      ...frame.notes,
    ],
  }
}

/** `22 November 2026: licence (all 6 listed forms). No later change is dated in the record.` */
function answerOf({ rollup, next, coordinates }: MaterialPage): string {
  return say('exhibit.answer', {
    day: dayInWords(coordinates.question.on),
    word: statusWord(rollup.status, rollup.beforeEffect),
    counts: rollupInWords(rollup),
    next:
      next === null
        ? say('pages.material.noNext')
        : say('pages.material.next', { word: statusWord(next.status), day: dayInWords(next.on) }),
  })
}

/** All listed forms on top, then each form, then each instrument; days before the record's first change mean nothing. */
function drawn(page: MaterialPage): ExhibitTimeline {
  const { material, coordinates, rollup, strip, forms, lanes, coversFrom } = page
  const all = say(rollup.anyListed ? 'timeline.strip' : 'timeline.stripUnlisted')
  const days = [...strip, ...lanes.flatMap((lane) => lane.spans)].map(({ from }) => from)
  return timelineOf(
    material.nameEn,
    coordinates,
    [
      statusLane(
        say('pages.material.open'),
        all,
        rollup,
        strip.map((span) => ({ ...span, ...span.rollup })),
      ),
      ...forms.map(({ form, answer, timeline }) => statusLane(say('timeline.forms'), form.nameEn, answer, timeline)),
      ...instrumentLanes(lanes, coordinates.question.on),
    ],
    days.filter((day) => flagDay(day) > coversFrom),
    page,
  )
}

function tablesOf(page: MaterialPage): ExhibitTable[] {
  const { coordinates: at, items, indicators, instruments, sources } = page
  return [
    formsTable(page),
    entriesTable(at, say('timeline.list.title'), entriesOf(page), sources),
    ...(items.length === 0 ? [] : [standingsTable(at, say('pages.material.items'), items, instruments)]),
    ...(indicators.length === 0
      ? []
      : [summariesTable(at, page.series), seriesTable(at, say('pages.material.practice'), indicators, sources)]),
    facts(page),
    sourcesTable(at, sources),
  ]
}

function formsTable({ forms, coordinates, material }: MaterialPage): ExhibitTable {
  return tableOf({ key: 'forms', title: say('timeline.forms') }, forms, [
    [
      'form',
      'link',
      ({ form }) => linkOf(coordinates, form.nameEn, { name: 'proof', material: material.key, form: form.key }),
    ],
    ['shown', 'status', (lane) => shown(lane.answer.status, lane.answer.beforeEffect, [nextOfCell(lane) ?? []].flat())],
    ['openness', 'text', (lane) => say(`status.openness.${tellCell(lane).openness}`)],
    ['since', 'day', ({ run }) => run.since],
    ['lastDay', 'day', ({ run }) => run.lastDay],
    ['verifiedThrough', 'day', ({ answer }) => answer.verifiedThrough],
  ])
}

function facts({ material, coordinates, sources }: MaterialPage): ExhibitTable {
  const { symbol, nameZh, kind, atomicNumber, group, groupNote, uses, critical, aliases, components } = material
  const groups = [group === null ? [] : say(`matrix.group.${group}`), groupNote ?? []].flat()
  return factsTable(say('pages.material.facts'), [
    [say('exhibit.symbol'), symbol],
    [say('exhibit.column.materialNameZh'), nameZh],
    [say('pages.material.kind'), say(`pages.material.kinds.${kind}`)],
    [say('pages.material.atomicNumber'), atomicNumber],
    [say('pages.material.group'), groups.length === 0 ? null : groups.join('. ')],
    [say('pages.material.uses'), uses],
    [say('pages.material.critical'), critical.length === 0 ? null : critical.join(', ')],
    [say('pages.material.aliases'), aliases.length === 0 ? null : aliases.join(', ')],
    [say('pages.material.components'), components.map((key) => linkOf(coordinates, key, { name: 'material', key }))],
    [say('proof.sources'), sourceLinks(coordinates, material.sources, sources)],
  ])
}
