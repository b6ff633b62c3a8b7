import { afterEach, describe, expect, test, vi } from 'vitest'
import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { resolveMatrix } from '@/lib/ledger/matrix'
import { proofOf } from '@/lib/ledger/proof'
import type { Question } from '@/lib/ledger/question'
import { resolveCell } from '@/lib/ledger/resolve'
import { todayInBeijing } from '@/lib/reading/now'
import { asking } from '@/tests/support/builders'
import { theRecord } from '@/tests/support/record'

// The clock needs no database.
vi.mock('@/lib/db/revisions', () => ({ headRevision: () => Promise.resolve(null) }))
vi.mock('@/lib/db/away', () => ({ isDatabaseAway: () => false }))

const record = theRecord()
const law = openLaw(record, null)

/** `Dy metal` on a day, as a lawyer would say it aloud. */
function reading(on: string, cell: string, refined: Partial<Question> = {}): string {
  const [material = '', form = ''] = cell.split(' ')
  const question = asking(on, refined)
  const { known } = question
  const then = known === null ? law : openLaw(record, known)
  const { status, resumes, floor, beforeEffect } = resolveCell(then, question, material, form)
  if (resumes !== null) return `pause ended, not verified: ${resumes} resumes, at least ${floor}`
  return beforeEffect ? `${status} before effect` : status
}

function readings(cell: string, days: readonly string[], refined: Partial<Question> = {}): readonly string[] {
  return days.map((on) => `${on} ${reading(on, cell, refined)}`)
}

describe('3 and 4 April 2025: Announcement 18 takes effect on the day of its release', () => {
  test.each([
    'Sm metal',
    'Gd oxide',
    'Tb alloy',
    'Dy metal',
    'Lu compound',
    'Sc target',
    'Y oxide',
    'ndfeb-dy-tb magnet',
    'smco magnet',
  ])('%s is open the day before and needs a licence from the day itself', (cell) => {
    expect(readings(cell, ['2025-04-03', '2025-04-04'])).toEqual(['2025-04-03 not-controlled', '2025-04-04 licence'])
  })

  test('the light rare earths stay open', () => {
    for (const cell of ['La oxide', 'Ce oxide', 'Pr metal', 'Nd metal', 'Pm metal', 'ndfeb-no-hree magnet']) {
      expect(readings(cell, ['2025-04-03', '2025-04-04'])).toEqual([
        '2025-04-03 not-controlled',
        '2025-04-04 not-controlled',
      ])
    }
  })

  test('a military buyer in the United States is barred from what becomes controlled, by a rule that is older', () => {
    expect(readings('Dy metal', ['2025-04-03', '2025-04-04'], { to: 'US', use: 'military' })).toEqual([
      '2025-04-03 not-controlled',
      '2025-04-04 prohibited',
    ])
  })
})

describe('8 and 9 October 2025: the October package is published', () => {
  test('what starts on 8 November is announced', () => {
    for (const cell of [
      'Ho metal',
      'Er alloy',
      'Tm crystal',
      'Eu luminescent',
      'Yb optical-fibre',
      'ndfeb-ho magnet',
      'ree-equipment equipment',
    ]) {
      expect(readings(cell, ['2025-10-08', '2025-10-09'])).toEqual([
        '2025-10-08 not-controlled',
        '2025-10-09 announced',
      ])
    }
  })

  test('technology needs a licence from the day of publication', () => {
    const days = ['2025-10-08', '2025-10-09']
    const said = ['2025-10-08 not-controlled', '2025-10-09 licence']
    expect(readings('ree-tech technology', days)).toEqual(said)
    expect(readings('ree-tech technology', days, { route: 'assistance' })).toEqual(said)
  })

  test('goods of Chinese origin need a licence between third countries from that day, goods made abroad only later', () => {
    const days = ['2025-10-08', '2025-10-09']
    expect(readings('Dy metal', days, { route: 're-export' })).toEqual([
      '2025-10-08 not-controlled',
      '2025-10-09 licence',
    ])
    expect(readings('Dy metal', days, { route: 'foreign-made' })).toEqual([
      '2025-10-08 not-controlled',
      '2025-10-09 announced',
    ])
  })

  test('passing them on to a military user is in principle refused', () => {
    const military = { route: 're-export', use: 'military' } as const
    expect(readings('Dy metal', ['2025-10-08', '2025-10-09'], { ...military, to: 'FR' })).toEqual([
      '2025-10-08 not-controlled',
      '2025-10-09 refused',
    ])
  })

  test('the April list is not touched', () => {
    expect(readings('Dy metal', ['2025-10-08', '2025-10-09'])).toEqual(['2025-10-08 licence', '2025-10-09 licence'])
  })
})

