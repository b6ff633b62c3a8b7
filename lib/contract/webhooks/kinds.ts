/**
 * What a webhook can be told of. A revision is one of the first two: a correction says that we were wrong, so that it can be
 * asked for alone. A deadline is told beforehand, and when its day has passed with nothing published.
 */
export const EVENT_KINDS = [
  'revision.published',
  'revision.corrected',
  'deadline.approaching',
  'deadline.passed',
] as const

export type EventKind = (typeof EVENT_KINDS)[number]

/** What an admin has sent to see whether a target answers. Nobody subscribes to it. */
export const TEST_KIND = 'webhook.test'

/** So many days before a legal day it is told of. */
export const LEADS = [90, 30, 7, 1] as const

export function isEventKind(text: string): text is EventKind {
  return EVENT_KINDS.some((kind) => kind === text)
}
