import type { Kind, Records } from '../change'
import type { Keys } from './wanted'

/** What of each record leads to others. */
type Leading = {
  readonly material: 'key' | 'kind' | 'rareEarth' | 'nameEn' | 'components' | 'forms'
  readonly form: 'key'
  readonly regime: 'key'
  readonly instrument: 'key' | 'regime'
  readonly provision: 'key' | 'instrument' | 'effect' | 'targets' | 'materials' | 'forms' | 'partyList' | 'endUse'
  readonly party: 'key' | 'instrument' | 'country'
  readonly source: 'key'
  readonly event: 'key' | 'regimes' | 'instruments'
  readonly claim: 'key' | 'asserts' | 'tags'
  readonly indicator: 'key' | 'materials'
}

/** A record as far as it leads to others: what a part is gathered by. */
export type Light = {
  readonly [K in Kind]: { readonly key: string } & Pick<Records[K], Leading[K] & keyof Records[K]>
}

export type LightLine = Light['provision']

/** The fields by which records are looked up: one key, or a list of keys of which one is enough. */
export type LookedUpBy = {
  readonly material: 'key' | 'components' | 'forms'
  readonly form: 'key'
  readonly regime: 'key'
  readonly instrument: 'key' | 'regime'
  readonly provision: 'key' | 'instrument' | 'targets' | 'materials' | 'forms' | 'partyList'
  readonly party: 'key' | 'instrument'
  readonly source: 'key'
  readonly event: 'key' | 'regimes' | 'instruments'
  readonly claim: 'key' | 'tags'
  readonly indicator: 'key' | 'materials'
}

/** What an assertion means by a word: all materials, or all that are rare earths. */
export type Word = 'all' | 'all-rare-earths'

/** A party, and how many it stands for: itself at least. */
export type Standing = Light['party'] & { readonly standsFor: number }

/** A record of any size, asked only for what is looked up in it. */
export type RecordIndex = {
  /** The records of a kind with any of these keys in a field. */
  readonly find: <K extends Kind>(
    kind: K,
    field: LookedUpBy[K],
    values: Iterable<string>,
  ) => Promise<readonly Light[K][]>
  readonly elements: () => Promise<readonly Light['material'][]>
  readonly forms: () => Promise<readonly Light['form'][]>
  /**
   * Parties on other lists than these, of lists that are law: all of them, or where there are more than `most`, of each country
   * and day of delisting the one that was listed first, with how many it stands for.
   */
  readonly partiesBeside: (lists: Iterable<string>, most: number) => Promise<readonly Standing[]>
  /** The materials that a word means; `null` where there are more than `most`. */
  readonly meantBy: (word: Word, most: number) => Promise<readonly Light['material'][] | null>
  /** Lines that mean the parties of every list, because they name none. */
  readonly linesOnEveryList: () => Promise<readonly LightLine[]>
  /** Claims of which an assertion names any of these materials, or says one of these words. */
  readonly claimsSaying: (materials: Iterable<string>, words: readonly Word[]) => Promise<readonly Light['claim'][]>
  readonly claimsOfForms: (forms: Iterable<string>) => Promise<readonly Light['claim'][]>
  /** What rests on any of these sources: a citation, or a point of a series. */
  readonly citing: (sources: Iterable<string>) => Promise<readonly { readonly kind: Kind; readonly key: string }[]>
  /** Every source that one of these records cites. */
  readonly citedBy: (keys: Keys) => Promise<readonly string[]>
  /** Sources with the address or the title of one of these, as E25 compares them. */
  readonly sourcesLike: (sources: readonly Records['source'][]) => Promise<readonly Light['source'][]>
  /**
   * Instruments that stand for all others, these left out: the one issued first; of each country the law looked through
   * furthest, and the law issued first.
   */
  readonly witnesses: (except: ReadonlySet<string>) => Promise<readonly Light['instrument'][]>
}
