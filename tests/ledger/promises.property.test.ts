import { fc, test } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'
import { shiftDays } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import type { Ledger, Provision } from '@/lib/ledger/record'
import { resolveCell } from '@/lib/ledger/resolve'
import { type CellAnswer, rank } from '@/lib/ledger/status'
import { cellTimeline } from '@/lib/ledger/timeline'
import { aLedger, aProvision, asking, day } from '@/tests/support/builders'
import { openOracle } from './oracle'
import {
  ALL_DAYS,
  type Asked,
  acts,
  adding,
  aFurtherRule,
  aFurtherSuspension,
  aQuestion,
  aStatement,
  aWorld,
  CELLS,
  inAnyOrder,
  without,
} from './worlds'

// Hundreds of worlds, on machines that do other things meanwhile.
vi.setConfig({ testTimeout: 120_000 })

const runs = { numRuns: 100 }
const LONG_AFTER = day(400)

describe('a timeline', () => {
  test.prop([aWorld, aQuestion], runs)(
    'has no gap, no overlap and no two neighbours that say the same',
    (world, asked) => {
      const law = openLaw(world, asked.known)
      for (const [material, form] of CELLS) {
        const timeline = cellTimeline(law, { ...asked, on: law.coversFrom }, material, form)
        expect(timeline[0]?.from).toBe(law.coversFrom)
        expect(timeline.at(-1)?.to).toBeNull()
        for (const [number, { from, to, ...says }] of timeline.entries()) {
          const next = timeline[number + 1]
          if (next === undefined) continue
          expect(to).toBe(next.from)
          expect(from < next.from).toBe(true)
          const { from: _from, to: _to, ...nextSays } = next
          expect(says).not.toEqual(nextSays)
        }
      }
    },
  )

  test.prop([aWorld, aQuestion], runs)(
    'says of every day what the cell says on that day, whichever day was asked',
    (world, asked) => {
      const law = openLaw(world, asked.known)
      for (const [material, form] of CELLS) {
        const timeline = cellTimeline(law, { ...asked, on: day(7) }, material, form)
        for (const on of [...ALL_DAYS.filter((one) => one >= law.coversFrom), LONG_AFTER]) {
          const span = timeline.find(({ from, to }) => from <= on && (to === null || on < to))
          const { from: _from, to: _to, ...says } = span ?? { from: on, to: on }
          expect({ on, ...resolveCell(law, { ...asked, on }, material, form) }).toMatchObject({ on, ...says })
        }
      }
    },
  )
})

describe('the order of the records', () => {
  test.prop([aWorld.chain((world) => fc.tuple(fc.constant(world), inAnyOrder(world))), aQuestion], runs)(
    'changes nothing, not even the order of the proof',
    ([world, shuffled], asked) => {
      const law = openLaw(shuffled, asked.known)
      everyAnswer(world, asked, (on, material, form, answer) => {
        expect(resolveCell(law, { ...asked, on }, material, form)).toEqual(answer)
      })
    },
  )
})

