import { z } from 'zod'

const port = 'PORT must be a whole number from 1 to 65535, like 3000.'
const host = 'HOST must be a name or an address of this machine, like 127.0.0.1, or 0.0.0.0 for all of them.'
const database =
  'DATABASE_URL must look like postgresql://user:password@host:5432/database, or be left out for the embedded database.'
const replica =
  'DATABASE_REPLICA_URL must be one or more addresses like that of DATABASE_URL, with commas between them, or be left out.'
const migrator = 'DATABASE_MIGRATOR_URL must look like DATABASE_URL, for the user that owns the tables, or be left out.'
const reader = 'DATABASE_READER_URL must look like DATABASE_URL, for a user of readers’ pages alone, or be left out.'
const folder = 'DATA_DIR must be the path of a folder, like .data.'
const base = 'BASE_URL must be the address readers use, like https://sluice.example, without a path.'
const store = 'PAGE_STORE_MB must be a whole number of megabytes from 1 to 99999, like 128.'
const whole =
  'HOLD_WHOLE_UP_TO must be a whole number of provisions from 0 to 9999999: a larger record is opened in parts.'
const reading =
  'READ_WHOLE_UP_TO must be a whole number of provisions from 0 to 9999999: of a larger record no page lists everything.'
const ending =
  'STOP_AFTER_MS must be a whole number of milliseconds from 0 to 60000: so long a server that ends is still reached.'
const computed =
  'COMPUTED_PER_MINUTE must be a whole number of answers from 0 to 999999: so many are made for one network; 0 is no limit.'
const contact =
  'SECURITY_CONTACT must be where weaknesses are reported, like mailto:security@sluice.example or an https address.'
const proxy = 'TRUSTED_PROXY must be true (a proxy of yours stands in front) or false.'
const webhooks =
  'WEBHOOKS_ALLOW_PRIVATE must be 1 (webhooks may go to addresses of your own network, and without TLS), or 0.'

const format = 'LOG_FORMAT must be json (a line for a machine) or words (a line for who sits at a terminal).'
const level = 'LOG_LEVEL must be error, warn, info or debug.'
const logged =
  'LOG_REQUESTS must be computed (requests that are not answered from what is kept), all or none: which ones are logged.'
const metrics = 'METRICS_TOKEN must have 16 characters or more, none of them a space: who scrapes /metrics sends it.'
const collector = 'OTEL_EXPORTER_OTLP_ENDPOINT must be the address of a collector, like http://collector.example:4318.'

const secret = 'SLUICE_SECRET must have 32 characters or more, and be the same for every instance.'
const issuer = 'OIDC_ISSUER must be the https address of your identity provider, like https://login.example.'
const factor =
  'SECOND_FACTOR must be required (of who reviews or administers, and signs in with a password) or chosen (by each person).'

/** A variable that is set to nothing is not set: compose files pass empty ones. */
const setting = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema)

/** Every variable that an operator may set, and the sentence that puts a wrong one right. */
export const variables = {
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
  DATABASE_MIGRATOR_URL: setting(z.string().refine(namesDatabase, migrator).optional()),
  DATABASE_READER_URL: setting(z.string().refine(namesDatabase, reader).optional()),
  DATABASE_REPLICA_URL: setting(
    z
      .string()
      .transform((list) => list.split(',').map((url) => url.trim()))
      .refine((urls) => urls.every(namesDatabase), replica)
      .default([]),
  ),
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
  HOLD_WHOLE_UP_TO: setting(
    z
      .string()
      .regex(/^\d{1,7}$/, whole)
      .transform(Number)
      .default(5000),
  ),
  READ_WHOLE_UP_TO: setting(
    z
      .string()
      .regex(/^\d{1,7}$/, reading)
      .transform(Number)
      .default(25_000),
  ),
  STOP_AFTER_MS: setting(
    z
      .string()
      .regex(/^\d{1,5}$/, ending)
      .transform(Number)
      .pipe(z.number().max(60_000, ending))
      .default(0),
  ),
  COMPUTED_PER_MINUTE: setting(
    z
      .string()
      .regex(/^\d{1,6}$/, computed)
      .transform(Number)
      .default(600),
  ),
  SECURITY_CONTACT: setting(
    z
      .string()
      .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, contact)
      .optional(),
  ),
  TRUSTED_PROXY: setting(z.enum(['true', 'false'], proxy).default('false')),
  SLUICE_SECRET: setting(z.string().min(32, secret).optional()),
  SECOND_FACTOR: setting(z.enum(['chosen', 'required'], factor).default('chosen')),
  WEBHOOKS_ALLOW_PRIVATE: setting(z.enum(['0', '1'], webhooks).default('0')),
  LOG_FORMAT: setting(z.enum(['json', 'words'], format).optional()),
  LOG_LEVEL: setting(z.enum(['error', 'warn', 'info', 'debug'], level).default('info')),
  LOG_REQUESTS: setting(z.enum(['computed', 'all', 'none'], logged).optional()),
  METRICS_TOKEN: setting(
    z
      .string()
      .regex(/^\S{16,}$/, metrics)
      .optional(),
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(z.url({ protocol: /^https?$/, error: collector }).optional()),
  OTEL_SERVICE_NAME: setting(z.string().optional()),
  OIDC_ISSUER: setting(z.string().refine(isIssuer, issuer).optional()),
  OIDC_CLIENT_ID: setting(z.string().optional()),
  OIDC_CLIENT_SECRET: setting(z.string().optional()),
  OIDC_NAME: setting(z.string().optional()),
}

function namesDatabase(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '' && url.pathname.length > 1
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
