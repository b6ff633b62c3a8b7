import type { ReactNode } from 'react'
import { Swatch } from '@/components/evidence/swatch'
import { StatusMark } from '@/components/marks/status-mark'
import type { Coordinates } from '@/lib/contract/address'
import { bandsInLegend } from '@/lib/contract/evidence/legend'
import { say } from '@/lib/contract/words/catalogue'
import type { Observed } from '@/lib/ledger/series/observed'

/** One legend for all charts of a page: their marks, and the words and textures of the law that any of them shows. */
export function ChartLegend({ series, at }: { readonly series: readonly Observed[]; readonly at: Coordinates }) {
  return (
    <section className="legend chart-legend" aria-labelledby="legend">
      <h2 id="legend">{say('evidence.legend.title')}</h2>
      <dl>
        <Entry
          mark={
            <Sample>
              <path className="span" d="M2 7H26" />
              <circle cx={14} cy={7} r={3} />
            </Sample>
          }
          meaning={say('evidence.legend.stated')}
        />
        <Entry
          mark={
            <Sample>
              <circle data-estimated="" cx={14} cy={7} r={3} />
            </Sample>
          }
          meaning={say('evidence.key.estimated')}
        />
        <Entry
          mark={
            <Sample>
              <path className="range" d="M14 1V13" />
            </Sample>
          }
          meaning={say('evidence.key.range')}
        />
        <Entry
          mark={
            <Sample>
              <g className="event">
                <path d="M4 1V14" />
                <text x={7} y={10}>
                  1–4
                </text>
              </g>
            </Sample>
          }
          meaning={say('evidence.legend.event')}
        />
        <Entry
          mark={
            <Sample>
              <path className="asked" d="M14 0V14" />
            </Sample>
          }
          meaning={say('evidence.legend.asked')}
        />
      </dl>
      <p className="soft">{say('evidence.legend.band')}</p>
      <dl>
        {bandsInLegend(series, at.question.on).map(({ status, beforeEffect, meaning }) => (
          <Entry
            key={`${status} ${beforeEffect}`}
            mark={
              <>
                <Swatch status={status} /> <StatusMark status={status} beforeEffect={beforeEffect} />
              </>
            }
            meaning={meaning}
          />
        ))}
      </dl>
    </section>
  )
}

function Entry({ mark, meaning }: { readonly mark: ReactNode; readonly meaning: string }) {
  return (
    <div>
      <dt>{mark}</dt>
      <dd>{meaning}</dd>
    </div>
  )
}

/** A mark as charts draw it; its meaning stands beside it in words. */
function Sample({ children }: { readonly children: ReactNode }) {
  return (
    <span className="chart sample">
      <svg viewBox="0 0 28 14" aria-hidden="true">
        {children}
      </svg>
    </span>
  )
}
