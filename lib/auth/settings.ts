import 'server-only'

/** An organisation's own sign-in, by OpenID Connect. */
export type Organisation = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the link on the sign-in page calls it. */
  readonly name: string
}

/** What the start of the server leaves in the environment for signing in; it has been checked there. */
export type SignInSettings = {
  readonly secret: string
  readonly baseUrl: string | null
  readonly organisation: Organisation | null
  /** Whether who reviews or administers has to have a second factor. */
  readonly demandsSecondFactor: boolean
}

/** @throws {Error} when there is no secret: starting the server makes one. */
export function signInSettings(variables: Readonly<Record<string, string | undefined>> = process.env): SignInSettings {
  const set = (name: string) => variables[name] || null
  const secret = set('SLUICE_SECRET')
  if (secret === null) throw new Error('SLUICE_SECRET is not set')

  const issuer = set('OIDC_ISSUER')
  const clientId = set('OIDC_CLIENT_ID')
  const clientSecret = set('OIDC_CLIENT_SECRET')
  const organisation =
    issuer !== null && clientId !== null && clientSecret !== null
      ? { issuer, clientId, clientSecret, name: set('OIDC_NAME') ?? new URL(issuer).hostname }
      : null
  return { secret, baseUrl: set('BASE_URL'), organisation, demandsSecondFactor: set('SECOND_FACTOR') === 'required' }
}

/** What the organisation's own sign-in is called; `null` where there is none. */
export function organisationName(): string | null {
  return signInSettings().organisation?.name ?? null
}
