import { linkTo } from '@/components/marks/link-to'
import { StatusMark } from '@/components/marks/status-mark'
import { instrumentGroup } from '@/components/timeline/instrument-group'
import type { LaneGroup } from '@/components/timeline/lane-row'
import { statusSegment } from '@/components/timeline/segments'
import { Timeline } from '@/components/timeline/timeline'
import type { MaterialPage } from '@/components/views/material-page'
import { scaleOf } from '@/lib/contract/axis'
import { flagDay, titleOfClaim } from '@/lib/contract/timeline/entries'
import { say } from '@/lib/contract/words/catalogue'
import { nameOf } from '@/lib/contract/words/names'

/** A material over time: all listed forms on top, then each form, then each instrument, words above the law. */
export function MaterialTimeline({ page }: { readonly page: MaterialPage }) {
  const { on } = page.coordinates.question
  const laws = [...page.strip, ...page.lanes.flatMap((lane) => lane.spans)]
  const words = [...page.claims.map((claim) => claim.saidOn), ...page.events.map((event) => event.startsOn)]
  const days = [...laws.map((span) => span.from).filter((day) => day > page.coversFrom), ...words.map(flagDay)]
  return (
    <Timeline
      name={nameOf(page.material)}
      scale={scaleOf(days, on)}
      on={on}
      groups={[...formGroups(page), instrumentGroup(page.lanes, page.coordinates)]}
      flags={{
        claim: page.claims.map((claim) => ({ when: claim.saidOn, title: titleOfClaim(claim) })),
        event: page.events.map(({ startsOn, title }) => ({ when: startsOn, title })),
      }}
    />
  )
}

function formGroups({ strip, forms, rollup, coordinates, material }: MaterialPage): readonly LaneGroup[] {
  const all = say(rollup.anyListed ? 'timeline.strip' : 'timeline.stripUnlisted')
  return [
    {
      key: 'strip',
      title: say('pages.material.open'),
      rows: [
        {
          key: 'strip',
          name: all,
          head: all,
          segments: strip.map((span, index) => statusSegment(all, index, { ...span, ...span.rollup })),
          now: <StatusMark status={rollup.status} beforeEffect={rollup.beforeEffect} />,
        },
      ],
    },
    {
      key: 'forms',
      title: say('timeline.forms'),
      rows: forms.map(({ form, answer, timeline }) => ({
        key: form.key,
        name: nameOf(form),
        head: (
          <a href={linkTo(coordinates, { name: 'proof', material: material.key, form: form.key })}>{nameOf(form)}</a>
        ),
        segments: timeline.map((span, index) => statusSegment(nameOf(form), index, span)),
        now: <StatusMark status={answer.status} beforeEffect={answer.beforeEffect} />,
      })),
    },
  ]
}
