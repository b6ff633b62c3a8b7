import type { DraftActs } from '@/components/admin/draft/draft-view'
import type { Draft } from '@/lib/contract/edit/draft'
import type { Standing } from '@/lib/contract/edit/standing'
import * as actions from './actions'

/** The acts of a draft's page, bound to the draft and to what its page shows of it. */
export function actsOf(
  { id, version }: Pick<Draft, 'id' | 'version'>,
  { fingerprint }: Pick<Standing, 'fingerprint'>,
): DraftActs {
  return {
    describe: actions.describe.bind(null, id, version),
    abandon: actions.abandon.bind(null, id),
    remove: (entry, saved) => actions.remove.bind(null, id, { id: entry, version: saved }),
    confirm: ({ rule, kind, key }) => actions.confirmRule.bind(null, id, { rule, kind, key }),
    override: ({ rule, kind, key }) => actions.overrideRule.bind(null, id, { rule, kind, key }),
    comment: actions.comment.bind(null, id, crypto.randomUUID()),
    submit: actions.submit.bind(null, id),
    withdraw: actions.withdraw.bind(null, id),
    request: actions.requestChanges.bind(null, id),
    approve: actions.approve.bind(null, id, fingerprint),
    publish: actions.publish.bind(null, id, { fingerprint, urgent: false }),
    'publish-urgently': actions.publish.bind(null, id, { fingerprint, urgent: true }),
  }
}
