import type { Verdict } from '@/lib/ledger/verdict'
import { say } from './catalogue'
import { listed } from './list'

/** Whether a material, by its key, is an element. */
export type Kinds = { readonly [key: string]: boolean }

const BEARINGS = ['contradicting', 'supporting', 'unclear', 'mixed'] as const

/**
 * What a verdict counts, elements first, as readers count them, then other materials: `7 of 17 elements contradict it, 5
 * support it, 5 are unclear`. Where no cell contradicts for certain and some are unclear, that is said too.
 */
export function countsInWords(verdict: Verdict, materials: Kinds): string {
  if (verdict.cells === 0) return say('claims.nothing')
  const parts = (['elements', 'others'] as const).flatMap((kind) => {
    const of = (keys: readonly string[]) => keys.filter((key) => materials[key] === (kind === 'elements')).length
    const counts = {
      contradicting: of(verdict.contradicting),
      supporting: of(verdict.supporting),
      unclear: of(verdict.unclearMaterials),
      mixed: of(verdict.mixed),
    }
    const total = counts.contradicting + counts.supporting + counts.unclear + counts.mixed
    const [first, ...rest] = BEARINGS.filter((bearing) => counts[bearing] > 0)
    if (first === undefined) return []
    if (counts[first] === total) return [say(`claims.${kind}All.${first}`, { total })]
    const told = rest.map((bearing) => say(`claims.rest.${bearing}`, { count: counts[bearing] }))
    return [listed([say(`claims.${kind}.${first}`, { count: counts[first], total }), ...told], 'parts')]
  })
  return listed([...parts, ...doubtInWords(verdict)], 'apart')
}

/** `none agrees; all 44 cells are unclear`: that a word like contradicted rests on no cell that certainly contradicts. */
function doubtInWords(verdict: Verdict): readonly string[] {
  const { agreeing, unclear, cells } = verdict
  if (!isDoubtful(verdict)) return []
  return [agreeing === 0 ? say('claims.noneCertain', { cells }) : say('claims.notCertain', { unclear, cells })]
}

/** Whether nothing of what a claim says is contradicted for certain, and some of it is unclear. */
export function isDoubtful({ agreeing, unclear, cells }: Verdict): boolean {
  return unclear > 0 && agreeing + unclear === cells
}

/** `44 of 44 cells agree`, with how many are unclear. */
export function cellsInWords({ agreeing, unclear, cells }: Verdict): string {
  if (cells === 0) return say('claims.nothing')
  return unclear === 0
    ? say('claims.cells', { agreeing, cells })
    : say('claims.cellsUnclear', { agreeing, unclear, cells })
}
