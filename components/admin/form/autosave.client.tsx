'use client'

import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { AutosaveAction } from '@/lib/contract/edit/form/save-state'
import { isTooLarge } from '@/lib/contract/edit/form/size'

/** How long nobody types before the form saves itself. */
const QUIET_MS = 1_500

export type AutosaveWords = {
  readonly typing: string
  readonly saving: string
  /** With `{time}`. */
  readonly saved: string
  /** With `{why}`. */
  readonly notSaved: string
  readonly away: string
  readonly large: string
}

/** Where saving by itself stands. */
export type Saving =
  | { readonly step: 'idle' | 'typing' | 'saving' }
  | { readonly step: 'saved'; readonly at: string; readonly version: number }
  | { readonly step: 'refused'; readonly why: { readonly say: string } | 'away' | 'large' }

/**
 * Saves a form while it is typed. Saves follow one another, each with the version of the one before; a form that is sent
 * waits for the save that is under way, and who leaves with something unsaved is asked first.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement | null>,
  autosave: AutosaveAction,
  { opened, address }: { readonly opened: number | null; readonly address: string },
) {
  const [version, setVersion] = useState(opened)
  const [saved, setSaved] = useState<Saving>({ step: 'idle' })
  const [waiting, wait] = useState<{ readonly button: HTMLElement | null } | null>(null)
  const isDirty = useRef(false)
  const flying = useRef<Promise<void> | null>(null)

  useEffect(() => {
    const element = form.current
    if (element === null) return
    let timer = 0

    function saveNow(from: HTMLFormElement) {
      if (flying.current !== null) return later()
      isDirty.current = false
      setSaved({ step: 'saving' })
      flying.current = sent(from, autosave).then((ended) => {
        flying.current = null
        if (ended.step === 'refused') isDirty.current = true
        if (ended.step === 'saved') setVersion(ended.version)
        // Whoever reloads the page comes back to what was saved, and not to an empty form.
        if (ended.step === 'saved' && opened === null) window.history.replaceState(null, '', address)
        setSaved(isDirty.current && ended.step === 'saved' ? { step: 'typing' } : ended)
      })
    }
    function later() {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => element && saveNow(element), QUIET_MS)
    }
    function onInput({ target }: Event) {
      // Fields without a name belong to the page alone, as the one that filters a list.
      if (target instanceof HTMLInputElement && target.name === '') return
      isDirty.current = true
      setSaved({ step: 'typing' })
      later()
    }
    function onLeave(event: BeforeUnloadEvent) {
      if (isDirty.current) event.preventDefault()
    }
    const stop = () => window.clearTimeout(timer)
    element.addEventListener('input', onInput)
    element.addEventListener('submit', stop)
    window.addEventListener('beforeunload', onLeave)
    return () => {
      stop()
      element.removeEventListener('input', onInput)
      element.removeEventListener('submit', stop)
      window.removeEventListener('beforeunload', onLeave)
    }
  }, [form, autosave, opened, address])

  // A form that was sent while it saved itself goes out with the version that came of that.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever a save has ended
  useEffect(() => {
    if (waiting === null || flying.current !== null) return
    wait(null)
    form.current?.requestSubmit(waiting.button)
  }, [form, waiting, saved])

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const { currentTarget } = event
    const button = (event.nativeEvent as SubmitEvent).submitter
    if (isTooLarge(new FormData(currentTarget))) {
      event.preventDefault()
      setSaved({ step: 'refused', why: 'large' })
      return
    }
    if (flying.current === null) {
      isDirty.current = false
      return
    }
    event.preventDefault()
    wait({ button })
  }
  return { saved, version, onSubmit }
}

/** Sends what is typed. */
async function sent(form: HTMLFormElement, autosave: AutosaveAction): Promise<Saving> {
  const typed = new FormData(form)
  if (isTooLarge(typed)) return { step: 'refused', why: 'large' }
  try {
    const answer = await autosave(typed)
    if ('say' in answer) return { step: 'refused', why: answer }
    return { step: 'saved', ...answer }
  } catch {
    return { step: 'refused', why: 'away' }
  }
}

/** Whether what is typed is saved, for who looks and for who listens. */
export function AutosaveLine({ saved, words }: { readonly saved: Saving; readonly words: AutosaveWords }) {
  return (
    <p className="autosave" role="status" data-step={saved.step}>
      {sentence(saved, words)}
    </p>
  )
}

function sentence(saved: Saving, words: AutosaveWords): string {
  switch (saved.step) {
    case 'idle':
      return ''
    case 'saved':
      return words.saved.replace('{time}', timeOf(saved.at))
    case 'refused':
      return words.notSaved.replace('{why}', typeof saved.why === 'string' ? words[saved.why] : saved.why.say)
    default:
      return words[saved.step]
  }
}

/** By the clock of who types: it is about their own work, and no day of law. */
function timeOf(at: string): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}