describe('a suspension', () => {
  const suspended = aWorld.chain((world) => fc.tuple(fc.constant(world), aFurtherSuspension(world)))

  test.prop([suspended, aQuestion], runs)(
    'struck from the record leaves exactly the underlying states',
    ([world, { instrument, suspension }], asked) => {
      const underlying = openLaw(world, asked.known)
      everyAnswer(adding(world, [suspension], instrument), asked, (on, material, form, answer) => {
        const lines = resolveCell(underlying, { ...asked, on }, material, form).lines
        for (const line of answer.lines) {
          const left = lines.find((one) => one.provision.key === line.provision.key)
          const byItAlone = line.state === 'suspended' && line.suspendedBy.every((key) => key === suspension.key)
          const own = line.provision.inForce.from > on ? 'announced' : 'in-force'
          const exempted = left?.state === 'exempted' || line.state === 'exempted'
          if (!exempted) expect({ on, state: left?.state }).toEqual({ on, state: byItAlone ? own : line.state })
        }
      })
    },
  )

  test.prop([suspended, aQuestion], runs)(
    'changes no day outside its window',
    ([world, { instrument, suspension }], asked) => {
      const underlying = openLaw(world, asked.known)
      everyAnswer(adding(world, [suspension], instrument), asked, (on, material, form, answer) => {
        if (suspension.inForce.from <= on && (suspension.inForce.to === null || on < suspension.inForce.to)) return
        expect({ on, gives: textOf(answer) }).toEqual({
          on,
          gives: textOf(resolveCell(underlying, { ...asked, on }, material, form)),
        })
      })
    },
  )

  test.prop([aWorld, aQuestion, fc.nat({ max: 20 })], runs)(
    'that is itself suspended, extended or repealed changes no day on which it is not in force',
    (world, asked, number) => {
      const suspensions = world.provisions.filter((provision) => provision.effect === 'suspend')
      const suspension = suspensions[number % suspensions.length]
      fc.pre(suspension !== undefined)
      const oracle = openOracle(world, asked.known)
      const left = openLaw(without(world, suspension.key), asked.known)
      everyAnswer(world, asked, (on, material, form, answer) => {
        if (counts(world, suspension, asked) && oracle.stateOn(suspension, on) === 'in-force') return
        expect({ on, gives: textOf(answer) }).toEqual({
          on,
          gives: textOf(resolveCell(left, { ...asked, on }, material, form)),
        })
      })
    },
  )

  test.prop([suspended, aQuestion, fc.nat({ max: 6 }), fc.nat({ max: 6 })], runs)(
    'and one that overlaps it act like one over both windows',
    ([world, { instrument, suspension: first }], asked, later, longer) => {
      const from = shiftDays(first.inForce.from, later)
      const end = first.inForce.to === null ? null : shiftDays(first.inForce.to, longer)
      fc.pre(first.inForce.to === null || from <= first.inForce.to)
      const second: Provision = { ...first, key: 'second', inForce: { from, to: end } }
      const union: Provision = { ...first, inForce: { from: first.inForce.from, to: end } }
      const law = openLaw(adding(world, [union], instrument), asked.known)
      everyAnswer(adding(world, [first, second], instrument), asked, (on, material, form, answer) => {
        expect({ on, gives: textOf(answer), beforeEffect: answer.beforeEffect }).toMatchObject({
          on,
          gives: textOf(resolveCell(law, { ...asked, on }, material, form)),
          beforeEffect: resolveCell(law, { ...asked, on }, material, form).beforeEffect,
        })
      })
    },
  )
})

describe('a further licence or prohibition', () => {
  // An exemption of whatever is controlled would reach goods that the new rule lists, and take them out of all rules.
  const enlarged = aWorld
    .map((world) => ({ ...world, provisions: world.provisions.map(exemptingByName) }))
    .chain((world) => fc.tuple(fc.constant(world), aFurtherRule(world)))

  test.prop([enlarged, aQuestion], runs)(
    'never lowers the rank of a cell, counting a pause that ended by what resumes',
    ([world, rule], asked) => {
      const law = openLaw(adding(world, [rule]), asked.known)
      everyAnswer(world, asked, (on, material, form, answer) => {
        const enlarged = resolveCell(law, { ...asked, on }, material, form)
        expect({ on, rank: rankOf(enlarged) }).toEqual({ on, rank: Math.max(rankOf(enlarged), rankOf(answer)) })
        expect(rank(enlarged.floor)).toBeGreaterThanOrEqual(rank(answer.floor))
      })
    },
  )
})

describe('a verification', () => {
  test.prop([aWorld, aQuestion, fc.array(fc.nat({ max: 12 }), { minLength: 4, maxLength: 4 })], runs)(
    'changes certainty, never the law',
    (world, asked, raises) => {
      const instruments = world.instruments.map((instrument, number) => ({
        ...instrument,
        verifiedThrough: shiftDays(instrument.verifiedThrough, raises[number] ?? 0),
      }))
      const law = openLaw({ ...world, instruments }, asked.known)
      everyAnswer(world, asked, (on, material, form, answer) => {
        const verified = resolveCell(law, { ...asked, on }, material, form)
        expect({ on, gives: textOf(verified) }).toEqual({ on, gives: textOf(answer) })
        expect(rank(verified.floor)).toBeGreaterThanOrEqual(rank(answer.floor))
        if (verified.status !== answer.status) expect(answer.status).toBe('pause-ended')
        expect(verified.lines.map((line) => line.state)).toEqual(answer.lines.map((line) => line.state))
      })
    },
  )

  test.prop([aWorld, aQuestion], runs)('through the last day of all leaves no pause unclear', (world, asked) => {
    const instruments = world.instruments.map((instrument) => ({ ...instrument, verifiedThrough: LONG_AFTER }))
    everyAnswer({ ...world, instruments }, asked, (_on, _material, _form, answer) => {
      expect(answer.status).not.toBe('pause-ended')
    })
  })
})

