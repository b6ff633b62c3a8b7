import type { Subject } from '@/lib/contract/service/judge'
import type { ServiceStanding } from '@/lib/contract/service/standing'
import { say } from '@/lib/contract/words/catalogue'
import { instantInWords } from '@/lib/contract/words/instant'

const megabytes = (bytes: number) => Math.max(1, Math.round(bytes / 1e6))

/** The figures of one subject, in sentences. */
export function figuresInWords(subject: Subject, standing: ServiceStanding): string {
  return FIGURES[subject](standing).join(' ')
}

const FIGURES: { readonly [subject in Subject]: (standing: ServiceStanding) => readonly string[] } = {
  instances: (standing) => [say('service.says.instances', { serving: serving(standing).length })],
  database: ({ database: { bytes, connections, most } }) => [
    say('service.says.database', { size: megabytes(bytes), connections, most }),
  ],
  replicas: ({ replicas, newest }) =>
    replicas.length === 0
      ? [say('service.says.noReplicas')]
      : replicas.map(({ number, head }) =>
          head === null
            ? say('service.says.replicaAway', { number })
            : say('service.says.replica', { number, behind: Math.max(0, (newest ?? 0) - head) }),
        ),
  backups: ({ backup: { last, failedSince } }) => [
    last === null
      ? say('service.says.noBackup')
      : say('service.says.backup', {
          at: instantInWords(last.at),
          revision: last.revision,
          size: megabytes(last.bytes),
        }),
    ...(failedSince ? [say('service.says.backupFailed')] : []),
  ],
  integrity: ({ integrity }) => {
    if (integrity === null) return [say('service.says.unverified')]
    const { checkedThrough, broken } = integrity
    return [
      say('service.says.integrity', { revision: checkedThrough }),
      ...(broken === null ? [] : [say('service.says.broken', { revision: broken })]),
    ]
  },
  webhooks: ({ webhooks: { on, off, due, givenUp, longestDue } }) => [
    say('service.says.webhooks', { on, off, due, givenUp }),
    ...(due > 0 ? [say('service.says.waits', { minutes: Math.floor(longestDue / 60) })] : []),
  ],
  faults: (standing) => [say('service.says.faults', { count: sum(standing, 'faults') })],
  limits: (standing) => [say('service.says.limits', { count: sum(standing, 'refused') })],
  overdue: ({ overdue: { looks, isAll, silences } }) => [
    say('service.says.overdue', { looks, isAll: String(isAll), silences }),
  ],
}

function serving({ instances }: ServiceStanding) {
  return instances.filter(({ ended, silentFor }) => !ended && silentFor < 60)
}

function sum(standing: ServiceStanding, what: 'faults' | 'refused'): number {
  return serving(standing).reduce((total, one) => total + one[what], 0)
}
