import { describe, expect, test } from 'vitest'
import { readConfiguration } from '@/lib/operating/configuration'
import { root } from '@/lib/operating/root'

describe('the configuration', () => {
  test('needs nothing: it has defaults for all', () => {
    expect(readConfiguration({})).toEqual({
      ok: true,
      value: {
        port: 3000,
        host: '127.0.0.1',
        databaseUrl: null,
        migratorUrl: null,
        readerUrl: null,
        replicaUrls: [],
        dataDir: `${root}/.data`,
        baseUrl: null,
        trustedProxy: false,
        pageStoreMb: 128,
        holdWholeUpTo: 5000,
        readWholeUpTo: 25_000,
        stopAfterMs: 0,
        computedPerMinute: 600,
        secret: null,
        webhooksAllowPrivate: false,
        logFormat: null,
        logLevel: 'info',
        organisation: null,
      },
    })
  })

  test('takes a variable that is set to nothing as not set', () => {
    expect(readConfiguration({ PORT: '', HOST: ' ', DATABASE_URL: '', BASE_URL: '', TRUSTED_PROXY: '' })).toEqual(
      readConfiguration({}),
    )
  })

  test('reads what an operator sets', () => {
    const set = {
      PORT: '8080',
      HOST: '::1',
      DATABASE_URL: 'postgresql://ana:secret@db.example:5433/sluice',
      DATABASE_MIGRATOR_URL: 'postgresql://owner:secret@db.example:5433/sluice',
      DATABASE_READER_URL: 'postgresql://pages:secret@db.example:5433/sluice',
      DATABASE_REPLICA_URL: 'postgresql://ana:secret@one.example/sluice, postgresql://ana:secret@two.example/sluice',
      DATA_DIR: '/var/lib/sluice',
      BASE_URL: 'https://sluice.example/',
      TRUSTED_PROXY: 'true',
      PAGE_STORE_MB: '64',
      HOLD_WHOLE_UP_TO: '0',
      READ_WHOLE_UP_TO: '100000',
      STOP_AFTER_MS: '5000',
      COMPUTED_PER_MINUTE: '0',
      SLUICE_SECRET: '0123456789abcdef0123456789abcdef',
      WEBHOOKS_ALLOW_PRIVATE: '1',
      LOG_FORMAT: 'words',
      LOG_LEVEL: 'debug',
      LOG_REQUESTS: 'all',
      METRICS_TOKEN: '0123456789abcdef',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4318',
      OTEL_SERVICE_NAME: 'sluice-eu',
      OIDC_ISSUER: 'https://login.example',
      OIDC_CLIENT_ID: 'sluice',
      OIDC_CLIENT_SECRET: 'hush',
    }
    expect(readConfiguration(set)).toEqual({
      ok: true,
      value: {
        port: 8080,
        host: '::1',
        databaseUrl: 'postgresql://ana:secret@db.example:5433/sluice',
        migratorUrl: 'postgresql://owner:secret@db.example:5433/sluice',
        readerUrl: 'postgresql://pages:secret@db.example:5433/sluice',
        replicaUrls: ['postgresql://ana:secret@one.example/sluice', 'postgresql://ana:secret@two.example/sluice'],
        dataDir: '/var/lib/sluice',
        baseUrl: 'https://sluice.example',
        trustedProxy: true,
        pageStoreMb: 64,
        holdWholeUpTo: 0,
        readWholeUpTo: 100_000,
        stopAfterMs: 5000,
        computedPerMinute: 0,
        secret: '0123456789abcdef0123456789abcdef',
        webhooksAllowPrivate: true,
        logFormat: 'words',
        logLevel: 'debug',
        organisation: {
          issuer: 'https://login.example',
          clientId: 'sluice',
          clientSecret: 'hush',
          name: 'login.example',
        },
      },
    })
  })

  test('asks for an identity provider over https', () => {
    const set = { BASE_URL: 'https://sluice.example', OIDC_CLIENT_ID: 'sluice', OIDC_CLIENT_SECRET: 'hush' }
    expect(readConfiguration({ ...set, OIDC_ISSUER: 'http://login.example' })).toEqual({
      ok: false,
      refusal: ['OIDC_ISSUER must be the https address of your identity provider, like https://login.example.'],
    })
  })

  test.for([
    ['PORT', 'three thousand', /^PORT must be a whole number/],
    ['PORT', '0', /^PORT must be a whole number/],
    ['PORT', '65536', /^PORT must be a whole number/],
    ['PORT', '30.5', /^PORT must be a whole number/],
    ['HOST', 'http://localhost', /^HOST must be a name or an address/],
    ['DATABASE_URL', 'mysql://ana:secret@host/sluice', /^DATABASE_URL must look like postgresql:/],
    ['DATABASE_URL', 'postgresql://ana:secret@host', /^DATABASE_URL must look like postgresql:/],
    ['DATABASE_MIGRATOR_URL', 'postgresql://ana:secret@one/sluice', /^DATABASE_MIGRATOR_URL and .* must be set with/],
    ['DATABASE_READER_URL', 'postgresql://ana:secret@one/sluice', /^DATABASE_MIGRATOR_URL and .* must be set with/],
    ['DATABASE_REPLICA_URL', 'postgresql://ana:secret@one/sluice,two', /^DATABASE_REPLICA_URL must be one or more/],
    ['DATABASE_REPLICA_URL', 'postgresql://ana:secret@one/sluice,', /^DATABASE_REPLICA_URL must be one or more/],
    ['HOLD_WHOLE_UP_TO', '-1', /^HOLD_WHOLE_UP_TO must be a whole number of provisions/],
    ['READ_WHOLE_UP_TO', 'all', /^READ_WHOLE_UP_TO must be a whole number of provisions/],
    ['STOP_AFTER_MS', '60001', /^STOP_AFTER_MS must be a whole number of milliseconds/],
    ['COMPUTED_PER_MINUTE', 'many', /^COMPUTED_PER_MINUTE must be a whole number of answers/],
    ['STOP_AFTER_MS', '1.5', /^STOP_AFTER_MS must be a whole number of milliseconds/],
    ['SLUICE_SECRET', 'too short', /^SLUICE_SECRET must have 32 characters/],
    ['OIDC_CLIENT_ID', 'sluice', /^OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and BASE_URL must be set together/],
    ['BASE_URL', 'sluice.example', /^BASE_URL must be the address readers use/],
    ['BASE_URL', 'https://sluice.example/record', /^BASE_URL must be the address readers use/],
    ['PAGE_STORE_MB', '0', /^PAGE_STORE_MB must be a whole number of megabytes/],
    ['PAGE_STORE_MB', 'much', /^PAGE_STORE_MB must be a whole number of megabytes/],
    ['TRUSTED_PROXY', 'perhaps', /^TRUSTED_PROXY must be true/],
    ['WEBHOOKS_ALLOW_PRIVATE', 'perhaps', /^WEBHOOKS_ALLOW_PRIVATE must be 1/],
  ] as const)('says how to put %s=%s right, once, without repeating the value', ([name, value, sentence]) => {
    const read = readConfiguration({ [name]: value })
    expect(read.ok).toBe(false)
    if (read.ok) return
    expect(read.refusal).toEqual([expect.stringMatching(sentence)])
    expect(read.refusal.join()).not.toContain('secret')
  })

  test('asks, in a container, for what it cannot keep there, in the same list as whatever else is wrong', () => {
    const read = readConfiguration({ PORT: 'x', SLUICE_SECRET: ' ' }, true)
    expect(read.ok ? [] : read.refusal.map((sentence) => sentence.split(' ')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'SLUICE_SECRET',
    ])
    const set = { DATABASE_URL: 'postgresql://ana@db/sluice', SLUICE_SECRET: '0123456789abcdef0123456789abcdef' }
    expect(readConfiguration(set, true).ok).toBe(true)
  })

  test('tells everything that is wrong at once', () => {
    const read = readConfiguration({ PORT: 'x', TRUSTED_PROXY: 'y', BASE_URL: 'z' })
    expect(read.ok ? [] : read.refusal.map((sentence) => sentence.split(' ')[0])).toEqual([
      'PORT',
      'BASE_URL',
      'TRUSTED_PROXY',
    ])
  })
})