describe('what is said to be verified', () => {
  test.prop([aWorld, aQuestion], runs)(
    'was looked at through the day asked, and hangs on no unverified revival',
    (world, asked) => {
      everyAnswer(world, asked, (on, _material, _form, { status, verified, verifiedThrough, lines }) => {
        if (status === 'not-applicable') return
        expect(verified).toBe(status !== 'pause-ended' && verifiedThrough !== null && on <= verifiedThrough)
        for (const { instrument, decisive } of lines) {
          if (decisive && verifiedThrough !== null) expect(verifiedThrough <= instrument.verifiedThrough).toBe(true)
        }
      })
    },
  )

  test.prop([aWorld, aQuestion], runs)(
    'rests on lines that give the status, and the deciding ones stand first',
    (world, asked) => {
      everyAnswer(world, asked, (_on, _material, _form, answer) => {
        const decisive = answer.lines.filter((line) => line.decisive)
        expect(answer.lines.slice(0, decisive.length)).toEqual(decisive)
        if (textOf(answer) === 'not-controlled' || answer.status === 'not-applicable') return
        expect(decisive.length).toBeGreaterThan(0)
        expect(new Set(decisive.map((line) => line.gives))).toEqual(new Set([textOf(answer)]))
        if (answer.resumes !== null) expect(decisive.filter((line) => line.firm)).toEqual([])
      })
    },
  )
})

describe('a law', () => {
  test('known on one day is not asked what was known on another', () => {
    expect(() => resolveCell(openLaw(aLedger(), null), asking(day(5), { known: day(3) }), 'Dy', 'metal')).toThrow(
      'known',
    )
  })

  test('in which clauses act on themselves in a circle is an error, not an endless wait', () => {
    const one = aProvision({ key: 'one', effect: 'suspend', targets: ['two'] })
    const two = aProvision({ key: 'two', effect: 'suspend', targets: ['one'] })
    const rule = aProvision({ key: 'rule' })
    const law = openLaw(aLedger({ provisions: [rule, { ...one, targets: ['two', 'rule'] }, two] }), null)
    expect(() => resolveCell(law, asking(day(5)), 'Dy', 'metal')).toThrow('acts on itself')
  })
})

describe('a statement', () => {
  test.prop([aWorld.chain((world) => fc.tuple(fc.constant(world), aStatement(world))), aQuestion], runs)(
    'never changes an answer, whatever it says and whomever it names',
    ([world, withStatement], asked) => {
      const law = openLaw(withStatement, asked.known)
      everyAnswer(world, asked, (on, material, form, answer) => {
        expect(resolveCell(law, { ...asked, on }, material, form)).toEqual(answer)
      })
    },
  )
})

describe('the known day', () => {
  test.prop([aWorld, aQuestion], runs)('after every issue is the same as everything recorded', (world, asked) => {
    const all = { ...asked, known: null }
    const later = { ...asked, known: LONG_AFTER }
    const law = openLaw(world, LONG_AFTER)
    everyAnswer(world, all, (on, material, form, answer) => {
      expect(resolveCell(law, { ...later, on }, material, form)).toEqual(answer)
    })
  })

  test.prop([aWorld, aQuestion, fc.nat({ max: 9 })], runs)(
    'makes of every instrument issued after it what a statement is: nothing',
    (world, asked, number) => {
      const known = day(number)
      const instruments = world.instruments.map((instrument) =>
        instrument.issuedOn > known ? { ...instrument, binding: 'statement' as const } : instrument,
      )
      const law = openLaw({ ...world, instruments }, null)
      everyAnswer(world, { ...asked, known }, (on, material, form, answer) => {
        expect(brief(resolveCell(law, { ...asked, known: null, on }, material, form))).toEqual(brief(answer))
      })
    },
  )
})

