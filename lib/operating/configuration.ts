import path from 'node:path'
import { z } from 'zod'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { root } from './root'
import { variables } from './variables'

type Variables = Readonly<Record<string, string | undefined>>

/** What an operator may set, read from the environment once, at the start. */
export type Configuration = {
  readonly port: number
  readonly host: string
  /** A PostgreSQL of the operator's own; `null` means the embedded one. */
  readonly databaseUrl: string | null
  /** The address of that database for the user that owns its tables, where `databaseUrl` names one that owns nothing. */
  readonly migratorUrl: string | null
  /** The address of that database for a user of readers' pages alone; `null` where they share that of editors. */
  readonly readerUrl: string | null
  /** Copies of that database which may answer readers for what they hold; none by default. */
  readonly replicaUrls: readonly string[]
  /** Absolute path of the folder for the embedded database. */
  readonly dataDir: string
  /** Where readers find this server, without a slash at the end; `null` means where it listens. */
  readonly baseUrl: string | null
  /** Whether a proxy in front may tell the reader's address and scheme. */
  readonly trustedProxy: boolean
  /** How many megabytes of finished pages are kept in memory. */
  readonly pageStoreMb: number
  /** Up to how many provisions a record is held in memory as one. */
  readonly holdWholeUpTo: number
  /** A large record of more provisions is told of in parts alone: no page lists all of it. */
  readonly readWholeUpTo: number
  /** How many milliseconds a server that was asked to end is still reached, so that a proxy learns of it first. */
  readonly stopAfterMs: number
  /** How many answers that have to be made one network may have in a minute; 0 for any number. */
  readonly computedPerMinute: number
  /** What signs the cookies of editors; `null` means one of our own, kept in the data folder. */
  readonly secret: string | null
  /** Whether webhooks may go to addresses that are not public, and without TLS. */
  readonly webhooksAllowPrivate: boolean
  /** How the log is written: lines of JSON, or of words; `null` leaves it to whether somebody sits at a terminal. */
  readonly logFormat: 'json' | 'words' | null
  readonly logLevel: string
  /** An organisation's own sign-in by OpenID Connect; `null` where editors have passwords only. */
  readonly organisation: Organisation | null
}

export type Organisation = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly name: string
}

const organisation =
  'OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and BASE_URL must be set together, or no variable that begins with OIDC.'

const separate = 'DATABASE_MIGRATOR_URL and DATABASE_READER_URL must be set with DATABASE_URL.'

const environment = z
  .object(variables)
  .refine(namesWholeOrganisation, organisation)
  .refine(separatesUsers, separate)
  .transform(
    (set): Configuration => ({
      port: set.PORT,
      host: set.HOST,
      databaseUrl: set.DATABASE_URL ?? null,
      migratorUrl: set.DATABASE_MIGRATOR_URL ?? null,
      readerUrl: set.DATABASE_READER_URL ?? null,
      replicaUrls: set.DATABASE_REPLICA_URL,
      dataDir: path.resolve(root, set.DATA_DIR),
      baseUrl: set.BASE_URL === undefined ? null : new URL(set.BASE_URL).origin,
      trustedProxy: set.TRUSTED_PROXY === 'true',
      pageStoreMb: set.PAGE_STORE_MB,
      holdWholeUpTo: set.HOLD_WHOLE_UP_TO,
      readWholeUpTo: set.READ_WHOLE_UP_TO,
      stopAfterMs: set.STOP_AFTER_MS,
      computedPerMinute: set.COMPUTED_PER_MINUTE,
      secret: set.SLUICE_SECRET ?? null,
      webhooksAllowPrivate: set.WEBHOOKS_ALLOW_PRIVATE === '1',
      logFormat: set.LOG_FORMAT ?? null,
      logLevel: set.LOG_LEVEL,
      organisation: organisationOf(set),
    }),
  )

/**
 * Reads the configuration, or says everything that is wrong with it, a sentence each. Values are not repeated: they may be
 * secrets.
 *
 * @param keepsNothing whether it is read in a container, which has no folder that lasts: the database and the secret are
 *   somewhere else, and have to be named.
 */
export function readConfiguration(set: Variables, keepsNothing = false): Result<Configuration, readonly string[]> {
  const read = environment.safeParse(set)
  const wrong = read.success ? [] : read.error.issues.map(({ message }) => message)
  const lacking = keepsNothing ? NAMED_IN_CONTAINERS.filter(([name]) => !set[name]?.trim()) : []
  const complaints = [...new Set([...wrong, ...lacking.map(([, sentence]) => sentence)])]
  return read.success && complaints.length === 0 ? ok(read.data) : refused(complaints)
}

const NAMED_IN_CONTAINERS = [
  ['DATABASE_URL', 'DATABASE_URL must be set in a container: no database is embedded there.'],
  ['SLUICE_SECRET', 'SLUICE_SECRET must be set in a container: 32 characters or more, the same for every instance.'],
] as const

type UsersSet = { readonly [name in `DATABASE_${'' | 'MIGRATOR_' | 'READER_'}URL`]?: string | undefined }

/** The other users are those of a database of the operator's. */
function separatesUsers(set: UsersSet): boolean {
  return set.DATABASE_URL !== undefined || (set.DATABASE_MIGRATOR_URL ?? set.DATABASE_READER_URL) === undefined
}

type OrganisationSet = {
  readonly BASE_URL?: string | undefined
  readonly OIDC_ISSUER?: string | undefined
  readonly OIDC_CLIENT_ID?: string | undefined
  readonly OIDC_CLIENT_SECRET?: string | undefined
  readonly OIDC_NAME?: string | undefined
}

/** The provider sends a browser back to one address that it has been told, so `BASE_URL` belongs to it. */
function namesWholeOrganisation(set: OrganisationSet): boolean {
  const named = [set.OIDC_ISSUER, set.OIDC_CLIENT_ID, set.OIDC_CLIENT_SECRET].filter((value) => value !== undefined)
  if (named.length === 0) return set.OIDC_NAME === undefined
  return named.length === 3 && set.BASE_URL !== undefined
}

function organisationOf(set: OrganisationSet): Organisation | null {
  const { OIDC_ISSUER: address, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = set
  if (address === undefined || clientId === undefined || clientSecret === undefined) return null
  return { issuer: address, clientId, clientSecret, name: set.OIDC_NAME ?? new URL(address).hostname }
}
