import path from 'node:path'
import { z } from 'zod'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { root } from './root'

type Variables = Readonly<Record<string, string | undefined>>

/** What an operator may set, read from the environment once, at the start. */
export type Configuration = {
  readonly port: number
  readonly host: string
  /** A PostgreSQL of the operator's own; `null` means the embedded one. */
  readonly databaseUrl: string | null
  /** Absolute path of the folder for the embedded database. */
  readonly dataDir: string
  /** Where readers find this server, without a slash at the end; `null` means where it listens. */
  readonly baseUrl: string | null
  /** Whether a proxy in front may tell the reader's address and scheme. */
  readonly trustedProxy: boolean
  /** How many megabytes of finished pages are kept in memory. */
  readonly pageStoreMb: number
  /** What signs the cookies of editors; `null` means one of our own, kept in the data folder. */
  readonly secret: string | null
  /** Whether webhooks may go to addresses that are not public, and without TLS. */
  readonly webhooksAllowPrivate: boolean
  /** An organisation's own sign-in by OpenID Connect; `null` where editors have passwords only. */
  readonly organisation: Organisation | null
}

export type Organisation = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly name: string
}

const port = 'PORT must be a whole number from 1 to 65535, like 3000.'
const host = 'HOST must be a name or an address of this machine, like 127.0.0.1, or 0.0.0.0 for all of them.'
const database =
  'DATABASE_URL must look like postgresql://user:password@host:5432/database, or be left out for the embedded database.'
const folder = 'DATA_DIR must be the path of a folder, like .data.'
const base = 'BASE_URL must be the address readers use, like https://sluice.example, without a path.'
const store = 'PAGE_STORE_MB must be a whole number of megabytes from 1 to 99999, like 128.'
const proxy = 'TRUSTED_PROXY must be true (a proxy of yours stands in front) or false.'
const webhooks =
  'WEBHOOKS_ALLOW_PRIVATE must be 1 (webhooks may go to addresses of your own network, and without TLS), or 0.'

const secret = 'SLUICE_SECRET must have 32 characters or more, and be the same for every instance.'
const issuer = 'OIDC_ISSUER must be the https address of your identity provider, like https://login.example.'
const organisation =
  'OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and BASE_URL must be set together, or no variable that begins with OIDC.'

/** A variable that is set to nothing is not set: compose files pass empty ones. */
const setting = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema)

const environment = z
  .object({
    PORT: setting(
      z
        .string()
        .regex(/^\d{1,5}$/, port)
        .transform(Number)
        .pipe(z.number().min(1, port).max(65535, port))
        .default(3000),
    ),
    HOST: setting(
      z
        .string()
        .regex(/^[\w.:-]+$/, host)
        .default('127.0.0.1'),
    ),
    DATABASE_URL: setting(z.string().refine(namesDatabase, database).optional()),
    DATA_DIR: setting(
      z
        .string()
        .refine((name) => !name.includes('\0'), folder)
        .default('.data'),
    ),
    BASE_URL: setting(z.string().refine(isOrigin, base).optional()),
    PAGE_STORE_MB: setting(
      z
        .string()
        .regex(/^[1-9]\d{0,4}$/, store)
        .transform(Number)
        .default(128),
    ),
    TRUSTED_PROXY: setting(z.enum(['true', 'false'], proxy).default('false')),
    SLUICE_SECRET: setting(z.string().min(32, secret).optional()),
    WEBHOOKS_ALLOW_PRIVATE: setting(z.enum(['0', '1'], webhooks).default('0')),
    OIDC_ISSUER: setting(z.string().refine(isIssuer, issuer).optional()),
    OIDC_CLIENT_ID: setting(z.string().optional()),
    OIDC_CLIENT_SECRET: setting(z.string().optional()),
    OIDC_NAME: setting(z.string().optional()),
  })
  .refine(namesWholeOrganisation, organisation)
  .transform(
    (set): Configuration => ({
      port: set.PORT,
      host: set.HOST,
      databaseUrl: set.DATABASE_URL ?? null,
      dataDir: path.resolve(root, set.DATA_DIR),
      baseUrl: set.BASE_URL === undefined ? null : new URL(set.BASE_URL).origin,
      trustedProxy: set.TRUSTED_PROXY === 'true',
      pageStoreMb: set.PAGE_STORE_MB,
      secret: set.SLUICE_SECRET ?? null,
      webhooksAllowPrivate: set.WEBHOOKS_ALLOW_PRIVATE === '1',
      organisation: organisationOf(set),
    }),
  )

/** Reads the configuration, or says everything that is wrong with it, a sentence each. Values are not repeated: they may be secrets. */
export function readConfiguration(variables: Variables): Result<Configuration, readonly string[]> {
  const read = environment.safeParse(variables)
  return read.success ? ok(read.data) : refused([...new Set(read.error.issues.map(({ message }) => message))])
}

function namesDatabase(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '' && url.pathname.length > 1
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

/** On the machine itself, where a provider is tried out, it may go without TLS. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(hostname))
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === ''
}
