import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import type { Exhibit } from '@/lib/contract/exhibit'
import { canonicalJson } from '@/lib/formats/canonical'
import { readExhibit } from '../exhibit'

/** An answer without cells is compared by what it says; its clocks and addresses always differ. */
export async function isToldOtherwise(frozen: Exhibit, now: Coordinates): Promise<boolean> {
  const read = await readExhibit(now)
  return read.ok && told(read.value) !== told(frozen)
}

function told({ title, sentences, tables, timelines }: Exhibit): string {
  const lines = timelines.map(({ lanes, marks }) => ({ lanes, marks }))
  return canonicalJson({ title, sentences, tables, lines }).replaceAll(PINNED, '')
}

/** Links in tables are pinned: where they lead is the same, under another revision and other days. */
const PINNED = /\/r\/\d+\/\d{4}-\d{2}-\d{2}(\/known\/\d{4}-\d{2}-\d{2})?/g
