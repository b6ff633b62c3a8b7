import pg from 'pg'

/** A statement as it was sent, with its values. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] }

/** Every question that some work asks of a database, by whatever way: Prisma and plain SQL go through one driver. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const sent: Statement[] = []
  const { query } = pg.Client.prototype
  const listening = function (this: pg.Client, ...words: unknown[]) {
    const [first, second] = words
    if (typeof first === 'string') sent.push({ text: first, values: Array.isArray(second) ? second : [] })
    else if (isConfig(first)) sent.push({ text: first.text, values: valuesOf(first.values ?? second) })
    return (query as (...all: unknown[]) => unknown).apply(this, words)
  }
  pg.Client.prototype.query = listening as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return sent
}

function isConfig(word: unknown): word is { readonly text: string; readonly values?: unknown } {
  return typeof word === 'object' && word !== null && 'text' in word && typeof word.text === 'string'
}

function valuesOf(values: unknown): readonly unknown[] {
  return Array.isArray(values) ? values : []
}
