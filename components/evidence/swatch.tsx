import type { ShownStatus } from '@/lib/contract/words/status'

/** A piece of a band: the tint and the texture of its status. */
export function Swatch({ status }: { readonly status: ShownStatus }) {
  return (
    <span className="swatch" data-s={status} data-law={status}>
      <svg viewBox="0 0 28 14" aria-hidden="true">
        <rect width="28" height="14" />
        <rect className="woven" width="28" height="14" />
      </svg>
    </span>
  )
}
