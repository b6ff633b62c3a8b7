import { describe, expect, test } from 'vitest'
import { canonicalJson, digestOf } from '@/lib/formats/canonical'
import { revisionDigest, revisionDigestOfPieces } from '@/lib/formats/revision-digest'

describe('canonical JSON', () => {
  test('writes equal values with equal bytes, whatever the order of their keys', () => {
    expect(canonicalJson({ b: [1, 0.001, '镝'], a: null })).toBe('{"a":null,"b":[1,0.001,"镝"]}')
    expect(digestOf({ a: 1, b: 2 })).toBe(digestOf({ b: 2, a: 1 }))
  })

  test('has the digest that other programs compute', () => {
    // printf '{}' | sha256sum
    expect(digestOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  })

  test('is not made of what JSON cannot say', () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError)
    expect(() => canonicalJson(Number.NaN)).toThrow('NaN')
  })
})

describe('the hash of a revision', () => {
  const said = {
    number: 2,
    kind: 'law',
    author: 'Ana',
    reason: 'No. 70 of 2025',
    recordedAt: '2025-11-07T10:00:00.000Z',
    previousHash: 'a'.repeat(64),
  } as const
  const changes = [
    { kind: 'provision', key: 'cn-2025-70-1', record: { key: 'cn-2025-70-1' } },
    { kind: 'instrument', key: 'cn-2025-70', record: { key: 'cn-2025-70' } },
    { kind: 'instrument', key: 'cn-2025-18', record: null },
  ]
  const own = revisionDigest(said, changes)

  test('does not depend on the order in which the changes are told', () => {
    expect(revisionDigest(said, changes.toReversed())).toBe(own)
    expect(own).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is the same of a revision that comes in pieces', async () => {
    const [provision, instrument, withdrawn] = changes as [
      (typeof changes)[0],
      (typeof changes)[0],
      (typeof changes)[0],
    ]
    const spoken = { ...said, author: 'Ana “of” Sluice\n镝', previousHash: null }
    async function* pieces() {
      yield [withdrawn, instrument]
      yield []
      yield [{ ...provision, retirement: { why: 'Gone.', replacedBy: null } }]
    }
    const whole = [{ ...provision, retirement: { why: 'Gone.', replacedBy: null } }, withdrawn, instrument]
    expect(await revisionDigestOfPieces(spoken, pieces())).toBe(revisionDigest(spoken, whole))
  })

  test.for([
    ['its number', { ...said, number: 3 }],
    ['its kind', { ...said, kind: 'correction' }],
    ['its author', { ...said, author: 'Bob' }],
    ['its reason', { ...said, reason: 'No. 71 of 2025' }],
    ['its time', { ...said, recordedAt: '2025-11-07T10:00:00.001Z' }],
    ['the one before', { ...said, previousHash: 'b'.repeat(64) }],
  ] as const)('changes with %s', ([, other]) => {
    expect(revisionDigest(other, changes)).not.toBe(own)
  })

  test('changes with every change', () => {
    expect(revisionDigest(said, changes.slice(1))).not.toBe(own)
    expect(
      revisionDigest(said, [{ kind: 'instrument', key: 'cn-2025-18', record: {} }, ...changes.slice(0, 2)]),
    ).not.toBe(own)
  })
})
