import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOfTheHouse, isShipped, root, textOf } from './files'

const files = filesOfTheHouse()

test('no file or folder is named for having no subject', () => {
  const shapeless = /(^|\/)(utils?|helpers?|common|misc|shared|index)(\.|\/|$)/i

  expect(files.filter((path) => shapeless.test(path))).toEqual([])
})

test('an island is named .client.tsx, and whatever is named so is an island', () => {
  const islands = files.filter((path) => isShipped(path) && /^\s*(['"])use client\1/.test(textOf(path)))
  // Next.js finds its error pages by name, and they run in the browser.
  const named = islands.filter((path) => !/^app\/(.*\/)?(global-)?error\.tsx$/.test(path))

  expect(named).toEqual(files.filter((path) => path.endsWith('.client.tsx')))
})

test('the top level holds what it was planned to hold', () => {
  const visible = readdirSync(root).filter(
    (name) => !name.startsWith('.') && !/^(node_modules|next-env\.d\.ts|.*\.tsbuildinfo)$/.test(name),
  )
  const planned = [
    ...['app', 'components', 'lib', 'prisma', 'public', 'tests'],
    ...['Dockerfile', 'LICENSE', 'README.md', 'compose.yaml', 'next.config.ts', 'package-lock.json', 'package.json'],
    ...['instrumentation.ts', 'proxy.ts', 'test-results', 'playwright-report', 'tsconfig.json'],
  ]

  expect(visible.filter((name) => !planned.includes(name))).toEqual([])
})

test('the map of lib names every room, and no room that is not there', () => {
  const map = textOf('lib/README.md')
  const rooms = readdirSync(join(root, 'lib'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'decisions')
    .map(({ name }) => name)

  expect(rooms.filter((room) => !map.includes(`\`${room}\``) && !map.includes(`${room}/`))).toEqual([])
  expect(rooms.length).toBeGreaterThan(4)
})

test('every link in the papers leads to a file that is there', () => {
  const broken = files
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) =>
      [...textOf(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
        .map(([, target = '']) => join(path, '..', target).replace(/\/$/, ''))
        .filter((target) => !files.some((file) => file === target || file.startsWith(`${target}/`)))
        .map((target) => `${path} → ${target}`),
    )

  expect(broken).toEqual([])
})
