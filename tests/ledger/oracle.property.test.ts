import { test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { openLaw } from '@/lib/ledger/law'
import { resolveCell } from '@/lib/ledger/resolve'
import type { Line } from '@/lib/ledger/status'
import { cellTimeline, runOf } from '@/lib/ledger/timeline'
import { openOracle } from './oracle'
import { ALL_DAYS, aQuestion, aWorld, CELLS } from './worlds'

describe('the ledger and the law by hand', () => {
  test.prop([aWorld, aQuestion], { numRuns: 600 })('agree on every cell on every day', (world, asked) => {
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

  test.prop([aWorld, aQuestion], { numRuns: 300 })('cut time into the same pieces', (world, asked) => {
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

/** Exemptions are shown among the lines; they decide nothing by themselves. */
function isRule(line: Line): boolean {
  return line.provision.effect !== 'exempt'
}

function told(lines: readonly (readonly string[])[]): readonly string[] {
  return lines.map((line) => line.join(' ')).toSorted()
}
