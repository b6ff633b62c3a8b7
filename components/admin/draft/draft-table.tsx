import { draftAddress } from '@/components/admin/ui/addresses'
import { Instant } from '@/components/marks/instant'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Draft } from '@/lib/contract/edit/draft'
import { say } from '@/lib/contract/words/catalogue'

/** A draft with the number of its entries. */
export type CountedDraft = Draft & { readonly entries: number }

/** Drafts as a table, the last touched first. */
export function DraftTable({ name, drafts }: { readonly name: string; readonly drafts: readonly CountedDraft[] }) {
  return (
    <ScrollRegion name={name}>
      <table className="plain">
        <caption className="hidden-text">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{say('drafts.list.draft')}</th>
            <th scope="col">{say('drafts.list.kind')}</th>
            <th scope="col" className="num">
              {say('drafts.list.entries')}
            </th>
            <th scope="col">{say('drafts.list.writers')}</th>
            <th scope="col">{say('drafts.list.base')}</th>
            <th scope="col">{say('drafts.list.changed')}</th>
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft) => (
            <tr key={draft.id}>
              <th scope="row">
                <a href={draftAddress(draft.id)} className="tall-link">
                  {draft.title}
                </a>
              </th>
              <td>{say(`pages.changes.kinds.${draft.kind}`)}</td>
              <td className="num">{draft.entries}</td>
              <td>{draft.contributors.map((person) => person.name).join(', ')}</td>
              <td>
                {draft.revision === null
                  ? say('drafts.list.baseValue', { number: draft.base })
                  : say('drafts.list.became', { number: draft.revision })}
              </td>
              <td>
                <Instant at={draft.updatedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
