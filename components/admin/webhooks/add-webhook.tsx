import { type SecretAction, WebhookForm } from '@/components/admin/webhooks/webhook-form.client'
import { EVENT_KINDS } from '@/lib/contract/webhooks/kinds'
import { say } from '@/lib/contract/words/catalogue'

/** Adds a webhook, and shows its secret once. */
export function AddWebhook({ action }: { readonly action: SecretAction }) {
  return (
    <>
      <p className="soft">{say('webhooks.add.hint')}</p>
      <WebhookForm
        id="webhook"
        action={action}
        fields={[
          { name: 'url', label: say('webhooks.add.url'), hint: say('webhooks.add.urlHint') },
          { name: 'description', label: say('webhooks.add.description'), hint: say('webhooks.add.descriptionHint') },
          {
            name: 'materials',
            label: say('webhooks.add.materials'),
            hint: say('webhooks.add.materialsHint'),
            required: false,
          },
          {
            name: 'regimes',
            label: say('webhooks.add.regimes'),
            hint: say('webhooks.add.regimesHint'),
            required: false,
          },
        ]}
        choices={{
          name: 'kinds',
          label: say('webhooks.add.kinds'),
          options: EVENT_KINDS.map((kind) => ({ value: kind, label: say(`webhooks.kind.${kind}`) })),
        }}
        once={say('webhooks.secret.once')}
        submit={say('webhooks.add.button')}
      />
    </>
  )
}