describe('6, 7 and 8 November 2025: the package is suspended a day before most of it starts', () => {
  const days = ['2025-11-06', '2025-11-07', '2025-11-08']

  test('what had been announced is paused before it ever applied', () => {
    for (const cell of ['Ho metal', 'Er oxide', 'Tm target', 'Eu metal', 'Yb coating', 'li-ion-battery-300 battery']) {
      expect(readings(cell, days)).toEqual([
        '2025-11-06 announced',
        '2025-11-07 paused before effect',
        '2025-11-08 paused before effect',
      ])
    }
  })

  test('what had applied for 29 days is paused, and nobody says that it never applied', () => {
    const said = ['2025-11-06 licence', '2025-11-07 paused', '2025-11-08 paused']
    expect(readings('ree-tech technology', days)).toEqual(said)
    expect(readings('Dy metal', days, { route: 're-export' })).toEqual(said)
  })

  test('a military user in the United States stays barred between third countries, because an older rule bars it', () => {
    expect(readings('Dy metal', days, { route: 're-export', use: 'military', to: 'US' })).toEqual([
      '2025-11-06 prohibited',
      '2025-11-07 prohibited',
      '2025-11-08 prohibited',
    ])
  })

  test('the April list is not suspended', () => {
    expect(readings('Dy metal', days)).toEqual(['2025-11-06 licence', '2025-11-07 licence', '2025-11-08 licence'])
  })

  test('on 20 October nobody could know of the suspension: the start on 8 November was what the law said', () => {
    expect(readings('Ho metal', days, { known: localDate('2025-10-20') })).toEqual([
      '2025-11-06 announced',
      '2025-11-07 announced',
      '2025-11-08 licence',
    ])
  })

  test('gallium to the United States is refused in principle until the pause of 9 November gives the ordinary licence back', () => {
    expect(readings('Ga metal', ['2025-11-08', '2025-11-09'], { to: 'US' })).toEqual([
      '2025-11-08 refused',
      '2025-11-09 licence',
    ])
    expect(readings('Ga metal', ['2025-11-08', '2025-11-09'], { to: 'JP' })).toEqual([
      '2025-11-08 licence',
      '2025-11-09 licence',
    ])
  })
})

describe('1 December 2025: the rules on goods made abroad would have started', () => {
  const days = ['2025-11-30', '2025-12-01']

  test('they are paused before effect on the day before and on the day', () => {
    for (const cell of ['foreign-made-ree-items magnet', 'Dy oxide', 'smco magnet', 'ree-deep-processed assembly']) {
      expect(readings(cell, days, { route: 'foreign-made' })).toEqual([
        '2025-11-30 paused before effect',
        '2025-12-01 paused before effect',
      ])
    }
  })

  test('as known on 20 October they start', () => {
    expect(readings('Dy oxide', days, { route: 'foreign-made', known: localDate('2025-10-20') })).toEqual([
      '2025-11-30 announced',
      '2025-12-01 licence',
    ])
  })

  test('they never speak of China itself', () => {
    expect(readings('Dy oxide', days, { route: 'foreign-made', to: 'CN' })).toEqual([
      '2025-11-30 not-controlled',
      '2025-12-01 not-controlled',
    ])
  })
})

describe('10 and 11 November 2026: the suspension of the October package reaches its printed end', () => {
  const days = ['2026-11-10', '2026-11-11']

  test('the last day is still paused; the day after, the text gives a licence back and nobody has verified it', () => {
    for (const cell of ['Ho metal', 'Er oxide', 'Tm crystal', 'Eu metal', 'Yb metal', 'lfp-cathode compound']) {
      expect(readings(cell, days)).toEqual([
        '2026-11-10 paused before effect',
        '2026-11-11 pause ended, not verified: licence resumes, at least not-controlled',
      ])
    }
    expect(readings('ree-tech technology', days)).toEqual([
      '2026-11-10 paused',
      '2026-11-11 pause ended, not verified: licence resumes, at least not-controlled',
    ])
  })

  test('the statement of 28 September 2026 changes no answer', () => {
    const before = localDate('2026-09-27')
    expect(readings('Ho metal', days, { known: before })).toEqual(readings('Ho metal', days))
  })

  test('the April list and the light rare earths stay what they were', () => {
    expect(readings('Dy metal', days)).toEqual(['2026-11-10 licence', '2026-11-11 licence'])
    expect(readings('Nd metal', days)).toEqual(['2026-11-10 not-controlled', '2026-11-11 not-controlled'])
  })

  test('the proof carries the dispute about the printed day on both days, and on neither neighbour', () => {
    const disputed = ['2026-11-09', ...days, '2026-11-12'].map((on) => {
      const boundaries = proofOf(law, asking(on), 'Ho', 'metal').boundaries
      return boundaries.map(({ provision, lastDay }) => `${provision.key} through ${lastDay}`)
    })
    const carried = ['cn-2025-70-suspends-2025-57 through 2026-11-10']
    expect(disputed).toEqual([[], carried, carried, []])
    const told = proofOf(law, asking('2026-11-11'), 'Ho', 'metal').boundaries.flatMap(({ disputes }) => disputes)
    expect(told.length).toBeGreaterThan(0)
  })
})

