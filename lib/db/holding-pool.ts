import pg from 'pg'

/** A revision as the chain knows it: whoever holds one with this hash holds every one before it. */
export type Held = { readonly number: number; readonly hash: string }

type HandedOut = Parameters<pg.Pool['connect']>[0]

/**
 * Connections to a copy of the record, of which none is handed out before the server at its other end has shown that it
 * holds the revision that this pool promises.
 *
 * It is asked once on each connection: a name may lead to another server from one connection to the next, but rows of a
 * revision never go away from the one that was reached.
 */
export class HoldingPool extends pg.Pool {
  #promised: Held = { number: 0, hash: '' }
  readonly #holding = new WeakMap<pg.PoolClient, number>()

  /** What is asked at this revision or an earlier one may be asked here; 0 while nothing is promised. */
  get promised(): number {
    return this.#promised.number
  }

  /** From now on connections to servers that hold less are given up. A promise is never taken back. */
  promise(held: Held): void {
    if (held.number > this.#promised.number) this.#promised = held
  }

  override connect(): Promise<pg.PoolClient>
  override connect(handedOut: HandedOut): void
  override connect(handedOut?: HandedOut): Promise<pg.PoolClient> | undefined {
    const handing = this.#handOut()
    if (handedOut === undefined) return handing
    handing.then(
      (client) => handedOut(undefined, client, client.release),
      (error: Error) => handedOut(error, undefined, () => undefined),
    )
    return undefined
  }

  async #handOut(): Promise<pg.PoolClient> {
    const { number, hash } = this.#promised
    const client = await super.connect()
    if ((this.#holding.get(client) ?? 0) >= number) return client
    try {
      const { rowCount } = await client.query('select from revision where number = $1 and hash = $2', [number, hash])
      if (rowCount !== 1) throw new Error(`another server stands there, which does not hold revision ${number}`)
    } catch (error) {
      client.release(true)
      throw error
    }
    this.#holding.set(client, number)
    return client
  }
}
