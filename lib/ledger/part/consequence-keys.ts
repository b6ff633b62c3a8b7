import type { Change } from '../change'
import { CONTROLLED_ITEMS } from '../record'
import { type Edited, editedIn, materialsChangedIn } from './edited'
import {
  type Gathering,
  gather,
  gatheringFrom,
  gatherKeys,
  gatherPlaces,
  type Place,
  withActsOn,
  withTargets,
} from './gathering'
import { withInstrumentsTold } from './instruments-told'
import { MOST_NAMED, withLists, withPartiesBeside } from './parties-told'
import type { Light, LightLine, RecordIndex, Word } from './record-index'
import { closedKeys, withWhatRulesAsk } from './rule-keys'
import type { Unread } from './unread'
import type { Keys } from './wanted'

/** What a preview reads, and what it leaves out. */
export type ConsequenceKeys = { readonly keys: Keys; readonly unread: Unread }

/** Claims that speak of more materials than these are not weighed in a preview of a record that is opened in parts. */
export const MOST_WEIGHED = 100

/**
 * The keys of a part of a record from which the consequences of a change set are told as from the whole; `null` where the
 * change set can reach every material, so that there is no smaller part: a rule on whatever is controlled, a party that such
 * a rule or a rule on all listed parties means, or one that is of another country than before.
 *
 * @param asked `besides`: records that are in the part as well; `most`: claims about more materials are not weighed;
 * `named`: of more parties on lists that matter only together with all others, some stand for the rest.
 */
export async function consequenceKeys(
  index: RecordIndex,
  changes: readonly Change[],
  {
    besides = [],
    most = MOST_WEIGHED,
    named = MOST_NAMED,
  }: { readonly besides?: readonly Place[]; readonly most?: number; readonly named?: number } = {},
): Promise<ConsequenceKeys | null> {
  const part = gatheringFrom(index)
  await gatherPlaces(part, besides)
  const edited = await editedIn(part, changes)
  if (isPartyMoved(edited)) return null
  const asked = await withWhatRulesAsk(part, edited)
  const hit = [...asked, ...(await listedBy(part, edited))]
  if (hit.some(reachesEverything) || (await toldOf(part, edited)).some(reachesEverything)) return null

  const materials = new Set([...materialsTouched(edited), ...hit.flatMap((line) => line.materials)])
  const lines = await withLawOf(part, materials)
  const ruling = [...lines, ...edited.states('provision')]
  await withLists(part, ruling)
  await withSaid(part, edited)
  await withInstrumentsTold(part, edited, { hit, lines, materials })
  const claims = await withClaims(part, materials, most)
  gather(part, 'instrument', await index.witnesses(new Set(edited.keys('instrument'))))
  const parties = await withPartiesBeside(part, ruling, named)
  return { keys: await closedKeys(part, changes), unread: { claims, parties } }
}

function reachesEverything({ materials }: LightLine): boolean {
  return materials.includes(CONTROLLED_ITEMS)
}

/** A question that names such a party and no destination is about another country, whatever the goods. */
function isPartyMoved(edited: Edited): boolean {
  return edited.states('party').some(({ key, country }) => {
    const was = edited.was('party', key)
    return was !== null && was.country !== country
  })
}

/** The lines that turn on a listing that is changed: of the party itself, or of the instrument that lists it. */
async function listedBy(part: Gathering, edited: Edited): Promise<readonly LightLine[]> {
  const { index } = part
  const lists = new Set(edited.states('party').map(({ instrument }) => instrument))
  const changed = edited.keys('instrument')
  if (changed.length > 0) {
    for (const { instrument } of await index.find('party', 'instrument', changed)) lists.add(instrument)
  }
  if (lists.size === 0) return []
  const naming = edited.states('provision').filter(({ partyList }) => partyList !== null && lists.has(partyList))
  return [...(await index.find('provision', 'partyList', lists)), ...(await index.linesOnEveryList()), ...naming]
}

/** What the feeds tell that a changed party is about: all that its list holds, or acts on. */
async function toldOf(part: Gathering, edited: Edited): Promise<readonly LightLine[]> {
  const lists = edited.states('party').map(({ instrument }) => instrument)
  return withTargets(part, await part.index.find('provision', 'instrument', lists))
}

/** Materials of which some answer or some name can be another; what else is said of a material decides about nothing. */
function materialsTouched(edited: Edited): readonly string[] {
  return materialsChangedIn(edited, ['forms', 'kind', 'rareEarth', 'nameEn'])
}

/** Everything that can bear on some materials on some day under some question; gives the lines that name them. */
async function withLawOf(part: Gathering, materials: ReadonlySet<string>): Promise<readonly LightLine[]> {
  if (materials.size === 0) return []
  await gatherKeys(part, 'material', materials)
  const lines = await part.index.find('provision', 'materials', [...materials, CONTROLLED_ITEMS])
  await withActsOn(part, lines)
  return lines
}

/** The materials that a changed claim means by a word: whoever follows them is told. */
async function withSaid(part: Gathering, edited: Edited): Promise<void> {
  const said = edited.states('claim').flatMap(({ asserts }) => asserts.map(({ materials }) => materials))
  for (const word of new Set(said.filter((one): one is Word => typeof one === 'string'))) {
    gather(part, 'material', (await part.index.meantBy(word, Number.POSITIVE_INFINITY)) ?? [])
  }
}

/** Claims that speak of the materials, with the law of everything else that they speak of; gives those that are not weighed. */
async function withClaims(part: Gathering, materials: ReadonlySet<string>, most: number): Promise<readonly string[]> {
  if (materials.size === 0) return []
  const { index } = part
  const rare = [...part.found.material.values()].some(({ key, rareEarth }) => rareEarth && materials.has(key))
  const claims = await index.claimsSaying(materials, rare ? ['all', 'all-rare-earths'] : ['all'])
  gather(part, 'claim', claims)
  const words = new Map<Word, readonly Light['material'][] | null>()
  for (const word of new Set(claims.flatMap(wordsOf))) words.set(word, await index.meantBy(word, most))
  const isWide = (claim: Light['claim']) =>
    wordsOf(claim).some((word) => words.get(word) === null) || namedIn(claim).length > most
  const weighed = claims.filter((claim) => !isWide(claim))
  for (const word of new Set(weighed.flatMap(wordsOf))) gather(part, 'material', words.get(word) ?? [])
  const meant = weighed.flatMap((claim) => [
    ...namedIn(claim),
    ...wordsOf(claim).flatMap((word) => (words.get(word) ?? []).map(({ key }) => key)),
  ])
  await withLawOf(part, new Set(meant))
  return claims.filter(isWide).map(({ key }) => key)
}

function wordsOf({ asserts }: Light['claim']): readonly Word[] {
  return asserts.flatMap(({ materials }) => (typeof materials === 'string' ? [materials] : []))
}

function namedIn({ asserts }: Light['claim']): readonly string[] {
  return asserts.flatMap(({ materials }) => (typeof materials === 'string' ? [] : materials))
}
