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
      {isOn && (
        <form action={actions.test} className="form">
          <Button>{say('webhooks.page.test')}</Button>
        </form>
      )}
      <form action={isOn ? actions.turnOff : actions.turnOn} className="form">
        <Button>{say(isOn ? 'webhooks.page.turnOff' : 'webhooks.page.turnOn')}</Button>
        <Hint>{say('webhooks.page.turnOffHint')}</Hint>
      </form>
      <WebhookForm
        id="rotate"
        action={actions.rotate}
        fields={[]}
        choices={null}
        once={say('webhooks.secret.once')}
        submit={say('webhooks.secret.rotate')}
      />
      <Hint>{say('webhooks.secret.lead', { hours })}</Hint>
      {earlierUntil !== null && <Hint>{say('webhooks.secret.earlier', { until: instantInWords(earlierUntil) })}</Hint>}
      <form action={actions.remove} className="form">
        <Button>{say('webhooks.page.remove')}</Button>
        <Hint>{say('webhooks.page.removeHint')}</Hint>
      </form>
    </>
  )
}

function Button({ children }: { readonly children: string }) {
  return (
    <button type="submit" className="button">
      {children}
    </button>
  )
}
