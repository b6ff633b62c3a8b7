#!/usr/bin/env node
// Prisma's command line asks a program named "schema engine", which it would download. This one answers the same
// questions (JSON-RPC, a line each, on stdin and stdout) with the WebAssembly engine of an npm package.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { EngineDatabase } from './schema-engine-database.mjs'

const { schemas, url, command } = readWords(process.argv.slice(2))

if (command) await runCommand(command)
else answerLines()

function readWords(words) {
  const found = { schemas: [], url: process.env.DATABASE_URL ?? '', command: '' }
  while (words.length > 0) {
    const word = words.shift()
    if (word === '--datamodels') found.schemas.push(words.shift())
    else if (word === '--datasource') found.url = JSON.parse(words.shift()).url || found.url
    else if (word === '--enabled-preview-features' || word === '--extension-types') words.shift()
    else if (word === 'cli') found.command = words.shift()
  }
  return found
}

/** The two questions that come as a command and are answered with an exit code. */
async function runCommand(name) {
  try {
    if (name === 'can-connect-to-database') await withClient(url, async () => undefined)
    if (name === 'create-database') await createDatabase()
    process.exit(0)
  } catch (error) {
    log(error.message, { error_code: error.code === '3D000' ? 'P1003' : 'P1001' })
    process.exit(1)
  }
}

async function createDatabase() {
  const server = new URL(url)
  server.pathname = '/postgres'
  await withClient(server.href, (client) => client.query(`CREATE DATABASE ${client.escapeIdentifier(databaseName())}`))
}

function databaseName() {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** Answers one line after the other, and ends with the last. */
function answerLines() {
  const engine = startEngine()
  engine.catch(() => undefined) // told with the first answer
  let last = Promise.resolve()
  const lines = createInterface({ input: process.stdin })
  lines.on('line', (line) => {
    const question = line.trim() ? JSON.parse(line) : {}
    if (question.method) last = last.then(() => answer(engine, question))
  })
  lines.on('close', () => last.then(() => process.exit(0)))
}

async function answer(engine, { id, method, params }) {
  try {
    write({ id, result: await resultOf(engine, method, params) })
  } catch (error) {
    const data = { is_panic: false, message: error.message, error_code: error.code }
    write({ id, error: { code: 4466, message: error.message, data } })
  }
}

async function resultOf(engine, method, params) {
  if (method === 'createDatabase') return { databaseName: databaseName() }
  const started = await engine
  const result = (await started[method === 'getDatabaseVersion' ? 'version' : method](params)) ?? {}
  if (method === 'diff' && result.stdout) write({ id: 'print', method: 'print', params: { content: result.stdout } })
  return result
}

async function startEngine() {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const code = readFileSync(path.join(path.dirname(entry), 'schema_engine_bg.wasm'))
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(exports)
  exports.__wbindgen_start()
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => log(message) }

  const models = schemas.map((file) => [file, readFileSync(file, 'utf8')])
  const database = bindMigrationAwareSqlAdapterFactory(new EngineDatabase(url))
  return glue.SchemaEngine.new({ datamodels: models.length > 0 ? models : undefined }, () => undefined, database)
}

function write(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

/** Prisma reads the engine's stderr as its log, an object a line. */
function log(message, fields = {}) {
  const line = { level: 'ERROR', target: 'schema_engine::logger', fields: { message, ...fields } }
  process.stderr.write(`${JSON.stringify(line)}\n`)
}
