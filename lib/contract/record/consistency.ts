import { LIST_OF } from '@/lib/ledger/change'
import { missingTargets } from '@/lib/ledger/rules/acts'
import type { Breach } from '@/lib/ledger/rules/broken'
import { circlesAmong, extendedExtensions } from '@/lib/ledger/rules/circles'
import { formsThatMeetNone, provisionsOfStatements } from '@/lib/ledger/rules/lines'
import { danglingReferences } from '@/lib/ledger/rules/references'
import {
  doubleSources,
  formsInOnePlace,
  missingRegimes,
  unnamedLists,
  wrongCountOfElements,
} from '@/lib/ledger/rules/whole'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { say } from '../words/catalogue'
import type { FileName } from './files'
import type { Report } from './problem'
import { quoted } from './quoted'

/** Every key that a file uses, by file. */
export type Keys = { readonly [name in FileName]: ReadonlySet<string> }

/** What a file says of one breach of a rule. */
type Words = (names: Breach['names']) => string

/**
 * The rules between records (E4, E8, E19, E20), in the words of the files. They are asked of the keys in use: a record
 * that could not be read still has its key.
 */
export function checkReferences(record: WholeRecord, keys: Keys, report: Report): void {
  const isThere = (target: string) => keys.instruments.has(target) || keys.provisions.has(target)
  const told = tellingTo(report)
  told(danglingReferences(record, byKind(keys)), ({ name, of }) =>
    say('record.field.reference', { value: quoted(name), file: `${LIST_OF[of as keyof typeof LIST_OF]}.json` }),
  )
  told(missingTargets(record.provisions, isThere), ({ target }) =>
    say('record.field.target', { value: quoted(target) }),
  )
  told(circlesAmong(record.provisions), ({ circle }) => say('record.provision.circle', { circle: text(circle) }))
  told(extendedExtensions(record.provisions), ({ target }) =>
    say('record.provision.extendsExtension', { target: text(target) }),
  )
}

/** What records that are right by themselves may still say of each other that cannot be (E7, E21 to E26). */
export function checkConsistency(record: WholeRecord, report: Report): void {
  const count = wrongCountOfElements(record)
  if (count !== null) {
    report({ file: 'materials', key: null, field: null, what: say('record.file.elements', { count }) })
  }
  const told = tellingTo(report)
  told(formsInOnePlace(record), ({ order, other }) =>
    say('record.form.order', { value: quoted(order), other: text(other) }),
  )
  told(provisionsOfStatements(record), ({ instrument }) =>
    say('record.provision.statement', { value: quoted(instrument) }),
  )
  told(formsThatMeetNone(record), ({ form, material }) =>
    form === 'none'
      ? say('record.provision.materialWithoutForm', { value: quoted(material) })
      : say('record.provision.formOfNone', { value: quoted(form) }),
  )
  told(unnamedLists(record), ({ instrument }) => say('record.party.unnamedList', { value: quoted(instrument) }))
  told(doubleSources(record), ({ field, other }) => say(`record.source.${urlOrTitle(field)}`, { other: text(other) }))
  told(missingRegimes(record), ({ regime, instrument }) =>
    say('record.event.regimeOf', { regime: text(regime), instrument: text(instrument) }),
  )
}

function tellingTo(report: Report) {
  return (breaches: readonly Breach[], words: Words): void => {
    for (const { kind, key, field, names } of breaches) report({ file: LIST_OF[kind], key, field, what: words(names) })
  }
}

function byKind(keys: Keys): Parameters<typeof danglingReferences>[1] {
  const kinds = Object.entries(LIST_OF).map(([kind, file]) => [kind, keys[file]] as const)
  return Object.fromEntries(kinds) as unknown as Parameters<typeof danglingReferences>[1]
}

function text(name: string | number | undefined): string {
  return String(name)
}

function urlOrTitle(field: string | number | undefined): 'url' | 'title' {
  return field === 'url' ? 'url' : 'title'
}
