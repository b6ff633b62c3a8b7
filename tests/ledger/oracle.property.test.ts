import { fc, test } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'
import { openLaw } from '@/lib/ledger/law'
import type { Ledger } from '@/lib/ledger/record'
import { resolveCell } from '@/lib/ledger/resolve'
import type { Line } from '@/lib/ledger/status'
import { cellTimeline, runOf } from '@/lib/ledger/timeline'
import { openOracle } from './oracle'
import { ALL_DAYS, aQuestion, aWorld, CELLS } from './worlds'

// Hundreds of worlds, on machines that do other things meanwhile.
vi.setConfig({ testTimeout: 120_000 })

describe('the ledger and the law by hand', () => {
  test.prop([aWorld, aQuestion], { numRuns: 200 })('agree on every cell on every day', (world, asked) => {
    const law = openLaw(world, asked.known)
    const oracle = openOracle(world, asked.known)
    for (const [material, form] of CELLS) {
      for (const on of ALL_DAYS) {
        const question = { ...asked, on }
        const { status, resumes, floor, beforeEffect, coverage, lines } = resolveCell(law, question, material, form)
        const byHand = oracle.answer(question, material, form)
        const seen = { on, material, form, status, resumes, floor, beforeEffect }
        expect(seen).toEqual({
          on,
          material,
          form,
          status: byHand.status,
          resumes: byHand.resumes,
          floor: byHand.floor,
          beforeEffect: byHand.beforeEffect,
        })
        if (status === 'not-applicable') continue
        expect({ on, material, form, coverage }).toEqual({ on, material, form, coverage: byHand.coverage })
        expect(told(lines.filter(isRule).map((line) => [line.provision.key, line.state, line.gives]))).toEqual(
          told(byHand.lines.map((line) => [line.provision, line.state, line.gives])),
        )
      }
    }
  })

  test.prop([aWorld, aQuestion], { numRuns: 150 })('cut time into the same pieces', (world, asked) => {
    const law = openLaw(world, asked.known)
    const oracle = openOracle(world, asked.known)
    const seen = new Set(ALL_DAYS.filter((on) => on >= oracle.coversFrom))
    expect(law.coversFrom).toBe(oracle.coversFrom)
    for (const [material, form] of CELLS) {
      const timeline = cellTimeline(law, { ...asked, on: oracle.coversFrom }, material, form)
      for (const on of seen) {
        const { status, resumes, floor, beforeEffect } = oracle.answer({ ...asked, on }, material, form)
        const span = timeline.find((one) => one.from <= on && (one.to === null || on < one.to))
        expect({ on, ...span }).toMatchObject({ on, status, resumes, floor, beforeEffect })
        const run = runOf(timeline, on)
        expect(oracle.answer({ ...asked, on: run.since }, material, form).status).toBe(status)
        if (run.lastDay !== null)
          expect(oracle.answer({ ...asked, on: run.lastDay }, material, form).status).toBe(status)
        if (run.next !== null)
          expect(oracle.answer({ ...asked, on: run.next.on }, material, form).status).toBe(run.next.status)
      }
    }
  })
})

describe('the small worlds', () => {
  test('are crowded: everything that the rules speak of happens in many of them', () => {
    const met = new Map<string, number>()
    for (const [world, asked] of fc.sample(fc.tuple(aWorld, aQuestion), { numRuns: 400, seed: 18 })) {
      const oracle = openOracle(world, asked.known)
      const happens = new Set<string>()
      for (const [material, form] of CELLS) {
        for (const on of ALL_DAYS) {
          const { status, beforeEffect, floor, coverage, lines } = oracle.answer({ ...asked, on }, material, form)
          happens.add(status)
          if (beforeEffect) happens.add('paused before effect')
          if (status === 'pause-ended' && floor !== 'not-controlled') happens.add('pause ended above a floor')
          if (coverage === 'named') happens.add('listed goods only')
          for (const line of lines) happens.add(`line ${line.state}`)
          for (const line of lines) if (isOfControlledItems(world, line.provision)) happens.add('controlled items')
        }
      }
      for (const what of happens) met.set(what, (met.get(what) ?? 0) + 1)
    }
    const rare = [
      ['announced', 40],
      ['paused', 40],
      ['paused before effect', 20],
      ['pause-ended', 25],
      ['pause ended above a floor', 5],
      ['licence', 80],
      ['refused', 20],
      ['prohibited', 20],
      ['not-applicable', 80],
      ['listed goods only', 40],
      ['controlled items', 40],
      ['line ended', 80],
      ['line not-issued', 80],
      ['line suspended', 80],
      ['line exempted', 15],
    ] as const
    expect(rare.filter(([what, least]) => (met.get(what) ?? 0) < least)).toEqual([])
  })
})

function isOfControlledItems(world: Ledger, key: string): boolean {
  return world.provisions.some((one) => one.key === key && one.materials.includes('controlled-items'))
}

/** Exemptions are shown among the lines; they decide nothing by themselves. */
function isRule(line: Line): boolean {
  return line.provision.effect !== 'exempt'
}

function told(lines: readonly (readonly string[])[]): readonly string[] {
  return lines.map((line) => line.join(' ')).toSorted()
}
