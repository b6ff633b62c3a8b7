import { PageShell } from '@/components/shell/page-shell'
import { inThisLanguage } from '@/lib/contract/language-address'
import { sayProblem } from '@/lib/contract/problem-words'
import type { Refusal } from '@/lib/contract/refusal'
import { statusOf, titleOf } from '@/lib/contract/refusal'
import { say } from '@/lib/contract/words/catalogue'

/**
 * Why there is no answer, what to ask instead, and the nearest address that has one.
 *
 * @param q what was searched for, where that is what was refused: it stays in the box.
 * @param here the address that was asked, in English: it is refused in every language, each in its own words.
 *
 * The page store reads the status of the answer from `answer-status`: this page is never sent as a 200, and never kept.
 */
export function RefusalView({
  refusal,
  q,
  here = refusal.nearest ?? '/',
}: {
  readonly refusal: Refusal
  readonly q?: string | undefined
  readonly here?: string
}) {
  const status = statusOf(refusal)
  return (
    <>
      <meta name="answer-status" content={String(status)} />
      <PageShell frame={null} q={q ?? ''} here={here}>
        <h1>{titleOf(refusal)}</h1>
        {refusal.problems.map((problem) => (
          <p key={sayProblem(problem)}>{sayProblem(problem)}</p>
        ))}
        {refusal.nearest !== null && (
          <p>
            {say('address.nearest')} <a href={inThisLanguage(refusal.nearest)}>{inThisLanguage(refusal.nearest)}</a>
          </p>
        )}
        <p>
          <a href={inThisLanguage('/')}>{say('address.home')}</a>
        </p>
      </PageShell>
    </>
  )
}
