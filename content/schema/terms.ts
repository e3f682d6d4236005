/** Time in work: production calendars, and the orders of discussions with the terms of their stages. */
import { z } from 'zod'
import { code, day, positive, text, words } from './shared.ts'

export const calendarSchema = z.strictObject({
  year: z.int().min(2000).max(2200),
  /** the acts it follows */
  basis: text,
  /** known only in part: pages say so wherever a term reaches such a year */
  provisional: z.boolean().default(false),
  off: z.array(day),
  worked: z.array(day).default([]),
  short: z.array(day).default([]),
  moved: z.array(z.strictObject({ from: day, to: day })).default([]),
  workingDays: positive,
})

export const stageKinds = ['notice', 'discussion', 'expertise', 'processing', 'summary'] as const
export const termUnits = ['calendar', 'working'] as const
export const takers = [
  'everyone',
  'participant',
  'expert',
  'invited',
  'panel',
  'institute',
  'secretary',
] as const
export const processesSchema = z.strictObject({
  processes: z
    .array(
      z.strictObject({
        code,
        title: words,
        summary: text,
        guestsRead: z.boolean(),
        /** a term that ends on a day that is not worked goes on to the next working day */
        endsOnWorkingDay: z.boolean(),
        stages: z
          .array(
            z.strictObject({
              kind: z.enum(stageKinds),
              title: words,
              unit: z.enum(termUnits),
              days: positive,
              min: positive,
              max: positive,
              /** code of a normative document, and the place in it */
              basis: z.strictObject({ document: code, place: text }),
              who: z.array(z.enum(takers)).min(1),
              summary: text,
            }),
          )
          .min(2),
      }),
    )
    .min(1),
})
