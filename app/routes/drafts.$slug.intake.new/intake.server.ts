/** The form of a paper: its files and places are looked up at each step, nothing is saved before the last. */
import { data } from '@remix-run/node'
import { Problem } from '#app/domain/problem.ts'
import { readTable } from '#app/domain/reviews/importing/tables.server.ts'
import { keepUpload, uploadNames } from '#app/domain/reviews/intake/intake-files.server.ts'
import type { IntakeValue } from '#app/domain/reviews/intake/intake-forms.ts'
import { type PlaceOffered, placesOffered } from '#app/domain/reviews/intake/intakes.server.ts'
import { enterIntake } from '#app/domain/reviews/intake/intaking.server.ts'
import { draftBySlug, versionView } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import type { BlockInput } from '#app/domain/reviews/texts/blocks.ts'
import { authorize } from '#app/domain/rules.ts'
import { bytesOf } from '#app/routes/drafts.$slug/file-view.server.ts'
import { headOf } from '#app/routes/drafts.$slug/reading.server.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { type Args, acting, done } from '#app/web/serve.server.ts'
import { statusOf } from '#app/web/status.ts'

type Row = IntakeValue['rows'][number]
export type RowView = Row & { offered: PlaceOffered }
export interface Answered {
  values: Omit<IntakeValue, 'scan' | 'table' | 'rows'>
  rows: RowView[]
  scan: string | null
  table: { name: string; read: number | null; skipped: number } | null
  problems: { text: string; field: string }[]
  /** an equal paper is there: it may be entered all the same */
  twice: boolean
}

export async function intakePage(args: Args) {
  const { ctx, params, t, services } = args
  acting(ctx)
  const shown = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.intake, ctx.actor, shown.facts)
  return {
    title: `${t.reviewIntake.form.title} · ${shown.draft.title}`,
    head: headOf(shown, args),
    versions: shown.versions.flatMap(({ number, publishedAt }) => (publishedAt ? [number] : [])),
    megabytes: services.content.settings.uploads.maxMegabytes,
  }
}

/** Keeps files, reads a table, finds places; saves when that was asked and every place is known. */
export async function intakeStep(args: Args & { value: IntakeValue }) {
  const { ctx, params, t, value } = args
  const mine = acting(ctx)
  const shown = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.intake, ctx.actor, shown.facts)
  const { blocks } = await versionView(ctx, shown.draft.id, value.version)
  const answered = await filesRead(args, blocks)
  if (value.step !== 'save' || answered.table?.read != null) return data({ answered })
  try {
    const rows = rowsToSave(answered)
    const { id } = shown.draft
    await enterIntake(mine, id, { ...paperOf(answered.values), rows, table: answered.table?.name ?? '' })
    return done(`/drafts/${shown.draft.slug}/intake`, 'saved')
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const problem = { text: sentenceOf(t, error), field: error.field ?? '' }
    const status = statusOf(error.code)
    return data(
      { answered: { ...answered, problems: [problem], twice: error.code === 'intake-twice' } },
      { status },
    )
  }
}

async function filesRead(
  { ctx, value, services }: Args & { value: IntakeValue },
  blocks: BlockInput[],
): Promise<Answered> {
  const mine = acting(ctx)
  const { dataDir } = services.config
  const { scan, table, rows: typed, ...values } = value
  const [scanSent, tableSent] = [await bytesOf(scan), await bytesOf(table)]
  const read = tableSent && (await readTable(tableSent))
  if (scanSent) values.scanUpload = (await keepUpload(mine, dataDir, scanSent, 'scan')).id
  if (tableSent) values.tableUpload = (await keepUpload(mine, dataDir, tableSent, 'table')).id
  const said = typed.filter((row) => row.remark !== '' || row.proposal !== '')
  const all = [...said, ...(read?.rows ?? []).map(newRow)]
  if (value.step === 'more' || all.length === 0) all.push(newRow({}))
  const offered = placesOffered(
    all.map(({ point }) => point),
    blocks,
  )
  const names = await uploadNames(
    mine,
    [values.scanUpload, values.tableUpload].flatMap((id) => id ?? []),
  )
  const name = names.get(values.tableUpload ?? '')
  return {
    values,
    rows: all.map((row, at) => placed(row, offered[at] as PlaceOffered)),
    scan: names.get(values.scanUpload ?? '') ?? null,
    table: name ? { name, read: read?.rows.length ?? null, skipped: read?.skipped ?? 0 } : null,
    problems: [],
    twice: false,
  }
}

function newRow(row: Partial<Row>): Row {
  return {
    ...{ point: '', place: '', seen: '', remark: '', proposal: '', grounds: '' },
    ...row,
    kind: row.proposal ? 'proposal' : 'criticism',
  }
}

/** A place chosen for another point than the row has now is no choice; the only one that fits is. */
function placed(row: Row, offered: PlaceOffered): RowView {
  const chosen = row.place === 'document' || offered.units.some(({ blockId }) => blockId === row.place)
  const own = offered.found === 'unit' ? (offered.units[0]?.blockId ?? '') : ''
  const found = offered.found === 'document' ? 'document' : own
  const place = row.seen === row.point && chosen ? row.place : row.seen === '' && chosen ? row.place : found
  return { ...row, place, seen: row.point, offered }
}

function rowsToSave({ rows }: Answered) {
  const said = rows.filter((row) => row.remark !== '' || row.proposal !== '')
  return said.map(({ kind = 'criticism', remark, proposal, grounds, wording, place }, at) => {
    if (place === '') throw new Problem('intake-place', { row: at + 1 }, `rows[${at}].place`)
    return { kind, remark, proposal, grounds, wording: wording === 'on', place }
  })
}

function paperOf(values: Answered['values']) {
  const { channel, number, day, receivedDay, event, item, name, organisation, post } = values
  const personNumber = values.personNumber === '' ? null : Number(values.personNumber)
  return {
    ...{ channel, number, day, receivedDay, event, item },
    sender: { name, personNumber, organisation, post, named: values.named === 'on' },
    versionNumber: values.version,
    uploads: [values.scanUpload, values.tableUpload].flatMap((id) => id ?? []),
    again: values.again === 'on',
  }
}
