import type { Country } from '@/lib/ledger/record'
import { perLanguage } from './words/language'
import { inOrder } from './words/names'

/** Every officially assigned ISO 3166-1 alpha-2 code. */
const CODES = `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT
MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`
  .trim()
  .split(/\s+/)

const KNOWN: ReadonlySet<string> = new Set(CODES)

/** The union's members, in the order of their codes: a rule that names "the EU" is kept as these. */
export const EU_MEMBERS: readonly Country[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')

const names = perLanguage(
  (_, spoken) => new Intl.DisplayNames(spoken === 'en' ? 'en' : 'zh-CN', { type: 'region', fallback: 'code' }),
)

/** Whether a text is the code of a country, in capitals. */
export function isCountry(text: string): text is Country {
  return KNOWN.has(text)
}

/** The name of a country in the language of the page: `Malaysia` for `MY`, `马来西亚`. */
export function nameOfCountry(code: Country): string {
  return names().of(code) ?? code
}

/** Every country with its name, in the order of the names: what a choice of destination lists. */
export function allCountries(): readonly { readonly code: Country; readonly name: string }[] {
  return CODES.map((code) => ({ code, name: nameOfCountry(code) })).sort((a, b) => inOrder(a.name, b.name))
}
