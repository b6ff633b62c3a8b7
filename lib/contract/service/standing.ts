/** A process that serves, as it said of itself last. */
export type InstanceStanding = {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly build: string
  readonly startedAt: string
  readonly head: number | null
  readonly memoryMb: number
  readonly refused: number
  readonly faults: number
  /** Seconds since it said something. */
  readonly silentFor: number
  /** Whether it said that it ends. */
  readonly ended: boolean
}

/** The last backup that is whole, with the seconds since it ended; and whether one failed after it. */
export type BackupStanding = {
  readonly last: {
    readonly age: number
    readonly at: string
    readonly revision: number
    readonly bytes: number
  } | null
  readonly failedSince: boolean
}

/** Through which revision the hashes were computed again and hold, and the first that does not; both as this process last found. */
export type IntegrityStanding = { readonly checkedThrough: number; readonly broken: number | null }

/** How the service stands at one moment, in figures. Times are seconds. */
export type ServiceStanding = {
  /** The newest revision; `null` while nothing is recorded. */
  readonly newest: number | null
  readonly instances: readonly InstanceStanding[]
  readonly database: { readonly bytes: number; readonly connections: number; readonly most: number }
  readonly replicas: readonly { readonly number: number; readonly head: number | null }[]
  readonly webhooks: {
    readonly on: number
    readonly off: number
    readonly due: number
    readonly longestDue: number
    readonly givenUp: number
  }
  readonly backup: BackupStanding
  readonly overdue: { readonly looks: number; readonly isAll: boolean; readonly silences: number }
  /** `null` where it was not looked at. */
  readonly integrity: IntegrityStanding | null
}
