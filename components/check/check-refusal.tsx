import { CheckForm, FormProblems } from '@/components/check/check-form'
import { PageShell } from '@/components/shell/page-shell'
import type { CheckOffers } from '@/components/views/check-page'
import type { CheckTexts } from '@/lib/contract/check/fields'
import { inThisLanguage } from '@/lib/contract/language-address'
import type { Refusal } from '@/lib/contract/refusal'
import { statusOf } from '@/lib/contract/refusal'
import { say } from '@/lib/contract/words/catalogue'

type Props = {
  readonly refusal: Refusal
  /** The form as it was filled in. */
  readonly typed: CheckTexts
  /** `null` while the record cannot be asked. */
  readonly offers: CheckOffers | null
  /** The address that was asked, in English. */
  readonly here: string
}

/**
 * A product that cannot be checked as it was said: each problem beside its field, and everything that was typed.
 *
 * The page store reads the status of the answer from `answer-status`, as from every refusal.
 */
export function CheckRefusal({ refusal, typed, offers, here }: Props) {
  const { nearest, problems } = refusal
  return (
    <>
      <meta name="answer-status" content={String(statusOf(refusal))} />
      <PageShell frame={null} here={here}>
        <h1>{say('check.title')}</h1>
        <FormProblems problems={problems} />
        {nearest?.includes('/check/') === true && (
          <p>
            {say('address.nearest')} <a href={inThisLanguage(nearest)}>{inThisLanguage(nearest)}</a>
          </p>
        )}
        <CheckForm offers={offers} filled={{ typed, problems }} />
      </PageShell>
    </>
  )
}
