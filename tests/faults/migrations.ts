import { readdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { endOf, startNode } from '@/lib/operating/processes'
import { inProject } from '@/lib/operating/root'
import { verifyChain } from '@/lib/operating/verify-chain'
import { askOnce } from '../support/ask-once'
import { type Fault, type Outcome, Tally, type Trial } from './fault'
import type { Ground } from './ground'

/** A start is killed while it migrates or loads the record; the next start goes on, and so do two that come at once. */
export const migrationKilled: Fault = {
  name: 'migration-killed',
  tells: 'a start killed while it migrates, then two starts at once',
  times: 20,
  run: killedWhileMigrating,
}

const FOLDER = inProject('prisma/migrations')
const PROGRAM = fileURLToPath(new URL('migrating.mjs', import.meta.url))

async function killedWhileMigrating({ times, random, lay }: Trial): Promise<Outcome> {
  const tally = new Tally()
  const ground = await lay({ holds: 'nothing' })
  try {
    const whole = await anotherDatabase(ground, `undisturbed_${Date.now()}`)
    const first = await starting(whole)
    const began = performance.now()
    if ((await first.ended).code !== 0) throw new Error('an undisturbed start failed')
    const took = performance.now() - began
    const expected = await shapeOf(whole)
    tally.note(`${names().length} migrations and the record, ${took.toFixed(0)} ms undisturbed`)
    for (let round = 0; round < times; round += 1) {
      const database = await anotherDatabase(ground, `round_${round}`)
      const killed = await starting(database)
      // As a migration that was carried out is about to be written down, or at any moment.
      const name = names()[Math.floor(random() * names().length)] ?? ''
      if (round % 2 === 0) ground.line.once(name, killed.killed)
      else pause(random() * took).then(killed.killed)
      const { signal } = await killed.ended
      const [done] = await askOnce(database, `select count(*)::integer as count from ${HISTORY}`).catch(() => [])
      tally.count(signal === null ? 'was done already' : `killed after ${done?.['count'] ?? 0} migrations`)
      const both = await Promise.all([starting(database), starting(database)])
      const codes = await Promise.all(both.map(async ({ ended }) => (await ended).code))
      tally.add([
        ...codes.flatMap((code) => (code === 0 ? [] : [`the next start ended with code ${code}`])),
        ...(await differences(database, expected)),
      ])
      await askOnce(ground.direct(), `drop database round_${round} with (force)`)
    }
    return tally.outcome()
  } finally {
    await ground.remove()
  }
}

async function anotherDatabase(ground: Ground, name: string): Promise<string> {
  await askOnce(ground.direct(), `create database ${name} template template0`)
  const url = new URL(ground.url)
  url.pathname = `/${name}`
  return url.href
}

/** A process that has loaded its program, and begins. */
async function starting(url: string) {
  const child = startNode(['--conditions=react-server', PROGRAM], {}, ['ignore', 'inherit', 'inherit', 'ipc'])
  const ended = endOf(child)
  await new Promise((resolve) => child.once('message', resolve))
  child.send({ url, folder: FOLDER })
  const killed = () => {
    child.kill('SIGKILL')
    return 'drop' as const
  }
  return { ended, killed }
}

function names(): readonly string[] {
  return readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
}

const HISTORY = '_prisma_migrations where finished_at is not null'

/** Everything that migrations make, as text: columns, constraints, indexes, functions, triggers, rights. */
const SHAPE = `
  select md5(string_agg(line, e'\\n' order by line)) as digest, count(*)::integer as lines from (
    select concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) as line
      from information_schema.columns where table_schema = 'public'
    union all select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
      where connamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select pg_get_functiondef(p.oid) from pg_proc as p
      where pronamespace = 'public'::regnamespace and prokind = 'f'
      and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
    union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select concat_ws(' ', table_name, grantee, privilege_type) from information_schema.role_table_grants
      where table_schema = 'public'
  ) as shape`

const shapeOf = async (url: string) => JSON.stringify(await askOnce(url, SHAPE))

async function differences(url: string, expected: string): Promise<readonly string[]> {
  const wrong: string[] = []
  const applied = await askOnce(url, `select migration_name as name from _prisma_migrations order by 1`)
  if (JSON.stringify(applied.map(({ name }) => name)) !== JSON.stringify(names().toSorted())) {
    wrong.push(`applied: ${applied.map(({ name }) => name).join(', ')}`)
  }
  if ((await shapeOf(url)) !== expected)
    wrong.push('tables, guards or rights differ from those of an undisturbed start')
  const chain = await verifyChain({ url })
  if (!chain.ok || chain.value.revisions !== 1) wrong.push(`the record: ${JSON.stringify(chain)}`)
  return wrong
}
