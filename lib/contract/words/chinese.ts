import address from './zh/address.json'
import briefing from './zh/briefing.json'
import calendar from './zh/calendar.json'
import check from './zh/check.json'
import claims from './zh/claims.json'
import compare from './zh/compare.json'
import data from './zh/data.json'
import embed from './zh/embed.json'
import evidence from './zh/evidence.json'
import exhibit from './zh/exhibit.json'
import feeds from './zh/feeds.json'
import history from './zh/history.json'
import images from './zh/images.json'
import impact from './zh/impact.json'
import integrity from './zh/integrity.json'
import law from './zh/law.json'
import lens from './zh/lens.json'
import library from './zh/library.json'
import matrix from './zh/matrix.json'
import pages from './zh/pages.json'
import palette from './zh/palette.json'
import privacy from './zh/privacy.json'
import proof from './zh/proof.json'
import rehearsal from './zh/rehearsal.json'
import search from './zh/search.json'
import security from './zh/security.json'
import share from './zh/share.json'
import shell from './zh/shell.json'
import snapshots from './zh/snapshots.json'
import status from './zh/status.json'
import timeline from './zh/timeline.json'
import trouble from './zh/trouble.json'

/** The same messages in Chinese, for the subjects that readers' pages speak of. Editors' pages are in English alone. */
export const chinese = {
  address,
  briefing,
  calendar,
  check,
  claims,
  compare,
  data,
  embed,
  evidence,
  exhibit,
  feeds,
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
  privacy,
  proof,
  rehearsal,
  search,
  security,
  share,
  shell,
  snapshots,
  status,
  timeline,
  trouble,
}
