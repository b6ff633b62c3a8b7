import type { Shift, Silence } from '@/lib/ledger/agenda'
import type { Material } from '@/lib/ledger/record'
import { say } from './catalogue'
import { dayInWords } from './day'
import { listed } from './list'
import { nameOf } from './names'

/** What has fallen due without news, after the instrument's name: `the last day was 10 November 2026. Nobody has …` */
export function silenceInWords({ lastDay, verifiedThrough, assumedInclusive }: Omit<Silence, 'instrument'>): string {
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
