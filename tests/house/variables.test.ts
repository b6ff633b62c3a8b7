import { expect, test } from 'vitest'
import { variables } from '@/lib/operating/variables'
import { filesOfTheHouse, isShipped, textOf } from './files'

/** Read, and no operator's: what Node, Next.js, npm and our own commands tell each other. */
const OURS =
  /^(NEXT_\w+|__NEXT_\w+|NODE_ENV|npm_execpath|PATH|DEBUG|CHECKPOINT_DISABLE|TSX_DISABLE_CACHE|SLUICE_(OWNER|BENCH|BENCH_TEXT|BUILD|DATABASE\w*))$/

/** PostgreSQL's own: its driver and its programs obey them, and they say themselves what is wrong with one. */
const OF_POSTGRES = /^PG[A-Z]+$/

/** For tests alone; the readme names them in a row of their own. */
const OF_TESTS = /^(CHROMIUM_PATH|TEST_\w+)$/

const section = /## Configuration\n([\s\S]*?)\n## /.exec(textOf('README.md'))?.[1] ?? ''
const rows = section.split('\n').filter((line) => line.startsWith('| `'))
const told = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name))

test('the readme tells every variable that an operator may set, and no other', () => {
  expect(told.filter((name) => !OF_TESTS.test(name)).sort()).toEqual(Object.keys(variables).sort())
})

test('whatever the program reads of its environment is checked at the start', () => {
  const code = filesOfTheHouse().filter((file) => isShipped(file) || /^lib\/.*\.mjs$/.test(file))
  const read = code.flatMap((file) =>
    [...textOf(file).matchAll(/\benv(?:\.|\[')([A-Za-z_]\w+)/g)].map(([, name = '']) => ({ name, file })),
  )

  expect(read.length).toBeGreaterThan(20)
  const known = (name: string) => [OURS, OF_POSTGRES, OF_TESTS].some((one) => one.test(name))
  expect(read.filter(({ name }) => !(name in variables || known(name)))).toEqual([])
})
