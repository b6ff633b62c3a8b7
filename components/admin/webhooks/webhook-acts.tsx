import { Hint } from '@/components/admin/ui/field'
import { type SecretAction, WebhookForm } from '@/components/admin/webhooks/webhook-form.client'
import { say } from '@/lib/contract/words/catalogue'
import { instantInWords } from '@/lib/contract/words/instant'

type Act = () => Promise<void>

export type WebhookActions = {
  readonly test: Act
  readonly turnOn: Act
  readonly turnOff: Act
  readonly remove: Act
  readonly rotate: SecretAction
}

/** What an admin can do with a webhook that was not removed. */
export function WebhookActs({
  isOn,
  earlierUntil,
  hours,
  actions,
}: {
  readonly isOn: boolean
  /** Until when the secret before this one signs; `null` for none. */
  readonly earlierUntil: string | null
  /** How long a secret that is made anew leaves the one before it valid. */
  readonly hours: number
  readonly actions: WebhookActions
}) {
  return (
    <>
      {isOn && <Row act={actions.test} name={say('webhooks.page.test')} hint={say('webhooks.page.testHint')} />}
      <Row
        act={isOn ? actions.turnOff : actions.turnOn}
        name={say(isOn ? 'webhooks.page.turnOff' : 'webhooks.page.turnOn')}
        hint={say('webhooks.page.turnOffHint')}
      />
      <WebhookForm
        id="rotate"
        action={actions.rotate}
        fields={[]}
        choices={null}
        once={say('webhooks.secret.once')}
        submit={say('webhooks.secret.rotate')}
        hint={[
          say('webhooks.secret.lead', { hours }),
          ...(earlierUntil === null ? [] : [say('webhooks.secret.earlier', { until: instantInWords(earlierUntil) })]),
        ].join(' ')}
      />
      <Row act={actions.remove} name={say('webhooks.page.remove')} hint={say('webhooks.page.removeHint')} />
    </>
  )
}

/** One thing to do, and what comes of it. */
function Row({ act, name, hint }: { readonly act: Act; readonly name: string; readonly hint: string }) {
  return (
    <form action={act} className="webhook-act">
      <button type="submit" className="button">
        {name}
      </button>
      <Hint>{hint}</Hint>
    </form>
  )
}
