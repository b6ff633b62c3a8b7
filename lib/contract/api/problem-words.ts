import { say } from '../words/catalogue'
import type { ApiProblem } from './problem'

/** The sentence for a problem that only a machine can have: what was sent, why it has no answer, and what to send. */
export function sayApiProblem(problem: ApiProblem): string {
  switch (problem.why) {
    case 'no-such-resource':
      return problem.nearest === null
        ? say('api.problem.no-such-resource', { path: shorten(problem.path) })
        : say('api.problem.misspelt-resource', { path: shorten(problem.path), nearest: problem.nearest })
    case 'wrong-method':
      return say('api.problem.wrong-method', { ...problem, path: shorten(problem.path) })
    case 'malformed-limit':
      return say('api.problem.malformed-limit', { value: shorten(problem.value), most: problem.most })
    case 'foreign-cursor':
      return say('api.problem.foreign-cursor', { list: problem.list })
    case 'malformed-code':
      return say('api.problem.malformed-code', { value: shorten(problem.value) })
    case 'text-too-long':
      return say('search.too-long', { most: problem.most })
    case 'body-too-large':
      return say('api.problem.body-too-large', { most: problem.most })
    case 'not-sent-as-json':
      return say('api.problem.not-sent-as-json', { type: shorten(problem.type) })
    case 'malformed-body':
      return say('api.problem.malformed-body', { field: shorten(problem.field), expected: problem.expected })
    case 'foreign-address':
      return say('api.problem.foreign-address', { value: shorten(problem.value) })
    case 'too-many-snapshots':
      return say('api.problem.too-many-snapshots', { seconds: problem.seconds })
    case 'malformed-cursor':
    case 'not-json':
      return say(`api.problem.${problem.why}`)
  }
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`
}
