import type { Ending, Shift, Silence } from '@/lib/ledger/agenda'
import type { Instrument, Material } from '@/lib/ledger/record'
import { say } from './catalogue'
import { dayInWords } from './day'
import { instrumentName } from './instrument'
import { listed, mark } from './list'
import { nameOf } from './names'

type DatedEnding = Pick<Ending, 'instrument' | 'lastDay' | 'assumedInclusive'> & {
  readonly suspends: readonly { readonly instrument: Instrument; readonly whole: boolean }[]
}

/** `10 November 2026: last day of No. 70 of 2025, which suspends No. 55 of 2025, part of No. 61 of 2025.` */
export function endingInWords({ instrument, lastDay, assumedInclusive, suspends }: DatedEnding): string {
  const targets = suspends.map(({ instrument: target, whole }) =>
    whole ? instrumentName(target) : say.markup('matrix.changed.part', { name: instrumentName(target), to: plain }),
  )
  return [
    say('matrix.changed.ending', { lastDay: dayInWords(lastDay) }),
    `${mark('space')}${instrumentName(instrument)}`,
    assumedInclusive ? say('matrix.changed.assumed') : '',
    `${say('matrix.changed.suspends')}${mark('space')}${listed(targets)}${mark('stop')}`,
  ].join('')
}

/** What has fallen due without news, after the instrument's name: `the last day was 10 November 2026. Nobody has …` */
export function silenceInWords({ lastDay, verifiedThrough, assumedInclusive }: Silence): string {
  return say('matrix.changed.silence', {
    lastDay: dayInWords(lastDay),
    verified: dayInWords(verifiedThrough),
    reading: assumedInclusive ? say('matrix.changed.assumed') : '',
  })
}

/** `5 cells of Ho, Er`: the cells that go from one status to another. */
export function shiftInWords(shift: Shift, materials: ReadonlyMap<string, Material>): string {
  const names = shift.materials.map((key) => inShort(materials.get(key), key))
  return say('matrix.changed.shift', { cells: shift.cells, names: listed(names) })
}

function inShort(material: Material | undefined, key: string): string {
  return material === undefined ? key : (material.symbol ?? nameOf(material))
}

function plain(words: string): string {
  return words
}
