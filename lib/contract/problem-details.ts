import type * as z from 'zod'
import type { problemDetails } from './problem-shape'
import { sayProblem } from './problem-words'
import type { Problem, Refusal } from './refusal'
import { statusOf, titleOf } from './refusal'

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

function typeOf(problem: Problem): string {
  return problem.why === 'side' ? typeOf(problem.problem) : `urn:sluice:problem:${problem.why}`
}

function parameterOf(problem: Problem): string | null {
  switch (problem.why) {
    case 'malformed-revision':
    case 'unpublished-revision':
    case 'later-revision':
      return 'rev'
    case 'unknown-key':
    case 'retired':
      return problem.kept
    case 'side': {
      const own = parameterOf(problem.problem)
      return own === null ? problem.side : `${problem.side}.${own}`
    }
    case 'malformed-limit':
      return 'limit'
    case 'malformed-cursor':
    case 'foreign-cursor':
      return 'cursor'
    case 'malformed-code':
      return 'code'
    default:
      return 'field' in problem ? problem.field : null
  }
}
