import 'server-only'
import { headRevision } from '@/lib/db/revisions'
import { type Beat, sayAlive, sayEnded } from '@/lib/db/service/instances'
import { poolsStanding } from '@/lib/db/service/standing'
import { standingAt } from './standing'

/**
 * What the server in front of the pages (lib/operating/telemetry) asks of the database: it is no part of this bundle, and shares
 * the connections.
 */
export const service = {
  /** Says what this process says of itself, with the newest revision, which it asks for as every request for “now” does. */
  async sayAlive(beat: Omit<Beat, 'head'>): Promise<void> {
    await sayAlive({ ...beat, head: await headRevision() })
  },
  sayEnded,
  figures: () => standingAt(new Date()),
  connections: poolsStanding,
}
