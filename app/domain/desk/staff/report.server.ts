/** The one-page report by organisations: the same rows as a sheet and as a paper, in Russian like every paper. */

import { inArray } from 'drizzle-orm'
import ExcelJS from 'exceljs'
import { type ActingCtx, viewerOf } from '#app/domain/ctx.ts'
import { fieldsOf, kindOf } from '#app/domain/documents/catalogue.ts'
import { wordsOf } from '#app/domain/documents/fields.ts'
import { fillTemplate } from '#app/domain/documents/filling.server.ts'
import type { Shelf } from '#app/domain/documents/shelf.ts'
import { templateFor } from '#app/domain/documents/templates.server.ts'
import { safeCell } from '#app/domain/reviews/summary/workbook-rows.ts'
import { content } from '#content/load.ts'
import type { Messages } from '#content/messages/ru.ts'
import { scopesOf } from '#db/reach/viewer.ts'
import { municipalities, organisations } from '#db/schema/index.ts'
import { reportOf } from './staff.server.ts'

const template = 'staff-report'

/** Counts of a row, in the order of the columns. */
const counts = ['experts', 'applicants', 'waits', 'invited', 'answered', 'takesPart', 'checked'] as const

type Row = readonly [name: string, ...counts: number[]]

export interface StaffReport {
  /** whose people: the municipality, or the organisations */
  whose: string
  day: string
  rows: Row[]
  total: Row
}

/** What both files say. Problem('forbidden') for whom there is no desk. */
export async function staffReport(ctx: ActingCtx, words: Messages): Promise<StaffReport> {
  const { today } = ctx.actor
  const places = await reportOf(ctx, Number(today.slice(0, 4)))
  const rows = places.map((place): Row => [place.name, ...counts.map((count) => place[count])])
  const sums = counts.map((_, at) => rows.reduce((sum, row) => sum + Number(row[at + 1]), 0))
  return { whose: await deskOf(ctx), day: today, rows, total: [words.staff.sheet.total, ...sums] }
}

/** The sheet; names are data, so what a spreadsheet would take for a formula gets an apostrophe. */
export async function staffSheet({ rows, total }: StaffReport, { staff }: Messages): Promise<Uint8Array> {
  const { name, head } = staff.sheet
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = head.map((_, column) => ({ width: column === 0 ? 50 : 16 }))
  sheet.addRow(head).font = { bold: true }
  for (const [place, ...numbers] of rows) sheet.addRow([safeCell(place), ...numbers])
  sheet.addRow([...total]).font = { bold: true }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** The paper: landscape, one line an organisation. */
export async function staffPaper(
  ctx: ActingCtx,
  shelf: Shelf,
  { whose, day, rows, total }: StaffReport,
  { words, long, notice }: { words: Messages; long: (iso: string) => string; notice?: string },
): Promise<Uint8Array> {
  const { sheet } = words.staff
  const line = ([name, ...numbers]: Row) => ({
    name,
    ...Object.fromEntries(counts.map((count, at) => [count, String(numbers[at])])),
  })
  const { templates } = content()
  const { bytes } = await templateFor(ctx, shelf, template, null)
  const fields = { heading: sheet.heading, whose, day: sheet.asOf(long(day)), note: sheet.note }
  const filled = wordsOf(
    fieldsOf(templates, kindOf(templates, template)),
    { ...fields, places: [...rows, total].map(line) },
    {},
  )
  return fillTemplate(bytes, filled, notice ? { notice } : {}).bytes
}

/** Names of the municipalities and organisations whose desk it is. */
async function deskOf(ctx: ActingCtx): Promise<string> {
  const of = (kind: 'municipality' | 'organisation') => [
    '00000000-0000-0000-0000-000000000000',
    ...scopesOf(viewerOf(ctx), 'nomination.create', kind),
  ]
  const towns = await ctx.db
    .select({ name: municipalities.name })
    .from(municipalities)
    .where(inArray(municipalities.id, of('municipality')))
    .orderBy(municipalities.name)
  const places = await ctx.db
    .select({ name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, of('organisation')))
    .orderBy(organisations.name)
  return [...towns, ...places].map(({ name }) => name).join('; ')
}
