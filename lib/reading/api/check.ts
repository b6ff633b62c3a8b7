import 'server-only'
import { addressOf } from '@/lib/contract/address'
import { tellQuestion } from '@/lib/contract/answer'
import type { CheckQuery } from '@/lib/contract/api/check-shapes'
import { API } from '@/lib/contract/api/operation'
import type { Told } from '@/lib/contract/api/told'
import { productProblem } from '@/lib/contract/check/problem'
import { textsOfProduct } from '@/lib/contract/product'
import { readCheckQuery } from '@/lib/contract/product-query'
import type { Refusal } from '@/lib/contract/refusal'
import { say } from '@/lib/contract/words/catalogue'
import { besidesInWords, headlineInWords } from '@/lib/contract/words/check-open'
import { findingInWords, testInWords } from '@/lib/contract/words/check-rule'
import type { CheckSaid } from '@/lib/contract/words/check-said'
import type { CheckAnswer, Finding, Test } from '@/lib/ledger/check/answer'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import { checkPage } from '../check'
import type { OpenedFor } from './open'
import { openFor } from './open'

/** Which rules bite a product, for machines: the fields of the form, and the answer that its page gives. */
export async function readCheck(query: CheckQuery): Promise<Result<Told, Refusal>> {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  const asked = readCheckQuery({ name: 'check', product: null }, new URLSearchParams(given))
  if (!asked.ok) return refused({ problems: asked.refusal, nearest: null })
  if (asked.value.view.product === null) {
    return refused({ problems: [productProblem('nothing-said', 'line')], nearest: null })
  }
  const opening = await openFor(asked.value.asked, asked.value.view)
  return opening.ok ? ok(tellCheck(opening.value)) : opening
}

/** @throws {TypeError} when the door let in something else than a checked product. */
export function tellCheck({ opened, seen }: OpenedFor): Told {
  const { coordinates } = opened
  const { view, question, revision } = coordinates
  if (view.name !== 'check' || view.product === null) throw new TypeError(`a check was opened as ${view.name}`)
  const page = checkPage(opened, view.product)
  const { answer, form } = page
  if (answer === null) throw new TypeError('a product without an answer')
  const said: CheckSaid = { ...page, product: view.product, question }
  const { conclusion, missing, candidates, candidatesAgree, unidentified, rests, looked, next } = answer
  const value = {
    conclusion,
    says: [headlineInWords(answer, question.on), ...besidesInWords(answer)],
    missing,
    findings: answer.findings.map((finding) => tellFinding(finding, said)),
    besides: answer.besides.map((finding) => tellFinding(finding, said)),
    candidates: candidates.map(({ provision, match, codes }) => ({ provision: provision.key, match, codes })),
    // What a text alone would give is told beside its word, and never where nobody verified that it applies.
    candidatesAgree: candidatesAgree === null || candidatesAgree.word === 'pause-ended' ? null : candidatesAgree.byText,
    candidatesWord: candidatesAgree?.word ?? null,
    unidentified,
    looked: tellLooked(looked),
    rests: rests.map(({ provision }) => provision.key),
    changesOn: next,
    product: textsOfProduct(view.product, view.named ?? {}),
    matchedWithoutLegalForm: form.without === null ? null : { name: form.without.name, party: form.without.party.key },
    unfound: form.unfound.map(({ field, name, near }) => ({ field, name, near: near.map(({ key }) => key) })),
    notice: say('check.rule.advice'),
    page: addressOf(coordinates),
    question: tellQuestion(question, revision),
    ...seen,
  }
  const lastSeen = seen.lastSeen === true
  return { value, revision, lastSeen, canonical: canonicalOf(opened) }
}

function tellLooked(looked: CheckAnswer['looked']): object | null {
  return looked === null ? null : { through: looked.through, instruments: looked.instruments.map(({ key }) => key) }
}

function tellFinding(finding: Finding, said: CheckSaid): object {
  const { provision, instrument, tests, disputes, assumed } = finding
  const { clause, item, conditions, evidence, note } = provision
  return {
    provision: provision.key,
    instrument: instrument.key,
    clause,
    item,
    effect: finding.effect,
    verdict: finding.verdict,
    otherwise: finding.otherwise,
    gives: finding.gives,
    state: finding.state,
    says: findingInWords(finding),
    tests: tests.map((test) => tellTest(test, testInWords(test, finding, said))),
    missing: finding.missing,
    suspendedBy: finding.suspendedBy,
    revivedFrom: finding.revivedFrom,
    leansOn: finding.leansOn,
    beforeEffect: finding.beforeEffect,
    since: finding.since,
    lastDay: finding.lastDay,
    changes: finding.next,
    conditions,
    note,
    disputes: disputes.map(({ instrument: of, dispute: { id, text } }) => ({ instrument: of.key, id, text })),
    assumed: assumed.map((one) => ({
      provision: one.provision.key,
      instrument: one.instrument.key,
      lastDay: one.lastDay,
      near: one.near,
    })),
    evidence,
  }
}

function tellTest({ test, truth, inputs, missing }: Test, why: string): object {
  return { test, truth, inputs, missing, why }
}

/** The same request with everything that it left out, and every name put to its key. */
function canonicalOf({ coordinates: { question, revision, view } }: OpenedFor['opened']): string | null {
  if (view.name !== 'check' || view.product === null) return null
  const { on, known, from, to, use, party } = question
  const { owner } = view.product
  const fields = {
    ...textsOfProduct(view.product, view.named ?? {}),
    ...(owner === null || owner === 'none' ? {} : { owner: owner.party }),
    on,
    rev: String(revision),
    ...(known === null ? {} : { known }),
    ...(from === 'CN' ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(use === 'military' ? { use } : {}),
    ...(party === null ? {} : { party }),
  }
  return `${API}/check?${new URLSearchParams(fields)}`
}