describe('22 November 2026: the day of the first record', () => {
  test('five are open, seven need a licence in every listed form, five are unclear', () => {
    const matrix = resolveMatrix(law, asking('2026-11-22'), 'rare-earths')
    const having = (status: string) =>
      matrix.rows
        .filter((row) => row.rollup.status === status)
        .map((row) => row.material.key)
        .toSorted()
    expect(matrix.rows).toHaveLength(17)
    expect(having('not-controlled')).toEqual(['Ce', 'La', 'Nd', 'Pm', 'Pr'])
    expect(having('licence')).toEqual(['Dy', 'Gd', 'Lu', 'Sc', 'Sm', 'Tb', 'Y'])
    expect(having('pause-ended')).toEqual(['Er', 'Eu', 'Ho', 'Tm', 'Yb'])
  })

  test('forms that no line names are told as not listed, and do not soften the word', () => {
    const matrix = resolveMatrix(law, asking('2026-11-22'), 'rare-earths')
    const notListed = matrix.rows
      .map((row) => [row.material.key, ...row.rollup.notListed])
      .filter((row) => row.length > 1)
    expect(notListed).toEqual([
      ['Tm', 'alloy'],
      ['Yb', 'alloy'],
    ])
  })
})

describe('27 and 28 November 2026: the pause of the clause on the United States reaches its printed end', () => {
  const days = ['2026-11-27', '2026-11-28']

  test('gallium, germanium, antimony and superhard goods keep the licence as floor, and refusal is what the text gives back', () => {
    for (const cell of ['Ga metal', 'Ge oxide', 'Sb metal', 'superhard-2024 bulk']) {
      expect(readings(cell, days, { to: 'US' })).toEqual([
        '2026-11-27 licence',
        '2026-11-28 pause ended, not verified: refused resumes, at least licence',
      ])
    }
  })

  test('to other destinations nothing happens', () => {
    expect(readings('Ga metal', days)).toEqual(['2026-11-27 licence', '2026-11-28 licence'])
    expect(readings('Ga metal', days, { to: 'JP' })).toEqual(['2026-11-27 licence', '2026-11-28 licence'])
  })

  test('between third countries no licence holds below: the floor is open', () => {
    expect(readings('Ga metal', days, { to: 'US', route: 're-export' })).toEqual([
      '2026-11-27 paused',
      '2026-11-28 pause ended, not verified: refused resumes, at least not-controlled',
    ])
  })
})

describe('midnight in Beijing, when a status changes without anybody doing anything', () => {
  afterEach(() => vi.useRealTimers())

  /** The day before each change, the day of it, the cell and what is told on both sides. */
  const midnights = [
    ['2025-04-03', '2025-04-04', 'Dy metal', {}, 'not-controlled', 'licence'],
    ['2025-10-08', '2025-10-09', 'Ho metal', {}, 'not-controlled', 'announced'],
    ['2025-11-06', '2025-11-07', 'Ho metal', {}, 'announced', 'paused before effect'],
    ['2025-11-07', '2025-11-08', 'Ho metal', {}, 'paused before effect', 'paused before effect'],
    ['2025-11-30', '2025-12-01', 'Dy oxide', { route: 'foreign-made' }, 'paused before effect', 'paused before effect'],
    [
      '2026-11-10',
      '2026-11-11',
      'Ho metal',
      {},
      'paused before effect',
      'pause ended, not verified: licence resumes, at least not-controlled',
    ],
    [
      '2026-11-27',
      '2026-11-28',
      'Ga metal',
      { to: 'US' },
      'licence',
      'pause ended, not verified: refused resumes, at least licence',
    ],
  ] as const

  test.each(midnights)('%s becomes %s: %s', (before, after, cell, refined, told, toldAfter) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${before}T15:59:59.999Z`) })
    expect(todayInBeijing()).toBe(before)
    expect(reading(todayInBeijing(), cell, refined)).toBe(told)

    vi.setSystemTime(new Date(`${before}T16:00:00.000Z`))
    expect(todayInBeijing()).toBe(after)
    expect(reading(todayInBeijing(), cell, refined)).toBe(toldAfter)
  })

  test.each(['UTC', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Shanghai'])(
    'a server in %s tells the same day',
    (zone) => {
      vi.stubEnv('TZ', zone)
      expect(todayInBeijing(new Date('2026-11-10T15:59:59Z'))).toBe('2026-11-10')
      expect(todayInBeijing(new Date('2026-11-10T16:00:00Z'))).toBe('2026-11-11')
      expect(todayInBeijing(new Date('2024-02-28T16:00:00Z'))).toBe('2024-02-29')
      expect(todayInBeijing(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01')
      vi.unstubAllEnvs()
    },
  )
})
