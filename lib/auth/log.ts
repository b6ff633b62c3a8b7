import 'server-only'
import { kept } from '@/lib/db/client'
import { type LogFilter, type LoggedAct, loggedActs, namesOfActs } from '@/lib/db/people/audit'
import { people } from '@/lib/db/people/people'
import type { Admin } from './person'

/** How many acts stand on a page of the log. */
const PAGE = 100

/** A page of the log, and what it can be narrowed to. */
export type LogPage = {
  readonly acts: readonly LoggedAct[]
  /** The number below which the next page begins; `null` on the last. */
  readonly next: string | null
  readonly names: readonly string[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

/** The log, the newest act first. */
export async function logPage(_admin: Admin, filter: LogFilter): Promise<LogPage> {
  const { prisma } = kept().editors
  const found = await loggedActs(prisma, filter, PAGE + 1)
  const acts = found.slice(0, PAGE)
  const everybody = await people(prisma)
  return {
    acts,
    next: found.length > PAGE ? (acts.at(-1)?.number ?? null) : null,
    names: await namesOfActs(prisma),
    people: everybody.map(({ id, name }) => ({ id, name })),
  }
}

/** The whole log, as far as the filter lets it through: for an export. */
export async function wholeLog(_admin: Admin, filter: LogFilter): Promise<readonly LoggedAct[]> {
  return loggedActs(kept().editors.prisma, { ...filter, before: null })
}
