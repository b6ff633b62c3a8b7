import { LooseStamp } from '@/components/marks/day-stamp'
import { Glyph } from '@/components/ui/glyph-sheet'
import { say } from '@/lib/contract/words/catalogue'
import type { Claim } from '@/lib/ledger/testimony'

/** What was said, by whom and when, and how an editor reads it. Words beside the law: they change no status (R1). */
export function ClaimList({ claims }: { readonly claims: readonly Claim[] }) {
  return (
    <ul className="lines claims">
      {claims.map((claim) => (
        <li key={claim.key}>
          <p>
            <Glyph name="claim" /> <LooseStamp when={claim.saidOn} />
            {' · '}
            <span className="soft">
              {say('proof.claims.by', {
                name: claim.speaker.name,
                role: claim.speaker.role,
                outlet: claim.speaker.outlet,
              })}
            </span>
          </p>
          <p className="serif">{claim.statement}</p>
          {claim.quote !== null && <p className="serif soft">{say('proof.claims.quote', { quote: claim.quote })}</p>}
          <p className="small soft">
            {say(`proof.claims.verdict.${claim.assessment.verdict}`)}. {claim.assessment.reason}
          </p>
        </li>
      ))}
    </ul>
  )
}
