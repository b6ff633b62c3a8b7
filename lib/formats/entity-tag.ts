import { createHash } from 'node:crypto'
import { RULE_VERSION } from '@/lib/ledger/rule-version'

/**
 * The entity tag of a text that rules made: what it says, and by which version of the rules. With its quotation marks, as
 * it stands in the header.
 */
export function entityTag(text: string): string {
  return `"rules-${RULE_VERSION}-${createHash('sha256').update(text, 'utf8').digest('base64url').slice(0, 24)}"`
}
