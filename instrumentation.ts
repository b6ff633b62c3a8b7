/**
 * Lends to the server in front of the pages (lib/operating/telemetry), which is no part of this bundle, what it tells who operates
 * it. Nothing is loaded before it is asked for, and no reader's answer comes from it.
 */
export function register(): void {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  Object.assign(globalThis, {
    'sluice.service': async () => (await import('@/lib/editing/service/lent')).service,
  })
}
