'use client'

import { Command } from 'cmdk'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Language } from '@/lib/contract/words/language'
import { groupsFor } from './groups'
import { PaletteLines } from './palette-lines'
import { type Answered, useFound } from './use-found'
import { type PaletteWords, wordsIn } from './words'

export type PaletteProps = { readonly asked: boolean; readonly onClose: () => void }

/** The longest text that is searched for; see `lib/contract/sought`, which would weigh on what is fetched here. */
const LONGEST = 120

/**
 * One box for finding things, going to pages and asking the page otherwise. The browser's own dialog keeps the focus in and
 * gives it back; the list is ranked by the server alone.
 *
 * @param asked whether this page has a question that can be asked otherwise.
 */
export function Palette({ asked, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [done, setDone] = useState('')
  const [waiting, setWaiting] = useState(false)
  const language: Language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'
  const say = wordsIn(language)
  const q = typed.trim()
  const answered = useFound(q, language)
  const fresh = answered.q === q
  const groups = groupsFor({ q, fresh, found: answered.answer, asked, language, say, tell: setDone })
  const first = groups[0]?.lines[0]

  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    if (!waiting || !fresh) return
    setWaiting(false)
    first?.act()
  }, [waiting, fresh, first])

  /** Enter on a text that is not answered yet opens the first line of its answer, not one of the text before. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || fresh || event.nativeEvent.isComposing) return
    event.preventDefault()
    setWaiting(true)
  }
  const close = () => dialog.current?.close()
  const closeOutside = (event: PointerEvent) => event.target === dialog.current && close()

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={say('palette.title')}
      onClose={onClose}
      onPointerDown={closeOutside}
    >
      <Command label={say('palette.label')} shouldFilter={false} vimBindings={false} loop onKeyDown={onKeyDown}>
        <div className="palette-box">
          <Command.Input
            value={typed}
            onValueChange={setTyped}
            placeholder={say('palette.hint')}
            maxLength={LONGEST}
            className="field"
          />
          <button type="button" className="quiet-button" onClick={close}>
            {say('palette.close')}
          </button>
        </div>
        <PaletteLines name={say('palette.title')} groups={groups} />
      </Command>
      <p className="palette-told" role="status">
        {q === '' ? done : fresh ? toldOf(answered, say) : ''}
      </p>
      <p className="palette-help">{say('palette.help')}</p>
    </dialog>
  )
}

function toldOf({ answer }: Answered, say: PaletteWords): string {
  if (answer === null) return say('palette.failed')
  return answer.total === 0 ? say('palette.none') : say('palette.found', { count: answer.total })
}
