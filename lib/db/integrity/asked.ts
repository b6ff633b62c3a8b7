import 'server-only'
import { asking } from '../away'
import { kept } from '../client'
import type { Database } from '../connection'

/** Puts one question to a database. What checks a whole record asks many, one after the other, and holds no connection between. */
export type Ask = <Answer>(question: (database: Database) => Promise<Answer>) => Promise<Answer>

/**
 * Asks with the rights of a reader, of the primary alone: what is verified is where revisions are written.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export const askAsReader: Ask = (question) => asking(() => question(kept().database))
