import { build, buildIsStale } from './build'
import { clientIsStale, generateClient } from './client'
import { type Configuration, readConfiguration } from './configuration'
import { isPreparedElsewhere, loginsOf, openDatabase } from './database'
import { Failure } from './failure'
import { greetingOf } from './greeting'
import { imageMark } from './image/mark'
import { claimPort } from './port'
import { bringTablesUpToDate, lookAfterRecord } from './prepare'
import { stopChildren } from './processes'
import { step } from './progress.mjs'
import { secretAdvice, secretOf } from './secret'
import { launchServer } from './server'
import { giveUp, onStop } from './stopping.mjs'
import { speakInLines } from './telemetry/launcher.mjs'

/**
 * Everything between `npm start` and a page: configuration, port, database, tables, record, build, server.
 *
 * @param began when the command began, on the clock of `performance.now()`.
 * @throws {Failure} with a sentence for the operator; what was begun is ended by `stop`.
 */
export async function serve(mode: 'start' | 'dev', began: number): Promise<void> {
  const configuration = configured()
  if (speaksInLines(configuration)) speakInLines(configuration.logLevel)
  const { host, port } = configuration
  await claimPort(host, port)
  // Children are ended before the database they use: what is remembered last ends first.
  const database = await step('Starting the database', () => openDatabase(configuration))
  onStop(database.stop)
  // The server goes on for a while, then finishes what it is answering: see front/server.mjs.
  onStop(() => stopChildren(configuration.stopAfterMs + 12_000))

  process.env['SLUICE_SECRET'] = secretOf(configuration)
  const advice = secretAdvice(configuration)
  if (advice !== null) console.log(advice)

  const isPrepared = isPreparedElsewhere(configuration)
  if (!isPrepared) await bringTablesUpToDate(database)
  if (clientIsStale()) await step('Writing the database client', generateClient)
  const logins = await loginsOf(configuration, database)
  process.env['DATABASE_URL'] = logins.url
  process.env['DATABASE_READER_URL'] = logins.readerUrl
  // What serves never has the address of who owns the tables: nobody who gets into it can be more than the roles.
  delete process.env['DATABASE_MIGRATOR_URL']

  // A wrong record is told before a long build; with nothing to build, the server starts meanwhile.
  const record = async () => (isPrepared ? undefined : lookAfterRecord(database))
  const stale = mode === 'start' && buildIsStale()
  if (stale) {
    await record()
    await step('Building the pages', build)
  }
  const server = launchServer({ mode, host, port })
  if (!stale) await record()
  await step('Starting the server', server.answering)
  const greeting = await greetingOf(configuration, database.url, server.address)
  if (greeting !== null) process.stdout.write(`${greeting}\n`) // passwords for once: for who reads this, and for no log
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`Sluice is ready at ${server.address} (${seconds} s; Ctrl-C stops it)`)

  // Imported late: it needs the database client to be written, and nobody waits for it.
  const { tellWebhooks } = await import('./tell-webhooks')
  onStop(tellWebhooks(configuration.baseUrl))

  const reason = await Promise.race([
    server.ended.then((how) => `The server ended by itself (${how}).`),
    database.ended.then(() => `The embedded database ended by itself (see ${configuration.dataDir}/postgres.log).`),
  ])
  await giveUp(new Failure(reason))
}

/** Reads the environment, and leaves in it what the server and the build read. */
function configured(): Configuration {
  const read = readConfiguration(process.env, imageMark() !== null)
  if (!read.ok) throw new Failure(['The configuration is not right:', ...read.refusal].join('\n  - '))

  leave(read.value)
  return read.value
}

function leave(configuration: Configuration): void {
  const { baseUrl, replicaUrls, trustedProxy, pageStoreMb, webhooksAllowPrivate, organisation } = configuration
  if (baseUrl !== null) process.env['BASE_URL'] = baseUrl
  process.env['TRUSTED_PROXY'] = String(trustedProxy)
  process.env['PAGE_STORE_MB'] = String(pageStoreMb)
  process.env['HOLD_WHOLE_UP_TO'] = String(configuration.holdWholeUpTo)
  process.env['READ_WHOLE_UP_TO'] = String(configuration.readWholeUpTo)
  process.env['STOP_AFTER_MS'] = String(configuration.stopAfterMs)
  process.env['COMPUTED_PER_MINUTE'] = String(configuration.computedPerMinute)
  process.env['DATABASE_REPLICA_URL'] = replicaUrls.join(',')
  process.env['WEBHOOKS_ALLOW_PRIVATE'] = webhooksAllowPrivate ? '1' : '0'
  if (organisation !== null) process.env['OIDC_NAME'] = organisation.name
  const isTerminal = process.stdout.isTTY && imageMark() === null
  process.env['LOG_FORMAT'] = configuration.logFormat ?? (isTerminal ? 'words' : 'json')
}

/** How the start is told: in words, but where an operator wants lines for a machine, or nobody starts anything by hand. */
function speaksInLines({ logFormat }: Configuration): boolean {
  return logFormat === null ? imageMark() !== null : logFormat === 'json'
}
