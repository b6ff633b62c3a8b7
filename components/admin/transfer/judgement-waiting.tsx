import { say } from '@/lib/contract/words/catalogue'

/** Stands where the rules and consequences of a dry run will: without JavaScript it is the way to them. */
export function JudgementWaiting({ run }: { readonly run: string }) {
  return (
    <p className="soft">
      {say('transfer.run.waiting')} <a href={`/admin/import/${run}?judged=now`}>{say('transfer.run.alone')}</a>
    </p>
  )
}
