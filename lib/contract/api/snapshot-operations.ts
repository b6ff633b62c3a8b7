import * as z from 'zod'
import { required } from '../question'
import { isDigest, readSnapshotId } from '../snapshot-id'
import { say } from '../words/catalogue'
import { define, noParameters } from './define'
import { exhibitShape, snapshotMadeShape } from './look-up-shapes'
import { nothingQuery, told } from './queries'
import { snapshotRequest } from './snapshot-request'

export const freezeOperation = {
  ...define({
    id: 'freeze',
    group: 'snapshots',
    path: '/snapshots',
    method: 'POST',
    parameters: noParameters,
    query: nothingQuery,
    answer: snapshotMadeShape,
    succeeds: [200, 201],
    fails: [400, 404, 410, 413, 415, 429, 503],
    examples: [
      { title: say('api.example.freeze'), body: { view: 'matrix', question: { on: '2025-11-08' } } },
      { title: say('api.example.freezeProof'), body: { view: 'proof', material: 'Dy', form: 'metal' } },
      {
        title: say('api.example.freezeComparison'),
        body: { view: 'compare', question: { on: '2026-11-11' }, against: { on: '2026-11-10' } },
      },
      { title: say('api.example.freezeAddress'), body: { address: '/r/1/2025-11-08/to/US/materials/Dy' } },
    ],
  }),
  body: snapshotRequest,
}

export const snapshotOperation = define({
  id: 'snapshot',
  group: 'snapshots',
  path: '/snapshots/{id}',
  parameters: z.strictObject(told({ id: required<string>(snapshotName) })),
  query: nothingQuery,
  answer: exhibitShape,
  fails: [400, 404, 500, 503],
  // Which snapshots there are is told to nobody: the tests and the manual put one they made in this place.
  examples: [{ title: say('api.example.snapshot'), path: { id: '{id}' } }],
})

/** A whole digest, or an id as somebody may have typed it. */
function snapshotName(value: string) {
  const digest = value.toLowerCase()
  if (isDigest(digest)) return digest
  const read = readSnapshotId(value)
  if (read.ok) return read.value
  return {
    why: read.refusal === 'wrong-sign' ? ('misspelt-snapshot' as const) : ('malformed-snapshot' as const),
    value,
  }
}
