import type { Change } from '../change'
import { citedByChanges, type Edited, editedIn, materialsChangedIn } from './edited'
import {
  type Gathering,
  gather,
  gatheringFrom,
  gatherPlaces,
  keysGathered,
  type Place,
  wholeInstruments,
  withActsOn,
  withAllNamed,
  withTargets,
} from './gathering'
import type { LightLine, RecordIndex } from './record-index'
import type { Keys } from './wanted'

/**
 * The keys of a part of a record on which a change set is judged by the rules of editing as it is on the whole, provided that
 * the record keeps them now: whatever a change can break names the changed record, or is named by it.
 *
 * @param besides records that are in the part as well.
 */
export async function ruleKeys(
  index: RecordIndex,
  changes: readonly Change[],
  besides: readonly Place[] = [],
): Promise<Keys> {
  const part = gatheringFrom(index)
  await gatherPlaces(part, besides)
  await withWhatRulesAsk(part, await editedIn(part, changes))
  return closedKeys(part, changes)
}

/** The keys of a part with all that anything of it names. */
export async function closedKeys(part: Gathering, changes: readonly Change[]): Promise<Keys> {
  await withAllNamed(part)
  return keysGathered(part, citedByChanges(changes))
}

/** Puts into a part what the rules ask of a change set; gives the lines that it changes, and those that they act on. */
export async function withWhatRulesAsk(part: Gathering, edited: Edited): Promise<readonly LightLine[]> {
  const { index } = part
  gather(part, 'form', await index.forms()) // E24
  gather(part, 'material', await index.elements()) // E23
  gather(part, 'source', await index.sourcesLike(sourcesMade(edited))) // E25
  const lines = await changedLines(part, edited)
  const instruments = new Set([
    ...edited.keys('instrument'),
    ...edited.states('provision').map((one) => one.instrument),
  ])
  await wholeInstruments(part, instruments) // E7, E10
  const hit = await withTargets(part, lines) // E3, E4, E19, E20
  const acting = instruments.size === 0 ? [] : await index.find('provision', 'targets', instruments)
  await withActsOn(part, [...hit, ...acting]) // E2, E3, E19
  await withListsOf(part, edited)
  await withWhatNames(part, edited)
  return hit
}

function sourcesMade({ changes }: Edited) {
  return changes.flatMap((one) => (one.kind === 'source' && one.record !== null ? [one.record] : []))
}

/** The lines that a change set changes: themselves as they were and will be, or through their instruments. */
async function changedLines({ index }: Gathering, edited: Edited): Promise<readonly LightLine[]> {
  const instruments = edited.keys('instrument')
  const own = instruments.length === 0 ? [] : await index.find('provision', 'instrument', instruments)
  return [...own, ...edited.states('provision')]
}

/** E22: the parties of the lists that are touched. What names these lists comes with the parties. */
async function withListsOf(part: Gathering, edited: Edited): Promise<void> {
  const named = edited.states('provision').flatMap(({ partyList }) => partyList ?? [])
  const lists = new Set([
    ...edited.keys('instrument'),
    ...edited.states('party').map((one) => one.instrument),
    ...named,
  ])
  if (lists.size > 0) gather(part, 'party', await part.index.find('party', 'instrument', lists))
  if (lists.size > 0) gather(part, 'provision', await part.index.find('provision', 'partyList', lists))
}

/** E8, E21 and E26: what names a record that is changed so that the one who names it can be wrong. */
async function withWhatNames(part: Gathering, edited: Edited): Promise<void> {
  const { index } = part
  const put = async <K extends 'material' | 'instrument' | 'provision' | 'event' | 'claim' | 'indicator'>(
    kind: K,
    field: Parameters<typeof index.find<K>>[1],
    keys: readonly string[],
  ) => void (keys.length > 0 && gather(part, kind, await index.find(kind, field, keys)))
  await put('provision', 'materials', materialsChangedIn(edited, ['forms']))
  await put('event', 'instruments', edited.keys('instrument'))
  await put('material', 'components', edited.gone('material'))
  await put('indicator', 'materials', edited.gone('material'))
  await put('material', 'forms', edited.gone('form'))
  await put('provision', 'forms', edited.gone('form'))
  await put('instrument', 'regime', edited.gone('regime'))
  await put('event', 'regimes', edited.gone('regime'))
  await put('claim', 'tags', edited.gone('instrument'))
  const [materials, forms, sources] = (['material', 'form', 'source'] as const).map(edited.gone)
  if (materials?.length) gather(part, 'claim', await index.claimsSaying(materials, []))
  if (forms?.length) gather(part, 'claim', await index.claimsOfForms(forms))
  const citing = sources?.length ? await index.citing(sources) : []
  await gatherPlaces(part, citing)
}
