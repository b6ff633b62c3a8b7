import { createTranslator } from 'use-intl/core'
import address from './en/address.json'
import law from './en/law.json'
import library from './en/library.json'
import matrix from './en/matrix.json'
import pages from './en/pages.json'
import proof from './en/proof.json'
import record from './en/record.json'
import search from './en/search.json'
import shell from './en/shell.json'
import status from './en/status.json'
import timeline from './en/timeline.json'

/** Every sentence a reader sees, by subject. Placeholders and plurals are ICU messages. */
export const english = { address, law, library, matrix, pages, proof, record, search, shell, status, timeline }

/** Says a message of the catalogue: `say('matrix.caption.law', { day })`. The Chinese catalogue will take the same keys. */
export const say = createTranslator({ locale: 'en', messages: english })
