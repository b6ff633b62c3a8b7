import * as z from 'zod'
import { nextDay } from '@/lib/ledger/interval'
import { ANY_FORM, CONTROLLED_ITEMS, type Provision } from '@/lib/ledger/record'
import { isAct } from '@/lib/ledger/rules/acts'
import { isHsCode } from '@/lib/ledger/rules/lines'
import { endsBeforeItBegins } from '@/lib/ledger/rules/order-of-days'
import {
  CONFIDENCES,
  COVERAGES,
  EFFECTS,
  END_USES,
  EVIDENCES,
  HS_EVIDENCES,
  LAST_DAY_READINGS,
  ROUTES,
} from '@/lib/ledger/vocabulary'
import { say } from '../words/catalogue'
import {
  blame,
  day,
  dayOrNull,
  destination,
  key,
  list,
  number,
  oneOf,
  sources,
  text,
  textOrNull,
  truth,
} from './fields'
import { quoted } from './quoted'

const hsCode = z.string().refine(isHsCode, {
  error: ({ input }) => say('record.provision.hsCode', { value: quoted(input) }),
})

const only = z.nullable(
  list(destination).refine((codes) => codes.length > 0, { error: () => say('record.provision.destinationsOnly') }),
)

const share = number.refine((value) => value > 0 && value < 1, {
  error: ({ input }) => say('record.provision.deMinimis', { value: quoted(input) }),
})

export const provisionFields = {
  key,
  instrument: key,
  clause: text,
  effect: oneOf(EFFECTS),
  inPrinciple: truth,
  effectiveFrom: day,
  lastDay: dayOrNull,
  lastDayReading: z.nullable(oneOf(LAST_DAY_READINGS)),
  targets: list(key),
  materials: list(key),
  forms: list(key, { min: 1 }),
  coverage: oneOf(COVERAGES),
  item: text,
  hsCodes: list(hsCode),
  hsEvidence: oneOf(HS_EVIDENCES),
  destinations: z.strictObject({ only, except: list(destination) }),
  endUse: oneOf(END_USES),
  partyList: z.nullable(key),
  route: oneOf(ROUTES),
  deMinimis: z.nullable(share),
  conditions: list(text),
  evidence: oneOf(EVIDENCES),
  confidence: oneOf(CONFIDENCES),
  note: textOrNull,
  sources,
}

type Printed = z.output<z.ZodObject<typeof provisionFields>>

export const provisionJson = z
  .strictObject(provisionFields)
  .superRefine((provision, context) => {
    checkDays(provision, context)
    checkTargets(provision, context)
    checkReach(provision, context)
  })
  .transform(toProvision)

/** The gazette prints the last day a clause applies; the ledger keeps the day after it. */
function toProvision({ effectiveFrom, lastDay, ...rest }: Printed): Provision {
  return { ...rest, inForce: { from: effectiveFrom, to: lastDay === null ? null : nextDay(lastDay) } }
}

function checkDays({ effectiveFrom, lastDay, ...provision }: Printed, context: z.core.$RefinementCtx): void {
  if (endsBeforeItBegins(effectiveFrom, lastDay)) {
    blame(context, 'lastDay', say('record.provision.lastDay', { lastDay: lastDay ?? '', effectiveFrom }))
  }
  if ((lastDay === null) !== (provision.lastDayReading === null)) {
    blame(context, 'lastDayReading', say('record.provision.lastDayReading'))
  }
  if (provision.effect === 'repeal' && lastDay !== null) {
    blame(context, 'lastDay', say('record.provision.repealEnds', { lastDay }))
  }
}

function checkTargets(provision: Printed, context: z.core.$RefinementCtx): void {
  const { instrument, targets } = provision
  if (!provision.key.startsWith(`${instrument}-`)) blame(context, 'key', say('record.provision.key', { instrument }))
  if (isAct(provision.effect)) {
    if (targets.length === 0) blame(context, 'targets', say('record.provision.targetsMissing'))
    if (targets.includes(provision.key) || targets.includes(instrument)) {
      blame(context, 'targets', say('record.provision.targetsItself'))
    }
  } else {
    if (targets.length > 0) blame(context, 'targets', say('record.provision.targetsOfRule'))
    if (provision.materials.length === 0) blame(context, 'materials', say('record.field.notEmpty'))
  }
}

function checkReach(provision: Printed, context: z.core.$RefinementCtx): void {
  const { materials, forms, hsCodes } = provision
  if (materials.includes(CONTROLLED_ITEMS) && materials.length > 1) {
    blame(context, 'materials', say('record.provision.controlledItems'))
  }
  if (forms.includes(ANY_FORM) && forms.length > 1) blame(context, 'forms', say('record.provision.anyForm'))
  if ((provision.hsEvidence === 'none') !== (hsCodes.length === 0)) {
    blame(context, 'hsEvidence', say('record.provision.hsEvidence'))
  }
  if (provision.partyList !== null && provision.endUse !== 'listed-party') {
    blame(context, 'partyList', say('record.provision.partyList'))
  }
  const isEveryList = provision.endUse === 'listed-party' && provision.partyList === null
  if (isEveryList && !/every party/i.test(provision.note ?? '')) {
    blame(context, 'note', say('record.provision.everyParty'))
  }
}
