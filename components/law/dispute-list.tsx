import { English } from '@/components/ui/english'
import type { Dispute } from '@/lib/ledger/record'

/** Open questions as the record keeps them: told side by side, never settled silently. */
export function DisputeList({ disputes }: { readonly disputes: readonly Dispute[] }) {
  return (
    <ul className="disputes">
      {disputes.map((dispute) => (
        <li key={dispute.id}>
          <span className="code">{dispute.id}</span> <English>{dispute.text}</English>
        </li>
      ))}
    </ul>
  )
}
