import type { TypedEntry } from '@/lib/editing/typed'
import { entry, printed } from './desk'

const CLAUSE = {
  original: '第70号公告有关措施的暂停实施期限延长至2027年1月10日。',
  gloss: 'The suspension is extended to 10 January 2027.',
}
const CITED = [{ source: 'mofcom-ann-2026-71', locator: 'para 1', clause: CLAUSE }]

/** The six suspensions that the notice prolongs. */
export const SUSPENSIONS = [55, 56, 57, 58, 61, 62].map((number) => `cn-2025-70-suspends-2025-${number}`)

export const NOTICE = 'cn-2026-71'
export const EXTENSION = 'cn-2026-71-extends-2025-70'

/** The notice of 20 November 2026, by which the pause of Announcement 70 goes on to 10 January 2027. */
export function theNotice(
  said: { readonly lastDay?: string; readonly effectiveFrom?: string } = {},
): readonly TypedEntry[] {
  return [
    entry('source', {
      ...printed('source', 'mofcom-ann-2025-70'),
      key: 'mofcom-ann-2026-71',
      title: 'MOFCOM Announcement No. 71 of 2026',
      url: 'https://www.mofcom.gov.cn/71-2026',
      publishedOn: '2026-11-20',
      kind: 'primary-legal',
      article: null,
    }),
    entry('instrument', {
      ...printed('instrument', 'cn-2025-70'),
      key: NOTICE,
      number: '71/2026',
      issuedOn: '2026-11-20',
      titleEn: 'Announcement on extending the suspension',
      titleZh: '关于延长暂停实施期限的公告',
      verifiedThrough: '2026-11-20',
      verificationNote: null,
      disputes: [],
      sources: CITED,
    }),
    entry('provision', {
      ...printed('provision', 'cn-2025-70-suspends-2025-57'),
      key: EXTENSION,
      instrument: NOTICE,
      effect: 'extend',
      effectiveFrom: '2026-11-20',
      lastDay: '2027-01-10',
      lastDayReading: 'stated',
      targets: SUSPENSIONS,
      item: 'Extends the suspensions of No. 70 of 2025',
      note: null,
      sources: CITED,
      ...said,
    }),
  ]
}
