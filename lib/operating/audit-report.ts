import { askedOfTheRegistry, judged, writtenExceptions } from './advisories'

/** What is said of the packages, and whether it is a finding; `null` where nobody could be asked. */
export type AuditReport = { readonly good: boolean | null; readonly says: string }

/** @param today `2026-11-22`, by which exceptions end. */
export async function auditReport(today = new Date().toISOString().slice(0, 10)): Promise<AuditReport> {
  const excused = writtenExceptions()
  const found = await askedOfTheRegistry()
  if (!('length' in found)) {
    const over = excused.filter(({ until }) => until < today).map(({ advisory }) => advisory)
    if (over.length > 0) return { good: false, says: `Exceptions in .config/audit.json are over: ${over.join(', ')}` }
    return { good: null, says: `Advisories against the packages could not be asked for (${found.why}).` }
  }
  const { open, stale } = judged(found, excused, today)
  if (open.length + stale.length === 0) {
    return { good: true, says: `No advisory against a package of the lock; ${excused.length} written exception(s).` }
  }
  return {
    good: false,
    says: [
      ...open.map((one) => `${one.severity}: ${one.package}: ${one.title} (${one.id})`),
      ...stale.map((one) => `An exception in .config/audit.json is over, or excuses nothing any more: ${one}`),
    ].join('\n'),
  }
}
