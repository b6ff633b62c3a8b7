import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { type PrintedChange, printedChange } from '@/lib/contract/record/file-format'
import type { Ask } from '@/lib/db/integrity/asked'
import { changesInOrder, storedRevisions } from '@/lib/db/integrity/chain-rows'
import { canonicalJson, digestOf } from '@/lib/formats/canonical'
import { Failure, reasonOf } from '../failure'
import { jsonDifferences } from '../snapshot-differences'

/** What somebody noted of the record outside of it: the hash of a revision, a file of lines of its chain. */
export type Held = { readonly expect: string | null; readonly against: string | null }

type Line = { readonly number: number; readonly hash: string; readonly changes: readonly PrintedChange[] }

/** Differences of one record that are told. */
const TOLD = 10

/**
 * Holds the record against what was noted of it: only that can tell that its end was cut off, or that all of it was written
 * anew; and a line that was kept tells what a row said before it was changed.
 *
 * @returns a sentence for each thing that is otherwise.
 * @throws {Failure} when the file cannot be read, or is no copy of any chain.
 */
export async function heldAgainst(ask: Ask, { expect, against }: Held): Promise<readonly string[]> {
  const said: string[] = []
  if (expect !== null) {
    const known = await ask(({ prisma }) => prisma.revision.findFirst({ where: { hash: expect } }))
    if (known === null) {
      said.push(
        `No revision has the hash ${expect}: the end of the record was cut off since it was noted, or it was written anew.`,
      )
    }
  }
  if (against !== null) for await (const line of linesOf(against)) said.push(...(await otherwise(ask, line)))
  return said
}

async function* linesOf(file: string): AsyncGenerator<Line> {
  let before: string | null = null
  try {
    for await (const text of createInterface({
      input: createReadStream(file, 'utf8'),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      if (text === '') continue
      const line = JSON.parse(text) as Line & { readonly previousHash: string | null }
      const { hash, ...said } = line
      if (digestOf(said) !== hash || (before !== null && said.previousHash !== before)) {
        throw new Failure(`${file} is no copy of a chain: its line of revision ${said.number} does not have its hash.`)
      }
      before = hash
      yield line
    }
  } catch (error) {
    throw error instanceof Failure
      ? error
      : new Failure(`${file} cannot be read: ${reasonOf(error)}.`, { cause: error })
  }
}

/** How a stored revision reads otherwise than its line, record by record. */
async function otherwise(ask: Ask, { changes, ...said }: Line): Promise<readonly string[]> {
  const [stored] = await storedRevisions(ask, said.number - 1, 1)
  if (stored?.number !== said.number) return [`Revision ${said.number} is gone: the file has it, under ${said.hash}.`]
  const found = jsonDifferences({ ...said }, { ...stored }).map(
    ({ at, before, after }) => `revision ${said.number}: ${at} is ${told(after)}, and should be ${told(before)}.`,
  )
  const expected = new Map(changes.map((change) => [`${change.kind} ${change.key}`, change]))
  for await (const piece of changesInOrder(ask, said.number)) {
    for (const change of piece.map(printedChange)) {
      const name = `${change.kind} ${change.key}`
      const line = expected.get(name)
      expected.delete(name)
      if (line === undefined) found.push(`revision ${said.number}: ${name} should not be in it.`)
      else if (canonicalJson(line) !== canonicalJson(change)) found.push(...differences(said.number, line, change))
    }
  }
  return [...found, ...[...expected.keys()].map((name) => `revision ${said.number}: ${name} is missing from it.`)]
}

function differences(number: number, line: PrintedChange, change: PrintedChange): readonly string[] {
  const found = jsonDifferences(line as never, change as never).map(
    ({ at, before, after }) =>
      `revision ${number}: ${line.kind} ${line.key}, ${at} is ${told(after)}, and should be ${told(before)}.`,
  )
  return found.slice(0, TOLD)
}

function told(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing'
}
