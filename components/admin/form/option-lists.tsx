import type { Option } from '@/lib/contract/edit/form/finding'
import type { OptionLists } from '@/lib/contract/edit/form/options'
import type { Named } from '@/lib/contract/edit/form/widget'
import { say } from '@/lib/contract/words/catalogue'

/** The id of the list that a picker takes its options from. */
export function listId(names: Named | undefined): string {
  return `list-${names}`
}

/** The lists of a form, once for all its pickers: without scripts the browser offers them, with scripts they are searched. */
export function OptionListsOf({ lists }: { readonly lists: OptionLists }) {
  return Object.entries(lists).map(([names, options]) => (
    <datalist key={names} id={listId(names as Named)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {calledIn(option)}
        </option>
      ))}
    </datalist>
  ))
}

/** What an option is called, with everything that it is looked for by. */
export function calledIn({ label, also }: Option): string {
  return also === '' ? label : `${label} · ${also}`
}

/** The words of a picker: an island carries no catalogue. @param listsAll whether what is not listed is not on file. */
export function pickerWords(listsAll: boolean) {
  return {
    unknown: say(listsAll ? 'forms.picker.notOnFile' : 'forms.picker.notListed'),
    list: say('forms.picker.list'),
    none: say('forms.picker.none'),
    count: say.raw('forms.picker.count') as string,
  }
}

export type PickerWords = ReturnType<typeof pickerWords>
