import { verifyChain } from '@/lib/operating/verify-chain'
import { askOnce } from '../support/ask-once'

/** What a publisher was told: this draft became this revision. */
export type Acknowledged = { readonly draft: string; readonly revision: number }

/** What each must find nothing of, and the sentence for what it finds. */
const MUST_FIND_NOTHING = [
  [
    'a number is missing in the chain',
    `select number from revision as r where number > 1 and not exists (select from revision where number = r.number - 1)`,
  ],
  [
    'a revision follows another than the one before it',
    `select r.number from revision as r join revision as b on b.number = r.number - 1 where r.previous_hash is distinct from b.hash`,
  ],
  [
    'time runs backwards at a revision',
    `select r.number from revision as r join revision as b on b.number = r.number - 1 where r.recorded_at < b.recorded_at`,
  ],
  [
    'a revision has no publication',
    `select number from revision where number > 1 and number not in (select revision from publication)`,
  ],
  [
    'a draft and its revision do not agree',
    `select coalesce(d.id, p.draft) from draft as d full join publication as p on p.draft = d.id
     where (coalesce(d.state, '') = 'published') <> (p.revision is not null) or d.revision is distinct from p.revision`,
  ],
  [
    'a publication is not in the log, or twice',
    `select p.revision from publication as p where p.draft is not null and 1 <> (
       select count(*) from audit_entry where act = 'draft.published' and subject = 'draft/' || p.draft
     )`,
  ],
  [
    'a revision is without what its draft said, or with something else',
    `select p.revision from publication as p where p.draft is not null
     and (select count(*) from source_version where recorded_in = p.revision) <> 1`,
  ],
] as const

/**
 * What is wrong in a database after a fault, in sentences; nothing where every revision is whole, drafts say the same, and all
 * that was acknowledged is there.
 *
 * @param url past every line that may be cut.
 * @param thorough whether every hash is computed anew.
 */
export async function whatIsWrong(
  url: string,
  acknowledged: readonly Acknowledged[],
  thorough = true,
): Promise<{ readonly wrong: readonly string[]; readonly lost: number; readonly head: number }> {
  const wrong: string[] = []
  for (const [sentence, sql] of MUST_FIND_NOTHING) {
    const found = await askOnce(url, sql)
    if (found.length > 0) wrong.push(`${sentence} (${found.map((row) => Object.values(row)[0]).join(', ')})`)
  }
  const chain = thorough ? await verifyChain({ url }) : null
  if (chain?.ok === false) wrong.push(`the chain breaks at revision ${chain.refusal.brokenAt}`)
  const published = await askOnce(url, 'select draft, revision from publication')
  const revisionOf = new Map(published.map(({ draft, revision }) => [draft, revision]))
  const lost = acknowledged.filter(({ draft, revision }) => revisionOf.get(draft) !== revision)
  if (lost.length > 0) wrong.push(`acknowledged and not there: ${lost.map(({ revision }) => revision).join(', ')}`)
  const [head] = await askOnce(url, 'select max(number)::integer as number from revision')
  return { wrong, lost: lost.length, head: Number(head?.['number']) }
}
