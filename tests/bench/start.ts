import { median } from './statistics'
import type { Subject } from './subject'

/** From the command to the first page that is answered: with everything there, and the first time, build included. */
export const start: Subject = {
  name: 'start',
  tells: 'from the command to the first answer, seconds',
  run: async (served) => {
    const { firstStart, starts } = await served()
    const cold = { median: median(starts), least: Math.min(...starts), most: Math.max(...starts) }
    return {
      table: {
        'with the build and the database there': cold,
        'on an empty folder': { median: firstStart, least: null, most: null },
      },
      notes: [
        'A start on an empty folder loads the record, and builds the pages where the sources have changed since.',
      ],
    }
  },
}
