import { Line } from 'recharts'
import { SeriesChart } from './series-chart.client'

export function Both() {
  return (
    <>
      <Line dataKey="value" />
      <SeriesChart />
    </>
  )
}
