/** Limits of papers with remarks that were entered, and terms of objections to the record of a remark. */
import { z } from 'zod'
import { positive } from './shared.ts'

export const intakesSchema = z.strictObject({
  rows: positive,
  tableRows: positive,
  tableColumns: positive,
  cell: positive,
})
export const objectionsSchema = z.strictObject({ days: positive, answerDays: positive })
