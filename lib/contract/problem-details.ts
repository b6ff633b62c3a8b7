import * as z from 'zod'
import type { Problem, Refusal } from './refusal'
import { sayProblem, statusOf, titleOf } from './refusal'

/** RFC 9457. `type` names the first problem; `errors` tells each one, with the parameter it is about. */
export const problemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.object({ type: z.string(), parameter: z.string().nullable(), detail: z.string() })),
})

/** What a machine is told instead of an answer. `instance` is the request as it was made, without the origin. */
export function tellProblem(refusal: Refusal, instance: string): z.output<typeof problemDetails> {
  return {
    type: typeOf(refusal.problems[0]),
    title: titleOf(refusal),
    status: statusOf(refusal),
    detail: refusal.problems.map(sayProblem).join(' '),
    instance,
    errors: refusal.problems.map((problem) => ({
      type: typeOf(problem),
      parameter: parameterOf(problem),
      detail: sayProblem(problem),
    })),
  }
}

function typeOf({ why }: Problem): string {
  return `urn:sluice:problem:${why}`
}

function parameterOf(problem: Problem): string | null {
  switch (problem.why) {
    case 'malformed-revision':
    case 'unpublished-revision':
      return 'rev'
    case 'unknown-key':
      return problem.kept
    default:
      return 'field' in problem ? problem.field : null
  }
}
