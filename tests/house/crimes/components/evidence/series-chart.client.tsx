'use client'

import { Line } from 'recharts'

export function SeriesChart() {
  return <Line dataKey="value" />
}
