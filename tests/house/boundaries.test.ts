import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const configuration = join(root, '.config/dependency-cruiser.cjs')
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

type Violation = { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }
type Cruise = { readonly summary: { readonly violations: readonly Violation[] } }

/** Cruises `places` under a folder with the house's rules, as `npm run check` does with the house itself. */
function cruise(folder: string, places: readonly string[]): Promise<Cruise> {
  const command = [cruiser, '--config', configuration, '--output-type', 'json', ...places]
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, { cwd: folder, maxBuffer: 2 ** 28 }, (failure, output, noise) => {
      // Violations make the exit code; a result is printed all the same.
      if (output === '') reject(new Error(`the cruise printed nothing: ${noise}`, { cause: failure }))
      else resolve(JSON.parse(output))
    })
  })
}

describe('in a small tree of deliberate crimes', async () => {
  const { summary } = await cruise(join(import.meta.dirname, 'crimes'), ['app', 'components', 'lib', 'tests'])
  const found = summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`)

  test.for([
    'ledger-uses-only-itself: lib/ledger/leans-on-a-package.ts',
    'ledger-uses-only-itself: lib/ledger/leans-on-node.ts',
    'contract-uses-the-ledger-zod-and-the-catalogue: lib/contract/opens-the-record.ts',
    'formats-use-the-ledger-and-one-library-per-format: lib/formats/borrows-a-schema.ts',
    'db-uses-the-ledger-and-postgres: lib/db/ledger.ts',
    'auth-uses-the-db-and-its-library: lib/auth/editor.ts',
    'reading-uses-the-db-and-the-words: lib/reading/asks-who-is-reading.ts',
    'readers-cannot-reach-drafts-or-people: lib/reading/names-an-editor.ts',
    'editing-knows-no-framework: lib/editing/redirects.ts',
    'editing-takes-only-types-of-auth: lib/editing/signs-in.ts',
    'sharing-appends-snapshots: lib/sharing/reads-for-itself.ts',
    'drawing-knows-drawings-and-fonts: lib/drawing/reads-for-itself.ts',
    'notifying-tells-webhooks: lib/notifying/reads-for-itself.ts',
    'components-take-values: components/matrix/fetches.tsx',
    // A type import is an import, and so is an awaited one.
    'components-take-values: components/matrix/knows-a-row.tsx',
    'public-routes-only-read: app/page.tsx',
    'the-manual-hands-out-its-viewer: app/api/docs/viewer/route.ts',
    'ui-could-ship-elsewhere: components/ui/knows-a-status.tsx',
    'routes-take-only-types-of-the-ledger: app/page.tsx',
    'admin-edits-through-use-cases: app/admin/page.tsx',
    'operating-is-the-outermost-ring: app/restarts/route.ts',
    'islands-reach-nothing-of-the-server: components/matrix/copy.client.tsx',
    'one-module-knows-the-charts-library: components/evidence/draws-at-once.tsx',
    'charts-are-fetched-when-looked-at: components/evidence/draws-at-once.tsx',
    'nothing-turns-in-a-circle: lib/ledger/one.ts',
    'nothing-is-dead: lib/formats/forgotten.ts',
    'the-house-does-not-lean-on-its-tests: app/admin/borrows-a-fixture.ts',
    'every-import-is-found: lib/ledger/status.ts',
  ])('the gate says %s', (crime) => {
    expect(found).toContain(crime)
  })

  test('no rule of the house goes without a crime that it catches', () => {
    const { forbidden } = createRequire(import.meta.url)(configuration) as { forbidden: { name: string }[] }
    const caught = new Set(summary.violations.map(({ rule }) => rule.name))

    expect(forbidden.map(({ name }) => name).filter((name) => !caught.has(name))).toEqual([])
  })
})
