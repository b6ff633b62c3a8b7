import { idsOf, isDigest } from '@/lib/contract/snapshot-id'
import type { Ask } from '@/lib/db/integrity/asked'
import { besideTheRecord, documentsNotOfTheirVersions, notAsTheOthersSay } from '@/lib/db/integrity/beside'
import type { RowFault, RowFaults } from '@/lib/db/integrity/faults'
import { notAsEnded, notAsEntered, notAsPublished, sealedTables } from '@/lib/db/integrity/seals'
import { type StoredBytes, storedSnapshots } from '@/lib/db/integrity/snapshots'
import type { Revision } from '@/lib/ledger/revision'
import { walkChain } from '@/lib/reading/integrity/chain'
import { type Finding, findingOf, findingsOf, gathered } from './finding'

/** What became of a check: every finding counted, so many of each check named. */
export type Report = {
  readonly revisions: number
  readonly head: Revision | null
  readonly findings: readonly Finding[]
  /** How many more there are than are named. */
  readonly more: number
}

/** So many of each check are named. */
const MOST = 50

/**
 * Holds the whole record against itself: its chain of hashes, the seals of its rows, what rows say of one another, what was
 * frozen, what is derived and what stands beside it. Nothing is written. A few hundred records are held at a time.
 *
 * @param hears is told of each revision as it is walked past.
 */
export async function checkIntegrity(ask: Ask, hears: (revision: Revision) => void = () => undefined): Promise<Report> {
  const said = new Said()
  let [revisions, head]: [number, Revision | null] = [0, null]
  for await (const link of walkChain(ask)) {
    hears(link.revision)
    revisions += 1
    head = link.revision
    said.findings(findingsOf(link))
  }
  for (const table of await sealedTables(ask)) {
    const entered = await notAsEntered(ask, table, MOST)
    const ends = table.name.endsWith('_version') || table.name === 'citation'
    const ended = ends ? await notAsEnded(ask, table, MOST) : { named: [], count: 0 }
    said.faults([entered, ended])
  }
  said.faults(await notAsPublished(ask, MOST))
  said.faults(await notAsTheOthersSay(ask, MOST))
  for await (const snapshot of storedSnapshots(ask)) said.findings(faultsOfSnapshot(snapshot).map(findingOf))
  said.faults(await documentsNotOfTheirVersions(ask, MOST))
  said.faults(await besideTheRecord(ask, MOST))
  return { revisions, head, ...said.all() }
}

/** Findings as they come, none of them twice. */
class Said {
  readonly #named = new Map<string, Finding>()
  #more = 0
  #links = 0

  findings(findings: readonly Finding[]): void {
    for (const finding of findings) {
      this.#links += 1
      if (this.#links <= MOST) this.#named.set(finding.says, finding)
      else this.#more += 1
    }
  }

  faults(found: readonly RowFaults[]): void {
    for (const finding of gathered(found.flatMap(({ named }) => named))) this.#named.set(finding.says, finding)
    for (const { named, count } of found) this.#more += count - named.length
  }

  all(): { readonly findings: readonly Finding[]; readonly more: number } {
    return { findings: [...this.#named.values()], more: this.#more }
  }
}

/** What the columns of a snapshot say that its bytes do not. */
function faultsOfSnapshot({ payload, ...stored }: StoredBytes): readonly RowFault[] {
  const at = { table: 'snapshot', key: stored.id, revision: stored.revision, fault: 'snapshot' as const }
  const faults: RowFault[] = []
  const hold = (name: string, is: unknown, should: unknown) => {
    if (is !== should) faults.push({ ...at, is: `${name} ${String(is)}`, should: String(should) })
  }
  hold('digest', stored.digest, stored.computed)
  if (isDigest(stored.digest) && !idsOf(stored.digest).includes(stored.id))
    hold('id', stored.id, idsOf(stored.digest)[0])
  const said = readPayload(payload)
  hold('view', stored.view, said.view)
  hold('address', stored.address, said.address)
  hold('revision', stored.revision, said.question?.rev)
  return faults
}

type Payload = { readonly view?: unknown; readonly address?: unknown; readonly question?: { readonly rev?: unknown } }

function readPayload(payload: string): Payload {
  try {
    const value: unknown = JSON.parse(payload)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
