import { instantInWords } from '@/components/admin/ui/instant-words'

/** An instant of our own work as `<time>`, in Beijing like every day of this record. */
export function Instant({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} className="nowrap">
      {instantInWords(at)}
    </time>
  )
}
