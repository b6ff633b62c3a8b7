import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import { found, type Option } from '@/lib/contract/edit/form/finding'

/** More are not shown at once: whoever meets so many types another word. */
const SHOWN = 12

/** What a picker is doing: asleep until scripts run, then open over what it found, or closed. */
export function usePicker(input: RefObject<HTMLInputElement | null>, list: string, typed: string) {
  const [options, setOptions] = useState<readonly Option[] | null>(null)
  const [query, setQuery] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const [value, setValue] = useState(typed)
  useEffect(() => setOptions(optionsIn(list)), [list])

  const all = query === null || options === null ? [] : found(options, query)
  const shown = all.slice(0, SHOWN)

  function open(text: string) {
    setQuery(text)
    setActive(0)
  }

  function close() {
    setQuery(null)
  }

  /** Puts a key into the field as if it were typed: the form listens. */
  function choose(key: string) {
    if (input.current === null) return
    input.current.value = key
    input.current.dispatchEvent(new Event('input', { bubbles: true }))
    setValue(key)
    close()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && query !== null) close()
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (query === null) open('')
      else setActive((active + (event.key === 'ArrowDown' ? 1 : shown.length - 1)) % Math.max(1, shown.length))
    } else if (event.key === 'Enter' && query !== null) {
      const option = shown[active]
      if (option !== undefined) choose(option.value)
    } else return
    event.preventDefault()
  }

  return {
    isAwake: options !== null,
    isOpen: query !== null,
    shown,
    total: all.length,
    active,
    called: options?.find((option) => option.value === value)?.label ?? null,
    value,
    open,
    close,
    choose,
    onKeyDown,
    setValue,
  }
}

/** The options that the page carries in a list for browsers without scripts. */
function optionsIn(list: string): readonly Option[] {
  const element = document.getElementById(list)
  if (!(element instanceof HTMLDataListElement)) return []
  return [...element.options].map(({ value, label }) => ({ value, label, also: '' }))
}