describe('a refinement of the question', () => {
  test.prop([aWorld, aQuestion], runs)('by use changes only cells with a rule that names a use', (world, asked) => {
    const law = openLaw(world, asked.known)
    everyAnswer(world, { ...asked, use: 'civil' }, (on, material, form, answer) => {
      if (rulesOf(world, material, form).some((rule) => rule.endUse === 'military')) return
      expect(brief(resolveCell(law, { ...asked, on, use: 'military' }, material, form))).toEqual(brief(answer))
    })
  })

  test.prop([aWorld, aQuestion], runs)(
    'by destination changes only cells with a rule that names destinations',
    (world, asked) => {
      const law = openLaw(world, asked.known)
      everyAnswer(world, { ...asked, to: null, party: null }, (on, material, form, answer) => {
        if (
          rulesOf(world, material, form).some(({ destinations }) => destinations.only ?? destinations.except.length > 0)
        )
          return
        for (const to of ['US', 'JP', 'CN']) {
          expect(brief(resolveCell(law, { ...asked, on, to, party: null }, material, form))).toEqual(brief(answer))
        }
      })
    },
  )

  test.prop([aWorld, aQuestion], runs)('by party changes only cells with a rule that names a list', (world, asked) => {
    const law = openLaw(world, asked.known)
    const to = asked.to ?? 'US'
    everyAnswer(world, { ...asked, to, party: null }, (on, material, form, answer) => {
      if (rulesOf(world, material, form).some((rule) => rule.endUse === 'listed-party')) return
      for (const party of ['acme', 'beta']) {
        expect(brief(resolveCell(law, { ...asked, on, to, party }, material, form))).toEqual(brief(answer))
      }
    })
  })

  test.prop([aWorld, aQuestion], runs)('by a party alone has that party’s country', (world, asked) => {
    const law = openLaw(world, asked.known)
    const country = world.parties.find((party) => party.key === 'acme')?.country ?? null
    everyAnswer(world, { ...asked, to: null, party: 'acme' }, (on, material, form, answer) => {
      expect(resolveCell(law, { ...asked, on, to: country, party: 'acme' }, material, form)).toEqual(answer)
    })
  })

  test('by a party that the record does not know is an error, never "not listed"', () => {
    expect(() => resolveCell(openLaw(aLedger(), null), asking(day(5), { party: 'nobody' }), 'Dy', 'metal')).toThrow(
      '"nobody"',
    )
  })
})

type Look = (on: (typeof ALL_DAYS)[number], material: string, form: string, answer: CellAnswer) => void

function everyAnswer(world: Ledger, asked: Asked, look: Look): void {
  const law = openLaw(world, asked.known)
  for (const [material, form] of CELLS) {
    for (const on of ALL_DAYS) look(on, material, form, resolveCell(law, { ...asked, on }, material, form))
  }
}

/** What the text gives, whether anybody has verified it or not. */
function textOf(answer: CellAnswer): string {
  return answer.resumes ?? answer.status
}

function rankOf(answer: CellAnswer): number {
  const text = textOf(answer)
  return text === 'not-applicable' ? -1 : rank(text as Parameters<typeof rank>[0])
}

function brief({ status, resumes, floor, beforeEffect, coverage }: CellAnswer): object {
  return { status, resumes, floor, beforeEffect, coverage }
}

function counts(world: Ledger, provision: Provision, asked: Asked): boolean {
  const instrument = world.instruments.find((one) => one.key === provision.instrument)
  return instrument?.binding === 'law' && (asked.known === null || instrument.issuedOn <= asked.known)
}

function rulesOf(world: Ledger, material: string, form: string): readonly Provision[] {
  return world.provisions.filter(
    (provision) =>
      !acts(provision.effect) &&
      [material, 'controlled-items'].some((key) => provision.materials.includes(key)) &&
      [form, 'any'].some((key) => provision.forms.includes(key)),
  )
}

function exemptingByName(provision: Provision): Provision {
  return provision.effect === 'exempt' ? { ...provision, materials: ['Dy'] } : provision
}
