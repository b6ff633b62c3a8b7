import { existsSync } from 'node:fs'
import { validate } from 'dockerfile-utils'
import { describe, expect, test } from 'vitest'
import { inProject } from '@/lib/operating/root'
import { variables } from '@/lib/operating/variables'
import { textOf } from '../house/files'

const text = textOf('Dockerfile')

/** What stands in the file, an instruction each: `[COPY, --from=build /image ./]`. */
const instructions = text
  .replace(/^\s*#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const)

const lastStage = instructions.slice(instructions.findLastIndex(([name]) => name === 'FROM'))
const lastOf = (name: string) => lastStage.findLast(([found]) => found === name)?.[1] ?? ''

describe('the Dockerfile', () => {
  test('is one by a linter that is not ours, which sees a mistake', () => {
    expect(validate(text)).toEqual([])
    const mistaken = validate(text.replace('EXPOSE 3000', 'EXPOSE http'))
    expect(mistaken.map(({ message }) => message)).toEqual(['Invalid containerPort: http'])
  })

  test('names Node 24, for both stages the same', () => {
    const froms = instructions.filter(([name]) => name === 'FROM').map(([, image]) => image)

    expect(instructions[0]).toEqual(['ARG', 'NODE_IMAGE=node:24-bookworm-slim'])
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the Dockerfile, not of ours
    expect(froms).toEqual(['${NODE_IMAGE} AS build', '${NODE_IMAGE}'])
  })

  test('installs exactly what is locked, before our own files make another layer', () => {
    const installs = instructions.findIndex(([name, words]) => name === 'RUN' && words.startsWith('npm ci'))
    const copies = instructions.findIndex(([name, words]) => name === 'COPY' && words === '. .')

    expect(instructions[installs - 1]).toEqual(['COPY', 'package.json package-lock.json .npmrc ./'])
    expect(copies).toBeGreaterThan(installs)
  })

  test('ships only what was written out for it', () => {
    expect(lastStage.filter(([name]) => /^(COPY|ADD|RUN)$/.test(name))).toEqual([['COPY', '--from=build /image ./']])
  })

  test('runs as another user than root, by a number, so that engines can tell', () => {
    expect(lastOf('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/)
  })

  test.each(['CMD', 'HEALTHCHECK'])('%s starts Node itself, on a file that is there', (name) => {
    const words: readonly string[] = JSON.parse(/\[.*\]$/.exec(lastOf(name))?.[0] ?? '[]')

    expect(words[0]).toBe('node')
    expect(existsSync(inProject(words.at(-1) ?? ''))).toBe(true)
  })

  test('sets variables that are read, and none that is a secret', () => {
    const set = instructions
      .filter(([name]) => name === 'ENV' || name === 'ARG')
      .flatMap(([, words]) => [...words.matchAll(/(\w+)=/g)].map(([, variable = '']) => variable))
    const others = ['NODE_IMAGE', 'NODE_ENV', 'NEXT_TELEMETRY_DISABLED', 'CHECKPOINT_DISABLE']

    expect(set.filter((name) => !others.includes(name) && !(name in variables))).toEqual([])
    expect(set.filter((name) => /SECRET|PASSWORD|DATABASE|TOKEN|KEY/.test(name))).toEqual([])
  })
})

describe('what a build is given', () => {
  const lines = textOf('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const given = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1))

  test('is named: everything else stays outside, also what nobody thought of', () => {
    expect(lines[0]).toBe('*')
    expect(given.filter((place) => !existsSync(inProject(place)))).toEqual([])
  })

  test('is all that it reads', () => {
    const read = [
      'app',
      'components',
      'lib',
      'prisma',
      'public',
      'instrumentation.ts',
      'next.config.ts',
      'proxy.ts',
      'tsconfig.json',
    ]

    expect(['.config/prisma.ts', '.npmrc', 'package-lock.json', 'package.json', ...read].sort()).toEqual(
      [...given].sort(),
    )
  })
})
