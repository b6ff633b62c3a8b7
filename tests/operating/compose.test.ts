import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Configuration, readConfiguration } from '@/lib/operating/configuration'
import { inProject } from '@/lib/operating/root'
import { variables } from '@/lib/operating/variables'
import { textOf } from '../house/files'

type Service = {
  readonly image?: string
  readonly command?: readonly string[]
  readonly build?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
  readonly networks?: readonly string[]
  readonly tmpfs?: readonly string[]
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean }
  readonly read_only?: boolean
  readonly cap_drop?: readonly string[]
  readonly security_opt?: readonly string[]
  readonly restart?: string
  readonly deploy?: {
    readonly replicas?: number
    readonly resources: { readonly limits: Readonly<Record<string, string>> }
  }
}
type Compose = {
  readonly services: Readonly<Record<'migrate' | 'app' | 'database' | 'proxy', Service>>
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>
  readonly volumes: Readonly<Record<string, unknown>>
}

const text = textOf('compose.yaml')
const { services, networks, volumes }: Compose = parse(text)
const { migrate, app, database, proxy } = services
const all = Object.entries(services)

/** What somebody who runs it has set. */
const SET: Readonly<Record<string, string>> = {
  POSTGRES_PASSWORD: 'a-password_of-the-owner',
  SERVER_PASSWORD: 'a-password_of-editors',
  READER_PASSWORD: 'a-password_of-readers',
  SLUICE_SECRET: '0123456789abcdef0123456789abcdef',
  BASE_URL: 'https://sluice.example',
}

/** As an engine puts variables in: `${NAME:?what to do}` must be set, `${NAME:-default}` need not be. */
function filledIn(value: string): string {
  return value.replace(/\$\{(\w+)(?::-([^}]*)|:\?[^}]+)\}/g, (_, name: string, otherwise?: string) => {
    return SET[name] ?? otherwise ?? `(${name} is not set)`
  })
}

/** What a service is told, as the program reads it. */
function configurationOf({ environment = {} }: Service, keepsNothing: boolean) {
  const told = Object.entries(environment).map(([name, value]) => [name, filledIn(value)])
  const read = readConfiguration(Object.fromEntries(told), keepsNothing)
  return read.ok ? read.value : read.refusal
}

const addressFor = (user: string, password = '') => `postgresql://${user}:${SET[password]}@database:5432/sluice`

