import { UrgencyMark } from '@/components/admin/service/urgency-mark'
import { Instant } from '@/components/marks/instant'
import { CellName } from '@/components/ui/cell-name'
import { urgencyOf } from '@/lib/contract/service/judge'
import type { InstanceStanding } from '@/lib/contract/service/standing'
import { say } from '@/lib/contract/words/catalogue'

/** Every process that said something within a day: what it runs, what it knows, and when it was heard of. */
export function InstanceTable({
  instances,
  newest,
}: {
  readonly instances: readonly InstanceStanding[]
  readonly newest: number | null
}) {
  if (instances.length === 0) return <p className="soft">{say('service.instances.none')}</p>
  return (
    <table className="plain records">
      <thead>
        <tr>
          <th scope="col">{say('service.instances.name')}</th>
          <th scope="col">{say('service.column.state')}</th>
          <th scope="col">{say('service.instances.heard')}</th>
          <th scope="col">{say('service.instances.head')}</th>
          <th scope="col">{say('service.instances.version')}</th>
          <th scope="col">{say('service.instances.started')}</th>
          <th scope="col">{say('service.instances.memory')}</th>
        </tr>
      </thead>
      <tbody>
        {instances.map((instance) => (
          <Row key={instance.id} instance={instance} newest={newest} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ instance, newest }: { readonly instance: InstanceStanding; readonly newest: number | null }) {
  const { name, version, build, startedAt, head, memoryMb } = instance
  const behind = head !== null && newest !== null ? newest - head : 0
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <CellName>{say('service.column.state')}</CellName>
        <UrgencyMark urgency={urgencyOf(instance, newest)} />
      </td>
      <td>
        <CellName>{say('service.instances.heard')}</CellName>
        {heardInWords(instance)}
      </td>
      <td>
        <CellName>{say('service.instances.head')}</CellName>
        {head ?? say('service.noRecord')}
        {behind > 0 && ` (${say('service.instances.behind', { count: behind })})`}
      </td>
      <td>
        <CellName>{say('service.instances.version')}</CellName>
        {version}
        <span className="title soft address">{say('service.instances.build', { build })}</span>
      </td>
      <td>
        <CellName>{say('service.instances.started')}</CellName>
        <Instant at={startedAt} />
      </td>
      <td>
        <CellName>{say('service.instances.memory')}</CellName>
        {say('service.instances.megabytes', { count: memoryMb })}
      </td>
    </tr>
  )
}

function heardInWords({ ended, silentFor }: InstanceStanding): string {
  if (ended) return say('service.instances.ended')
  const seconds = Math.max(0, Math.round(silentFor))
  return seconds < 120
    ? say('service.instances.ago', { seconds })
    : say('service.instances.minutesAgo', { minutes: Math.floor(seconds / 60) })
}
