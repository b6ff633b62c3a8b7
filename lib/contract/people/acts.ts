/** Every act that the log knows, in the order in which a list offers them. It is only ever added to, as the log is. */
export const ACTS = [
  'draft.opened',
  'draft.described',
  'draft.entries-added',
  'draft.entry-saved',
  'draft.entry-removed',
  'draft.commented',
  'draft.submitted',
  'draft.withdrawn',
  'draft.changes-requested',
  'draft.approved',
  'draft.rule-confirmed',
  'draft.rule-overridden',
  'draft.rebased',
  'draft.abandoned',
  'draft.published',
  'draft.published-in-a-hurry',
  'revision.reviewed',
  'session.signed-in',
  'session.refused',
  'session.signed-out',
  'session.ended-everywhere',
  'password.changed',
  'password.renewed',
  'second-factor.on',
  'second-factor.off',
  'second-factor.taken-away',
  'invitation.made',
  'invitation.withdrawn',
  'invitation.accepted',
  'person.added',
  'person.renamed',
  'person.role-changed',
  'person.disabled',
  'person.enabled',
  'snapshot.noted',
  'webhook.added',
  'webhook.turned-on',
  'webhook.turned-off',
  'webhook.secret-rotated',
  'webhook.removed',
  'webhook.tested',
  'webhook.delivery-retried',
] as const

export type Act = (typeof ACTS)[number]

/** What is done to a draft, without the word before the point. */
export type ActOnDraft = Act extends infer One ? (One extends `draft.${infer Done}` ? Done : never) : never

export function isAct(text: string): text is Act {
  return ACTS.some((act) => act === text)
}
