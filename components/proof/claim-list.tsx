import { LooseStamp } from '@/components/marks/day-stamp'
import { English, inEnglish } from '@/components/ui/english'
import { Glyph } from '@/components/ui/glyph-sheet'
import { say } from '@/lib/contract/words/catalogue'
import { mark } from '@/lib/contract/words/list'
import type { Claim } from '@/lib/ledger/testimony'

/** How many claims stand open; the others fold away behind their number. */
const OPEN = 4

/** What was said, by whom and when, the newest first. Words beside the law: they change no status (R1). */
export function ClaimList({ claims }: { readonly claims: readonly Claim[] }) {
  const folded = claims.slice(OPEN)
  return (
    <>
      <Claims claims={claims.slice(0, OPEN)} />
      {folded.length > 0 && (
        <details>
          <summary>{say('proof.claims.more', { count: folded.length })}</summary>
          <Claims claims={folded} />
        </details>
      )}
    </>
  )
}

function Claims({ claims }: { readonly claims: readonly Claim[] }) {
  return (
    <ul className="lines claims">
      {claims.map((claim) => (
        <li key={claim.key}>
          <p>
            <LooseStamp when={claim.saidOn} />
          </p>
          <ClaimBody claim={claim} />
        </li>
      ))}
    </ul>
  )
}

/** A claim without its day: speaker, statement, quotation, and how an editor reads it. */
export function ClaimBody({ claim }: { readonly claim: Claim }) {
  const { name, role, outlet } = claim.speaker
  return (
    <>
      <p className="soft">
        <Glyph name="claim" /> <English>{say('proof.claims.by', { name, role, outlet })}</English>
      </p>
      <p className="serif" {...inEnglish()}>
        {claim.statement} {claim.quote !== null && say('proof.claims.quote', { quote: claim.quote })}
      </p>
      <p className="small soft">
        {say(`proof.claims.verdict.${claim.assessment.verdict}`)}
        {mark('stop')} <English>{claim.assessment.reason}</English>
      </p>
    </>
  )
}
