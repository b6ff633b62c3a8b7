import type { InstanceStanding, ServiceStanding } from './standing'

/** Whether somebody has to do something: nothing, look at it in the next days, or act today. */
export type Urgency = 'fine' | 'look' | 'act'

/** What is judged of a service as a whole, and the part of the runbook that says what to do. */
export const SUBJECTS = [
  'instances',
  'database',
  'replicas',
  'backups',
  'integrity',
  'webhooks',
  'faults',
  'limits',
  'overdue',
] as const

export type Subject = (typeof SUBJECTS)[number]

export type Judged = { readonly subject: Subject; readonly urgency: Urgency }

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** From where on somebody should look, or act; `.config/alerts.yml` says the same to who is woken. */
export const LINES = {
  /** An instance says something every ten seconds. */
  silent: { look: MINUTE, act: 5 * MINUTE },
  /** One that was silent for so long was ended some other way, and another has its place. */
  gone: HOUR,
  /** A copy may be this many revisions behind for a moment. */
  behind: { look: 1, act: 10 },
  /** Shares of the connections that the database gives. */
  connections: { look: 0.8, act: 0.95 },
  backup: { look: 26 * HOUR, act: 3 * DAY },
  due: { look: 15 * MINUTE, act: 6 * HOUR },
} as const

/** What of a service somebody should look at, one line for each subject. */
export function judgeService(standing: ServiceStanding): readonly Judged[] {
  return SUBJECTS.map((subject) => ({ subject, urgency: JUDGES[subject](standing) }))
}

const JUDGES: { readonly [subject in Subject]: (standing: ServiceStanding) => Urgency } = {
  instances: ({ instances, newest }) => worst(instances.map((one) => urgencyOf(one, newest))),
  database: ({ database: { connections, most } }) => beyond(most > 0 ? connections / most : 0, LINES.connections),
  replicas: ({ replicas, newest }) =>
    worst(replicas.map(({ head }) => (head === null ? 'act' : beyond((newest ?? 0) - head, LINES.behind)))),
  backups: ({ backup: { last, failedSince } }) => {
    if (last === null) return 'act'
    return worst([beyond(last.age, LINES.backup), failedSince ? 'look' : 'fine'])
  },
  integrity: ({ integrity, newest }) => {
    if (integrity === null) return 'look'
    if (integrity.broken !== null) return 'act'
    return integrity.checkedThrough < (newest ?? 0) ? 'look' : 'fine'
  },
  webhooks: ({ webhooks: { longestDue, givenUp } }) =>
    worst([beyond(longestDue, LINES.due), givenUp > 0 ? 'look' : 'fine']),
  faults: ({ instances }) => (serving(instances).some(({ faults }) => faults > 0) ? 'look' : 'fine'),
  limits: ({ instances }) => (serving(instances).some(({ refused }) => refused > 0) ? 'look' : 'fine'),
  overdue: ({ overdue: { looks, silences } }) => {
    if (silences > 0) return 'act'
    return looks > 0 ? 'look' : 'fine'
  },
}

/** How one process stands: one that ended as it was asked to is nobody's concern. */
export function urgencyOf({ ended, silentFor, head }: InstanceStanding, newest: number | null): Urgency {
  if (ended) return 'fine'
  if (silentFor > LINES.gone) return 'look'
  const behind = head !== null && newest !== null ? newest - head : 0
  return worst([beyond(silentFor, LINES.silent), behind > 0 ? 'look' : 'fine'])
}

function serving(instances: readonly InstanceStanding[]): readonly InstanceStanding[] {
  return instances.filter(({ ended, silentFor }) => !ended && silentFor < LINES.silent.act)
}

function beyond(figure: number, { look, act }: { readonly look: number; readonly act: number }): Urgency {
  if (figure >= act) return 'act'
  return figure >= look ? 'look' : 'fine'
}

function worst(all: readonly Urgency[]): Urgency {
  if (all.includes('act')) return 'act'
  return all.includes('look') ? 'look' : 'fine'
}
