import { FlipTable } from '@/components/impact/flip-table'
import { ClaimChanges, LookChanges, ProofChanges, Unweighed } from '@/components/impact/other-changes'
import type { NameOf } from '@/lib/contract/history/names'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import type { Impact } from '@/lib/ledger/impact'
import { cellsIn, groupsOf, isPlainLens } from '@/lib/ledger/impact-groups'

/**
 * What one record makes readers see differently from another: cells that flip, grouped and counted, those of the plain
 * question first; claims whose verdict changes; proofs that change while their status stays.
 */
export function ImpactView({ impact, nameOf }: { readonly impact: Impact; readonly nameOf: NameOf }) {
  const { flips, claims, unweighed, stoodFor, proofs, looks, firstDay } = impact
  const groups = groupsOf(flips)
  const plain = groups.filter(({ lenses }) => lenses.some(isPlainLens))
  const other = groups.filter(({ lenses }) => !lenses.some(isPlainLens))
  return (
    <div className="impact">
      <p className="lede">
        {firstDay === null
          ? say('impact.none')
          : say('impact.summary', { plain: cellsUnder(plain), cells: cellsIn(flips), day: dayInWords(firstDay) })}
      </p>
      {plain.length > 0 && <FlipTable name={say('impact.plain')} groups={plain} nameOf={nameOf} />}
      {other.length > 0 && (
        <details>
          <summary>{say('impact.other', { count: other.length, cells: cellsUnder(other) })}</summary>
          <FlipTable name={say('impact.otherName')} groups={other} nameOf={nameOf} />
        </details>
      )}
      {stoodFor > 0 && <p className="small soft">{say('impact.stoodFor', { count: stoodFor })}</p>}
      {(claims.length > 0 || unweighed.length === 0) && <ClaimChanges claims={claims} nameOf={nameOf} />}
      <Unweighed unweighed={unweighed} nameOf={nameOf} />
      <ProofChanges proofs={proofs} nameOf={nameOf} />
      <LookChanges looks={looks} />
    </div>
  )
}

function cellsUnder(groups: ReturnType<typeof groupsOf>): number {
  return cellsIn(groups.flatMap(({ cells }) => cells))
}
