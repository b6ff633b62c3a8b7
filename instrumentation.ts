/**
 * Lends to the server in front of the pages (lib/operating), which is no part of this bundle, what it tells who operates it, loaded
 * when it is asked for; and before anybody is answered, how much each network may have made for it. No reader's answer comes
 * from here.
 */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  Object.assign(globalThis, {
    'sluice.service': async () => (await import('@/lib/editing/service/lent')).service,
    'sluice.verify': async () => (await import('@/lib/reading/integrity/integrity')).readIntegrity(),
  })
  await import('@/lib/sharing/crowd') // it lends itself
}
