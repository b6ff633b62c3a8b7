import { createTranslator } from 'use-intl/core'
import { once } from '@/lib/ledger/once'
import { chinese } from './chinese'
import address from './en/address.json'
import admin from './en/admin.json'
import api from './en/api.json'
import briefing from './en/briefing.json'
import calendar from './en/calendar.json'
import check from './en/check.json'
import claims from './en/claims.json'
import compare from './en/compare.json'
import data from './en/data.json'
import drafts from './en/drafts.json'
import editing from './en/editing.json'
import embed from './en/embed.json'
import evidence from './en/evidence.json'
import exhibit from './en/exhibit.json'
import feeds from './en/feeds.json'
import forms from './en/forms.json'
import history from './en/history.json'
import images from './en/images.json'
import impact from './en/impact.json'
import integrity from './en/integrity.json'
import law from './en/law.json'
import lens from './en/lens.json'
import library from './en/library.json'
import matrix from './en/matrix.json'
import pages from './en/pages.json'
import palette from './en/palette.json'
import people from './en/people.json'
import privacy from './en/privacy.json'
import proof from './en/proof.json'
import record from './en/record.json'
import rehearsal from './en/rehearsal.json'
import rules from './en/rules.json'
import search from './en/search.json'
import security from './en/security.json'
import service from './en/service.json'
import share from './en/share.json'
import shell from './en/shell.json'
import snapshots from './en/snapshots.json'
import status from './en/status.json'
import timeline from './en/timeline.json'
import transfer from './en/transfer.json'
import verify from './en/verify.json'
import webhooks from './en/webhooks.json'
import { language } from './language'

/** Every sentence a reader sees, by subject. Placeholders and plurals are ICU messages. */
export const english = {
  address,
  admin,
  api,
  briefing,
  calendar,
  check,
  claims,
  compare,
  data,
  drafts,
  editing,
  embed,
  evidence,
  exhibit,
  feeds,
  forms,
  history,
  images,
  impact,
  integrity,
  law,
  lens,
  library,
  matrix,
  pages,
  palette,
  people,
  privacy,
  proof,
  record,
  rehearsal,
  rules,
  search,
  security,
  share,
  service,
  shell,
  snapshots,
  status,
  timeline,
  transfer,
  verify,
  webhooks,
}

const speakers = {
  en: createTranslator({ locale: 'en', messages: english }),
  zh: createTranslator({ locale: 'zh-CN', messages: { ...english, ...chinese } as typeof english }),
}

type Say = typeof speakers.en

/** Words in which nothing is to be filled in stay as they are: a table says the same ones in hundreds of cells. */
const plain = { en: once<Asked, string>((key) => speakers.en(key)), zh: once<Asked, string>((key) => speakers.zh(key)) }
type Asked = Parameters<Say>[0]

const ways = {
  get: (_: unknown, way: keyof Say) => speakers[language()][way],
  apply: (_: unknown, __: unknown, asked: Parameters<Say>) =>
    asked.length === 1 ? plain[language()](asked[0]) : speakers[language()](...asked),
}

/**
 * Says a message of the catalogue in the language of the page that is being made: `say('matrix.caption.law', { day })`.
 * Both languages have the same keys.
 */
export const say = new Proxy(speakers.en, ways as ProxyHandler<Say>)
