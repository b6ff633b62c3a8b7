'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'

/** The button of a form. While the form is on its way it says so and takes no second click; without JavaScript it is a plain button. */
export function SubmitButton({
  children,
  main = true,
  name,
  value,
}: {
  readonly children: ReactNode
  /** The one step that the page is about. */
  readonly main?: boolean
  readonly name?: string
  readonly value?: string
}) {
  const { pending } = useFormStatus()
  return (
    <button
      type="submit"
      className="button"
      data-main={main ? '' : undefined}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
      {...(name === undefined ? {} : { name, value })}
    >
      {children}
    </button>
  )
}
