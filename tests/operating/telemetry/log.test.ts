import { describe, expect, test } from 'vitest'
import { asking, logTo, speakThrough } from '@/lib/operating/telemetry/log.mjs'
import { wordsTo } from '@/lib/operating/telemetry/words.mjs'

/** A log, the lines that were written, and a console that speaks through it. */
function aLog(level = 'info') {
  const written: string[] = []
  const log = logTo({ level, instance: 'one' }, { write: (line: string) => written.push(line) })
  const spoken = { error: () => undefined, warn: () => undefined, log: () => undefined, info: () => undefined }
  speakThrough(log, spoken)
  const speak = spoken as unknown as Pick<Console, 'error' | 'warn' | 'log' | 'info'>
  return { log, speak, written, lines: () => written.map((line) => JSON.parse(line)) }
}

/** As drivers and Prisma throw it: the values it broke over stand in the message, and beside it. */
function aFault() {
  const cause = Object.assign(new Error('duplicate key: Key (email)=(ana@example.org) already exists.'), {
    code: '23505',
    detail: 'Key (email)=(ana@example.org) already exists.',
    where: 'a secret place',
  })
  return Object.assign(
    new Error('Invalid `person.create()` invocation:\n\n{ name: "Ana Secret" }\n\nIt failed.', { cause }),
    {
      digest: '123',
      meta: { password: 'hush' },
    },
  )
}

describe('a line of the log', () => {
  test('says when, what, and the request that it happened in', () => {
    const { log, lines } = aLog()
    asking.run({ id: 'edge-7f3a9c21', method: 'GET', route: '/r/:x/:x/matrix' }, () => log.warn('something'))
    expect(lines()).toEqual([
      {
        level: 'warn',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        instance: 'one',
        request: 'edge-7f3a9c21',
        route: '/r/:x/:x/matrix',
        msg: 'something',
      },
    ])
  })

  test('is not written below the level', () => {
    const { log, written } = aLog('warn')
    log.info('something')
    expect(written).toEqual([])
  })

  test('tells where something broke, and nothing that it broke over', () => {
    const { speak, written, lines } = aLog()
    speak.error('\u001b[31m⨯\u001b[39m', aFault())
    expect(lines()).toMatchObject([
      {
        level: 'error',
        msg: '⨯',
        err: {
          type: 'Error',
          message: 'Invalid `person.create()` invocation: … It failed.',
          digest: '123',
          stack: expect.arrayContaining([expect.stringMatching(/^at .*log\.test\.ts/)]),
          cause: { code: '23505' },
        },
      },
    ])
    expect(written.join('')).not.toMatch(/ana@|Secret|secret|hush/)
  })

  test('is one line, whatever was said', () => {
    const { speak, written } = aLog()
    speak.warn('one\ntwo\nthree')
    speak.log('x'.repeat(10_000))
    speak.error(aFault())
    expect(written.map((line) => line.trimEnd().split('\n').length)).toEqual([1, 1, 1])
    expect(Math.max(...written.map((line) => line.length))).toBeLessThan(5_000)
  })

  test('is told in words to who sits at a terminal', () => {
    const said: string[] = []
    const log = logTo({ level: 'info', instance: 'one' }, wordsTo({ write: (text: string) => said.push(text) }))
    log.info({ request: 'edge', method: 'GET', route: '/', status: 200, ms: 12 }, 'request')
    log.error({ err: new TypeError('Not so') }, 'It broke')
    expect(said).toEqual([
      'GET / 200 in 12 ms (edge)\n',
      expect.stringMatching(/^error: It broke\n {2}TypeError: Not so\n/),
    ])
  })
})

test.each([
  'Invalid Server Actions request.',
  'Failed to find Server Action "x". This request might be from an older release.',
])('a form that is none of ours fills no log, and is told where everything is: %s', (message) => {
  const quiet = aLog()
  quiet.speak.warn(new Error(message))
  quiet.speak.error(message)
  quiet.speak.warn('something else')
  expect(quiet.lines()).toEqual([expect.objectContaining({ msg: 'something else' })])

  const loud = aLog('debug')
  loud.speak.warn(new Error(message))
  expect(loud.lines()).toEqual([expect.objectContaining({ level: 'debug' })])
})
