import { createTranslator } from 'use-intl/core'
import address from './en/address.json'
import admin from './en/admin.json'
import drafts from './en/drafts.json'
import editing from './en/editing.json'
import forms from './en/forms.json'
import history from './en/history.json'
import impact from './en/impact.json'
import law from './en/law.json'
import library from './en/library.json'
import matrix from './en/matrix.json'
import pages from './en/pages.json'
import people from './en/people.json'
import proof from './en/proof.json'
import record from './en/record.json'
import rules from './en/rules.json'
import search from './en/search.json'
import shell from './en/shell.json'
import status from './en/status.json'
import timeline from './en/timeline.json'
import transfer from './en/transfer.json'
import verify from './en/verify.json'

/** Every sentence a reader sees, by subject. Placeholders and plurals are ICU messages. */
export const english = {
  address,
  admin,
  drafts,
  editing,
  forms,
  history,
  impact,
  law,
  library,
  matrix,
  pages,
  people,
  proof,
  record,
  rules,
  search,
  shell,
  status,
  timeline,
  transfer,
  verify,
}

/** Says a message of the catalogue: `say('matrix.caption.law', { day })`. The Chinese catalogue will take the same keys. */
export const say = createTranslator({ locale: 'en', messages: english })
