'use client'

import { useEffect, useState } from 'react'

/**
 * Subscribes to a calendar at once. Only the browser knows under which name the site was reached, and such an address needs
 * it: it appears once scripts run, beside the calendar itself, which is there for everyone.
 */
export function Webcal({ href, label }: { readonly href: string; readonly label: string }) {
  const [host, setHost] = useState<string | null>(null)
  useEffect(() => setHost(window.location.host), [])
  return host === null ? null : <a href={`webcal://${host}${href}`}>{label}</a>
}
