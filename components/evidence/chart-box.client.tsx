'use client'

import type { ComponentType, ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { Drawn } from '@/lib/contract/evidence/drawn'

type Size = { readonly width: number; readonly height: number }
type Chart = ComponentType<{ readonly drawn: Drawn; readonly size: Size }>

/**
 * The place of a chart. What the server drew stands in it; once a reader looks at it, the chart that can be pointed at is
 * fetched and takes the same place, which keeps its size. Until then no reader has loaded a byte of it.
 */
export function ChartBox({ drawn, children }: { readonly drawn: Drawn; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<Chart | null>(null)
  const [size, setSize] = useState<Size | null>(null)

  useEffect(() => {
    const element = box.current
    if (element === null) return
    let gone = false
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      import('./series-chart.client')
        .then(({ SeriesChart }) => {
          if (!gone) setShown(() => SeriesChart)
        })
        .catch(() => undefined) // what the server drew stays
    })
    observer.observe(element)
    // A box that is hidden for a while has no size: the chart keeps the one it had.
    const resized = new ResizeObserver(() => {
      const { width, height } = element.getBoundingClientRect()
      if (width > 0 && height > 0) setSize({ width: Math.round(width), height: Math.round(height) })
    })
    resized.observe(element)
    return () => {
      gone = true
      observer.disconnect()
      resized.disconnect()
    }
  }, [])

  const Shown = shown
  return (
    <div ref={box} className="chart-plot">
      <div role="img" aria-label={drawn.alternative}>
        {children}
      </div>
      {Shown !== null && size !== null && (
        <div className="chart-pointed" aria-hidden="true">
          <Shown drawn={drawn} size={size} />
        </div>
      )}
    </div>
  )
}
