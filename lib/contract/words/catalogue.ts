import { createTranslator } from 'use-intl/core'
import address from './en/address.json'
import admin from './en/admin.json'
import api from './en/api.json'
import compare from './en/compare.json'
import data from './en/data.json'
import drafts from './en/drafts.json'
import editing from './en/editing.json'
import embed from './en/embed.json'
import exhibit from './en/exhibit.json'
import feeds from './en/feeds.json'
import forms from './en/forms.json'
import history from './en/history.json'
import images from './en/images.json'
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
import share from './en/share.json'
import shell from './en/shell.json'
import snapshots from './en/snapshots.json'
import status from './en/status.json'
import timeline from './en/timeline.json'
import transfer from './en/transfer.json'
import verify from './en/verify.json'
import webhooks from './en/webhooks.json'

/** Every sentence a reader sees, by subject. Placeholders and plurals are ICU messages. */
export const english = {
  address,
  admin,
  api,
  compare,
  data,
  drafts,
  editing,
  embed,
  exhibit,
  feeds,
  forms,
  history,
  images,
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
  share,
  shell,
  snapshots,
  status,
  timeline,
  transfer,
  verify,
  webhooks,
}

/** Says a message of the catalogue: `say('matrix.caption.law', { day })`. The Chinese catalogue will take the same keys. */
export const say = createTranslator({ locale: 'en', messages: english })
