import { LooseStamp } from '@/components/marks/day-stamp'
import { linkTo } from '@/components/marks/link-to'
import { English, inEnglish } from '@/components/ui/english'
import { Glyph } from '@/components/ui/glyph-sheet'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { claimsLead } from '@/lib/contract/words/claims-lead'
import { mark } from '@/lib/contract/words/list'
import type { Claim } from '@/lib/ledger/testimony'

/** How many claims stand open; the others fold away behind their number. */
const OPEN = 4

/** What stands above a list of claims: that they change no status, and of how many the law cannot tell. */
export function ClaimsLead({ undecided }: { readonly undecided: number }) {
  return <p className="small soft">{claimsLead(undecided).join(mark('space'))}</p>
}

type ClaimsAt = { readonly claims: readonly Claim[]; readonly at: Coordinates }

/** What was said, by whom and when, the newest first. Words beside the law: they change no status (R1). */
export function ClaimList({ claims, at }: ClaimsAt) {
  const folded = claims.slice(OPEN)
  return (
    <>
      <Claims claims={claims.slice(0, OPEN)} at={at} />
      {folded.length > 0 && (
        <details>
          <summary>{say('proof.claims.more', { count: folded.length })}</summary>
          <Claims claims={folded} at={at} />
        </details>
      )}
    </>
  )
}

function Claims({ claims, at }: ClaimsAt) {
  return (
    <ul className="lines claims">
      {claims.map((claim) => (
        <li key={claim.key}>
          <p>
            <LooseStamp when={claim.saidOn} />
          </p>
          <ClaimBody claim={claim} at={at} />
        </li>
      ))}
    </ul>
  )
}

/** A claim without its day: speaker, statement, quotation, and how an editor reads it. It leads to its page beside the law. */
export function ClaimBody({ claim, at }: { readonly claim: Claim; readonly at: Coordinates }) {
  const { name, role, outlet } = claim.speaker
  return (
    <>
      <p className="soft">
        <Glyph name="claim" /> <English>{say('proof.claims.by', { name, role, outlet })}</English>
      </p>
      <p className="serif" {...inEnglish()}>
        <a href={linkTo(at, { name: 'claim', key: claim.key })}>{claim.statement}</a>{' '}
        {claim.quote !== null && say('proof.claims.quote', { quote: claim.quote })}
      </p>
      <p className="small soft">
        {say(`proof.claims.verdict.${claim.assessment.verdict}`)}
        {mark('stop')} <English>{claim.assessment.reason}</English>
      </p>
    </>
  )
}
