/** Events: series that come back, how much an edition holds. */
import { z } from 'zod'
import { code, positive, words } from './shared.ts'

export const eventsSchema = z.strictObject({
  series: z.array(z.strictObject({ code, title: words, short: words })).min(1),
  page: positive,
  items: z.strictObject({ most: positive, speakers: positive }),
  files: z.strictObject({ most: positive }),
})
