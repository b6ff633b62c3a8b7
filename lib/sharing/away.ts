import 'server-only'
import { isDatabaseAway } from '@/lib/db/away'

/** What was asked of the database, or that it cannot be asked just now. */
export async function unlessAway<Value>(ask: () => Promise<Value>): Promise<Value | 'away'> {
  try {
    return await ask()
  } catch (error) {
    if (isDatabaseAway(error)) return 'away'
    throw error
  }
}
