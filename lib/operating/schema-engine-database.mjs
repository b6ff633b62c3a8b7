// How the WebAssembly schema engine reaches PostgreSQL: Prisma's own adapter, with three of its gaps closed.
// It lacks PostgreSQL's internal type "char", which describing a schema reads; it cuts a script at every semicolon, also
// inside a function's body; and given a connection string it makes the shadow database, but goes on working in the
// first one and drops the new one while still connected.
import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

/** The number of PostgreSQL's type "char". */
const internalChar = 18

/** The number of a type that the adapter knows and that no description of a schema uses: it marks "char" on its way. */
const marker = 2950 // uuid

/** @param {pg.QueryResult | pg.QueryResult[]} results */
function mark(results) {
  for (const result of [results].flat()) {
    for (const field of result?.fields ?? []) if (field.dataTypeID === internalChar) field.dataTypeID = marker
  }
  return results
}

class MarkingClient extends pg.Client {
  /** @param {any[]} words */
  query(...words) {
    const callback = words.at(-1)
    if (typeof callback === 'function') words[words.length - 1] = (error, result) => callback(error, mark(result))
    const outcome = super.query(...words)
    return typeof outcome?.then === 'function' ? outcome.then(mark) : outcome
  }
}

/** Turns the marked columns into characters, which the engine reads, and sends scripts whole. */
function mend(connection) {
  connection.executeScript = async (script) => {
    await connection.client.query(script)
  }
  const query = connection.queryRaw.bind(connection)
  connection.queryRaw = async (words) => {
    const answer = await query(words)
    for (const [index, type] of answer.columnTypes.entries()) {
      if (type !== ColumnTypeEnum.Uuid) continue
      answer.columnTypes[index] = ColumnTypeEnum.Character
      for (const row of answer.rows) if (row[index] === '') row[index] = '\0'
    }
    return answer
  }
  return connection
}

/** Makes connections for the engine, to the database of `url` and to shadow databases beside it. */
export class EngineDatabase extends PrismaPg {
  #url

  /** @param {string} url */
  constructor(url) {
    super({ connectionString: url, Client: MarkingClient })
    this.#url = url
  }

  async connect() {
    return mend(await super.connect())
  }

  async connectToShadowDb() {
    const name = `sluice_shadow_${randomUUID().replaceAll('-', '')}`
    const main = await this.connect()
    await main.executeScript(`CREATE DATABASE "${name}"`)
    const url = new URL(this.#url)
    url.pathname = `/${name}`
    const shadow = await new EngineDatabase(url.href).connect()
    const dispose = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await dispose()
      await main.executeScript(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
      await main.dispose()
    }
    return shadow
  }
}
