import pg from 'pg'
import type { Burst } from './load'

/** `select 1` through the driver that pages use, over so many connections: the floor of whatever asks the database. */
export async function askTheDatabase(url: string, connections: number, seconds: number): Promise<Burst> {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  const times: number[] = []
  const cpu = process.cpuUsage()
  const began = performance.now()
  const until = began + seconds * 1000
  const one = async () => {
    const client = await pool.connect()
    while (performance.now() < until) {
      const asked = performance.now()
      await client.query('select 1')
      times.push(performance.now() - asked)
    }
    client.release()
  }
  try {
    await Promise.all(Array.from({ length: connections }, one))
    const { user, system } = process.cpuUsage(cpu)
    const took = (performance.now() - began) / 1000
    return { times: Float64Array.from(times), seconds: took, bytes: 0, asked: times.length, cpu: user + system }
  } finally {
    await pool.end()
  }
}