describe('the compose file', () => {
  test('tells the application only variables that it reads', () => {
    const told = [migrate, app].flatMap(({ environment }) => Object.keys(environment ?? {}))
    expect(told.filter((name) => !(name in variables))).toEqual([])
  })

  test('lets an instance that goes be reached for a while, so that the proxy hears of it on every connection', () => {
    expect(Number(app.environment?.['STOP_AFTER_MS'])).toBeGreaterThanOrEqual(1_000)
  })

  test('tells it all that a container must be told, from five values that somebody has to set', () => {
    expect(configurationOf(app, true)).toMatchObject({
      databaseUrl: addressFor('sluice_server', 'SERVER_PASSWORD'),
      readerUrl: addressFor('sluice_pages', 'READER_PASSWORD'),
      baseUrl: 'https://sluice.example',
      secret: SET['SLUICE_SECRET'],
      trustedProxy: true,
      pageStoreMb: 128,
    })
    const asked = new Set([...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name))
    expect([...asked].sort()).toEqual(Object.keys(SET).sort())
  })

  test('tells nobody who owns the tables but what migrates, which lends their roles to the users that serve', () => {
    const { databaseUrl, readerUrl } = configurationOf(app, true) as Configuration
    const owner = addressFor(database.environment?.['POSTGRES_USER'] ?? '', 'POSTGRES_PASSWORD')

    expect(configurationOf(migrate, false)).toMatchObject({ migratorUrl: owner, databaseUrl, readerUrl })
    expect(migrate.image).toBe(app.image)
    const knowing = all.filter(([, service]) => JSON.stringify(service).includes('POSTGRES_PASSWORD'))
    expect(knowing.map(([name]) => name)).toEqual(['migrate', 'database'])
    expect(migrate.command?.slice(0, 2)).toEqual(['node', '--conditions=react-server'])
    expect(existsSync(inProject(migrate.command?.[2] ?? ''))).toBe(true)
    expect(textOf('lib/operating/image/contents.ts')).toContain(`'${migrate.command?.[2]}'`)
  })

  test('keeps no secret itself', () => {
    const secrets = all.flatMap(([, { environment = {} }]) =>
      Object.entries(environment).filter(([name]) => /PASSWORD|SECRET/.test(name)),
    )
    expect(secrets.length).toBe(2)
    expect(secrets.filter(([name, value]) => !value.startsWith(`\${${name}:?`))).toEqual([])
    expect([...text.matchAll(/postgresql:\/\/\w+:(?!\$\{\w+_PASSWORD:\?)/g)]).toEqual([])
  })

  test('names the database as the application is told it', () => {
    const url = new URL(filledIn(app.environment?.['DATABASE_URL'] ?? ''))

    expect([url.hostname, url.pathname]).toEqual(['database', `/${database.environment?.['POSTGRES_DB']}`])
  })

  test('starts in order: what migrates when the database answers, the application when that is done, and then the proxy', () => {
    expect(migrate.depends_on).toEqual({ database: { condition: 'service_healthy' } })
    expect(app.depends_on).toEqual({ ...migrate.depends_on, migrate: { condition: 'service_completed_successfully' } })
    expect(proxy.depends_on).toEqual({ app: { condition: 'service_healthy' } })
    expect(database.healthcheck?.test?.join(' ')).toContain('pg_isready')
  })

  test('runs two of the application, told apart by nothing', () => {
    expect(app.deploy?.replicas).toBe(2)
    expect(app).not.toHaveProperty('container_name')
    expect(app.volumes).toBeUndefined()
  })

  test('lets the proxy alone be reached, from this machine alone', () => {
    expect(all.filter(([, { ports }]) => ports !== undefined).map(([name]) => name)).toEqual(['proxy'])
    expect(proxy.ports?.map(filledIn)).toEqual(['127.0.0.1:8080:8080'])
    expect(
      [...(database.networks ?? []), ...(migrate.networks ?? [])].filter((name) => networks[name]?.internal !== true),
    ).toEqual([])
  })

  test('keeps the record in a volume', () => {
    const [volume = '', place] = database.volumes?.[0]?.split(':') ?? []

    expect(volumes).toHaveProperty(volume)
    expect(place).toBe('/var/lib/postgresql')
  })

  test.each(all)('gives %s no more than it needs', (_, service) => {
    const restart = service === migrate ? 'no' : 'unless-stopped'
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], restart })
    expect(service.security_opt).toEqual(['no-new-privileges:true'])
    expect(service.deploy?.resources.limits).toEqual({ cpus: expect.any(String), memory: expect.any(String) })
  })

  test('names every image of others by its version', () => {
    const images = [database, proxy].map(({ image }) => image ?? '')
    expect(all.filter(([, { build }]) => build !== undefined).map(([, { image }]) => image)).toEqual([app.image])

    expect(images.filter((image) => !/^[a-z]+:\d+(\.\d+)*-\w+$/.test(image))).toEqual([])
  })

  test('gives the proxy its own papers, and the address of the instances', () => {
    expect(proxy.volumes).toEqual([
      './.config/proxy/nginx.conf:/etc/nginx/nginx.conf:ro',
      './.config/proxy/instances.conf:/etc/nginx/instances.conf:ro',
    ])
    const port = /^EXPOSE (\d+)$/m.exec(textOf('Dockerfile'))?.[1]
    expect(textOf('.config/proxy/instances.conf')).toContain(`server app:${port} `)
  })
})
