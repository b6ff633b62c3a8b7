import { nearestKey } from '../key'
import type { Operation } from './operation'
import { API } from './operation'
import {
  checkOperation,
  codesOperation,
  compareOperation,
  documentOperation,
  integrityOperation,
  matrixOperation,
  rootOperation,
  searchOperation,
  statusOperation,
  timelineOperation,
} from './operations'
import { ITEM_OPERATIONS, LIST_OPERATIONS, revisionOperation, revisionsOperation } from './record-operations'
import { freezeOperation, snapshotOperation } from './snapshot-operations'
import { verdictOperation, verdictsOperation } from './verdict-operations'

/** Everything that the API does, in the order in which it is told. */
export const OPERATIONS: readonly Operation[] = [
  statusOperation,
  matrixOperation,
  timelineOperation,
  compareOperation,
  checkOperation,
  verdictsOperation,
  verdictOperation,
  ...[...LIST_OPERATIONS].flatMap(([name, list]) =>
    [list, ITEM_OPERATIONS.get(name)].filter((one) => one !== undefined),
  ),
  revisionsOperation,
  revisionOperation,
  searchOperation,
  codesOperation,
  freezeOperation,
  snapshotOperation,
  rootOperation,
  integrityOperation,
  documentOperation,
]

/** The operations that stand at a path, and what the path gives for each `{name}`. */
export type Matched = {
  readonly operations: readonly Operation[]
  readonly parameters: { readonly [name: string]: string }
}

/** @param segments below `/api/v1`, decoded. */
export function operationsAt(segments: readonly string[]): Matched | null {
  for (const operation of OPERATIONS) {
    const parameters = parametersOf(partsOf(operation.path), segments)
    if (parameters === null) continue
    return { operations: OPERATIONS.filter(({ path }) => path === operation.path), parameters }
  }
  return null
}

function parametersOf(parts: readonly string[], segments: readonly string[]) {
  if (parts.length !== segments.length) return null
  const parameters: { [name: string]: string } = {}
  for (const [at, part] of parts.entries()) {
    const segment = segments[at] ?? ''
    if (part.startsWith('{')) parameters[part.slice(1, -1)] = segment
    else if (part !== segment) return null
  }
  return parameters
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '')
}

/** The resource that a misspelt path most likely meant. */
export function nearestResource(segments: readonly string[]): string | null {
  const heads = new Set(OPERATIONS.map(({ path }) => partsOf(path)[0] ?? ''))
  const nearest = nearestKey(segments[0] ?? '', heads)
  return nearest === null || nearest === '' ? null : `${API}/${nearest}`
}
