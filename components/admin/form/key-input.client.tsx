'use client'

import { useRef } from 'react'
import type { PickerWords } from '@/components/admin/form/option-lists'
import { usePicker } from '@/components/admin/form/use-picker'

/**
 * A field for the key of a record. Without scripts the browser offers the keys of its list; with scripts it is a combobox
 * that is searched by names in English and Chinese, symbols and numbers, and says what the key is called.
 *
 * Anything may be typed: a key that is on nobody's list is said to be, and kept.
 */
export function KeyInput({
  id,
  name,
  value,
  list,
  called,
  words,
  label,
  ...described
}: {
  readonly id: string
  readonly name: string
  readonly value: string
  /** The id of the list in the page. */
  readonly list: string
  /** What the key is called that stands here at first. */
  readonly called: string
  readonly words: PickerWords
  /** The name of the field where no label of its own says it. */
  readonly label?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}) {
  const input = useRef<HTMLInputElement>(null)
  const picker = usePicker(input, list, value)
  const listbox = `${id}-found`
  const awake = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': picker.isOpen,
    'aria-controls': listbox,
    'aria-activedescendant': picker.isOpen && picker.shown.length > 0 ? `${listbox}-${picker.active}` : undefined,
  } as const
  return (
    <div className="picker">
      <input
        {...described}
        {...(picker.isAwake ? awake : { list })}
        ref={input}
        id={id}
        name={name}
        aria-label={label}
        className="field"
        defaultValue={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          picker.setValue(event.target.value)
          picker.open(event.target.value)
        }}
        onKeyDown={picker.onKeyDown}
        onBlur={picker.close}
      />
      {picker.isOpen && <Found id={listbox} picker={picker} words={words} />}
      <p className="picked">{picker.isAwake ? nameOf(picker, words) : called}</p>
    </div>
  )
}

/** What the key is called; while it is being looked for, nothing. */
function nameOf({ value, called, isOpen }: Picker, words: PickerWords): string {
  if (isOpen || value.trim() === '') return ''
  return called ?? words.unknown
}

type Picker = ReturnType<typeof usePicker>

function Found({ id, picker, words }: { readonly id: string; readonly picker: Picker; readonly words: PickerWords }) {
  const { shown, total, active } = picker
  return (
    <div className="found">
      <div id={id} role="listbox" aria-label={words.list}>
        {shown.map((option, index) => (
          // The keyboard stays in the field and moves by `aria-activedescendant`; here only a pointer chooses.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field that owns this list handles the keys
          <div
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => picker.choose(option.value)}
          >
            <span className="code">{option.value}</span> {option.label}
          </div>
        ))}
      </div>
      <p className="field-hint" role="status">
        {total === 0
          ? words.none
          : words.count.replace('{shown}', String(shown.length)).replace('{total}', String(total))}
      </p>
    </div>
  )
}
