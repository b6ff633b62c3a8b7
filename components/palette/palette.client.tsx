'use client'

import { Command } from 'cmdk'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { LANGUAGE_TAGS, type Language } from '@/lib/contract/words/language'
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
  const [chosen, setChosen] = useState({ list: '', value: '' })
  const [done, setDone] = useState('')
  const [waiting, setWaiting] = useState(false)
  const language: Language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'
  const say = wordsIn(language)
  const q = typed.trim()
  const answered = useFound(q, language)
  const fresh = answered.q === q
  const groups = groupsFor({ q, fresh, found: answered.answer, asked, language, say, tell: setDone })
  const first = groups[0]?.lines[0]
  // Every new list begins at its first line: Enter opens what the server ranks first.
  const list = `${fresh} ${q}`
  const value = chosen.list === list ? chosen.value : (first?.value ?? '')

  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector('input')?.focus() // else the box around it has the focus
    return dialog.current === null ? undefined : nameTheChosen(dialog.current)
  }, [])
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
      <Command
        label={say('palette.label')}
        shouldFilter={false}
        vimBindings={false}
        loop
        value={value}
        onValueChange={(line) => setChosen({ list, value: line })}
        onKeyDown={onKeyDown}
      >
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
        <PaletteLines
          name={say('palette.title')}
          groups={groups}
          other={LANGUAGE_TAGS[language === 'zh' ? 'en' : 'zh']}
        />
      </Command>
      <p className="palette-told" role="status">
        {q === '' ? done : fresh ? toldOf(answered, say) : ''}
      </p>
      <p className="palette-help">{say('palette.help')}</p>
    </dialog>
  )
}

/** The box names the line that is chosen, for who hears the list: cmdk looks it up a moment too early. */
function nameTheChosen(dialog: HTMLDialogElement): () => void {
  const name = () => {
    const line = dialog.querySelector('[cmdk-item][aria-selected="true"]')
    dialog.querySelector('input')?.setAttribute('aria-activedescendant', line?.id ?? '')
  }
  const watch = new MutationObserver(name)
  watch.observe(dialog, { subtree: true, childList: true, attributeFilter: ['aria-selected'] })
  name()
  return () => watch.disconnect()
}

function toldOf({ answer }: Answered, say: PaletteWords): string {
  if (answer === null) return say('palette.failed')
  return answer.total === 0 ? say('palette.none') : say('palette.found', { count: answer.total })
}
