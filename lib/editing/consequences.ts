import { type Impact, impactInSteps, type MaterialImpact } from '@/lib/ledger/impact'
import { isComputable, type Judged } from './judge'

/**
 * The consequences of a draft as they are found, one material after the other; the last step gives the whole, `null` where
 * the record that it would leave cannot be computed. Between two materials others have their turn, so that no reader waits
 * while an editor looks ahead.
 */
export async function* consequencesOf(judged: Judged): AsyncGenerator<MaterialImpact, Impact | null> {
  if (!isComputable(judged)) return null
  const steps = impactInSteps(judged.before, judged.after)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield step.value
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}

/** All of them, when they are all found. */
export async function allConsequencesOf(judged: Judged): Promise<Impact | null> {
  const found = consequencesOf(judged)
  for (;;) {
    const step = await found.next()
    if (step.done) return step.value
  }
}
