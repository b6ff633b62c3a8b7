import type { Control } from './control'

/** One field as a browser posts it. */
export type Posted = readonly [name: string, value: string]

/** Stands after the name of a list: which of its rows are posted, in their order. */
export const ROW = '.row'

/** Stands after the name of a field that takes a list or a word for all: the word. */
export const EVERY = '.every'

/**
 * What a browser posts when nothing is changed in these fields. Every field that was shown says so, be it with an empty
 * text: one that is missing was not shown, and keeps what it has.
 */
export function postedBy(controls: readonly Control[]): readonly Posted[] {
  return controls.flatMap((control): readonly Posted[] => {
    const { name } = control
    switch (control.type) {
      case 'yes-no':
        return [[name, 'no'], ...(control.on ? [[name, 'yes'] as const] : [])]
      case 'ticked':
      case 'picked':
        return several(name, control.chosen)
      case 'every-or':
        return [[name + EVERY, control.every], ...several(name, control.chosen)]
      case 'group':
        return postedBy(control.controls)
      case 'rows':
        return [
          [name + ROW, ''],
          ...[...control.rows, ...control.spare].flatMap(({ id, controls: inside }) => [
            [name + ROW, id] as const,
            ...postedBy(inside),
          ]),
        ]
      default:
        return [[name, control.value]]
    }
  })
}

function several(name: string, chosen: readonly string[]): readonly Posted[] {
  return [[name, ''], ...chosen.map((one) => [name, one] as const)]
}
