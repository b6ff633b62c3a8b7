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
  ['sslmode', 'PGSSLMODE'],
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
  const { host, port, user, password, database } = new pg.Client({ connectionString: url })
  const own = PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  return {
    ...Object.fromEntries(own),
    ...settingsIn(new URL(url).searchParams),
    PGHOST: host,
    PGPORT: String(port),
    ...(user ? { PGUSER: user } : {}),
    ...(password ? { PGPASSWORD: password } : {}),
    ...(database ? { PGDATABASE: database } : {}),
    PGAPPNAME: 'sluice backup',
  }
}

/** `no-verify` is a word of the driver's: the programs say `require`, and mean the same. */
function settingsIn(parameters: URLSearchParams): NodeJS.ProcessEnv {
  const set = SETTINGS.flatMap(([parameter, variable]) => {
    const value = parameters.get(parameter)
    return value === null ? [] : [[variable, value === 'no-verify' ? 'require' : value]]
  })
  return Object.fromEntries(set)
}
