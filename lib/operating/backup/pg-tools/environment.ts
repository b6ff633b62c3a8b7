import pg from 'pg'

/** What PostgreSQL's programs may know of our own environment. */
const PASSED_ON = [
  'PATH',
  'HOME',
  'SystemRoot',
  'LANG',
  'PGPASSFILE',
  'PGSSLROOTCERT',
  'PGSSLCERT',
  'PGSSLKEY',
] as const

/** Settings of an address that the programs take by another name. */
const SETTINGS: readonly (readonly [parameter: string, variable: string])[] = [
  ['sslrootcert', 'PGSSLROOTCERT'],
  ['sslcert', 'PGSSLCERT'],
  ['sslkey', 'PGSSLKEY'],
  ['channel_binding', 'PGCHANNELBINDING'],
  ['options', 'PGOPTIONS'],
]

/**
 * The environment in which PostgreSQL's programs reach a database: among their words a password would be seen by everybody on the
 * machine, and in what they write.
 */
export function environmentFor(url: string): NodeJS.ProcessEnv {
  const client = new pg.Client({ connectionString: url })
  const { host, port, user, password, database } = client
  const own = PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  return {
    ...Object.fromEntries(own),
    ...settingsIn(new URL(url).searchParams),
    ...encryptionOf(client, new URL(url).searchParams),
    PGHOST: host,
    PGPORT: String(port),
    ...(user ? { PGUSER: user } : {}),
    ...(password ? { PGPASSWORD: password } : {}),
    ...(database ? { PGDATABASE: database } : {}),
    PGAPPNAME: 'sluice backup',
  }
}

function settingsIn(parameters: URLSearchParams): NodeJS.ProcessEnv {
  const set = SETTINGS.flatMap(([parameter, variable]) => {
    const value = parameters.get(parameter)
    return value === null ? [] : [[variable, value]]
  })
  return Object.fromEntries(set)
}

/** What the programs may be told of a connection, each stronger than the one before it. */
const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full']

/**
 * How the programs are to hold the server to what it says it is: as the driver does, to which `require` and `prefer` mean more than
 * to them, or as `PGSSLMODE` says where that is more. The driver knows certificates of its own; they are told to look at the system's.
 */
function encryptionOf({ ssl }: { readonly ssl?: unknown }, parameters: URLSearchParams): Record<string, string> {
  const asked = parameters.get('sslmode') === 'disable' ? 0 : -1
  const own = MODES.indexOf((process.env['PGSSLMODE'] ?? '').replace('no-verify', 'require'))
  const mode = MODES[Math.max(asked, own, strengthOf(ssl))]
  if (mode === undefined) return {}
  const hasRoot = parameters.has('sslrootcert') || process.env['PGSSLROOTCERT'] !== undefined
  return { PGSSLMODE: mode, ...(mode === 'verify-full' && !hasRoot ? { PGSSLROOTCERT: 'system' } : {}) }
}

function strengthOf(ssl: unknown): number {
  if (ssl === undefined || ssl === false) return -1
  const said = typeof ssl === 'object' && ssl !== null ? ssl : {}
  if ('rejectUnauthorized' in said && said.rejectUnauthorized === false) return MODES.indexOf('require')
  return MODES.indexOf('checkServerIdentity' in said ? 'verify-ca' : 'verify-full')
}
