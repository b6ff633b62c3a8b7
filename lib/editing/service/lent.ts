import 'server-only'
import { sayAlive, sayEnded } from '@/lib/db/service/instances'
import { poolsStanding } from '@/lib/db/service/standing'
import { standingAt } from './standing'

/**
 * What the server in front of the pages (lib/operating/telemetry) tells the database and asks of it: it is no part of this bundle,
 * and shares the connections.
 */
export const service = {
  sayAlive,
  sayEnded,
  figures: () => standingAt(new Date()),
  connections: poolsStanding,
}
