import 'server-only'

/** What the start of the server leaves in the environment for webhooks; it has been checked there. */
export type NotifyingSettings = {
  /** The server's secret: webhooks' own are encrypted with a key derived from it. */
  readonly secret: string
  /** Whether targets may have addresses that are not public, and go without TLS. */
  readonly allowPrivate: boolean
}

/** @throws {Error} when there is no secret: starting the server makes one. */
export function notifyingSettings(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): NotifyingSettings {
  const secret = variables['SLUICE_SECRET'] || null
  if (secret === null) throw new Error('SLUICE_SECRET is not set')
  return { secret, allowPrivate: variables['WEBHOOKS_ALLOW_PRIVATE'] === '1' }
}
