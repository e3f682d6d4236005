/**
 * Papers: letters, orders and notes made from templates.
 *
 * A draft keeps its fields and makes its DOCX anew each time. Issuing writes the outgoing number and day, fixes the
 * file under its hash, and ends editing for good: a mistake is mended by another paper.
 */
import { and, desc, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { standsInFor } from '#app/domain/accounts/standing-in.ts'
import { type ActingCtx, type Actor, atomically, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { letterheadOf } from '#app/domain/organisations/letterhead.ts'
import { contactsShown } from '#app/domain/organisations/queries.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { paperVisibleTo } from '#db/reach/papers.ts'
import { employments, organisations, papers } from '#db/schema/index.ts'
import { fieldsOf, kindOf } from './catalogue.ts'
import { emptyFields, type Fields, isDay, readFields, suggestFields, wordsOf } from './fields.ts'
import { fillTemplate } from './filling.server.ts'
import { safeName } from './merging.ts'
import { placeOf } from './place.server.ts'
import type { Shelf } from './shelf.ts'
import { type PaperFacts, paperRules } from './template-rules.ts'
import { templateFor } from './templates.server.ts'

export type PaperRow = typeof papers.$inferSelect

export interface NewPaper {
  template: string
  organisationId: string
  /** what it is about: a panel, a draft; by default the organisation itself */
  object?: { kind: string; id: string }
  /** what the room that asks already knows */
  fields?: Record<string, unknown>
}

/**
 * Begins a paper and returns its id. Letterhead and signatory come from the organisation's last paper; when the actor
 * stands in for somebody, the actor signs as «и. о.».
 */
export async function draftPaper(
  ctx: ActingCtx,
  { template, organisationId, object, fields = {} }: NewPaper,
): Promise<string> {
  return atomically(ctx, async (ctx) => {
    authorize(paperRules.draft, ctx.actor, { ...(await placeOf(ctx, organisationId)), issuedAt: null })
    const known = {
      ...(await keptFields(ctx, organisationId, template)),
      ...(await deputyFields(ctx, organisationId)),
      ...fields,
    }
    const id = uuidv7()
    await ctx.db.insert(papers).values({
      id,
      templateCode: template,
      organisationId,
      objectKind: object?.kind ?? 'organisation',
      objectId: object?.id ?? organisationId,
      fields: suggestFields(fieldsIn(template), read(template, known)),
      createdById: ctx.actor.personId,
      createdAt: ctx.now,
    })
    await record(ctx, 'paper.drafted', { kind: 'paper', id }, { template, organisation: organisationId })
    return id
  })
}

/** Saves what the form sent; a case that nobody edited follows its source. Refused once the paper is issued. */
export async function savePaper(ctx: ActingCtx, id: string, sent: Record<string, unknown>): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const paper = await lockPaper(ctx, id)
    authorize(paperRules.save, ctx.actor, await factsOf(ctx, paper))
    const fields = fieldsIn(paper.templateCode)
    const saved = suggestFields(fields, read(paper.templateCode, sent), paper.fields as Fields)
    await ctx.db.update(papers).set({ fields: saved }).where(eq(papers.id, id))
    await record(ctx, 'paper.saved', { kind: 'paper', id })
  })
}

/** Writes number and day, makes the file and fixes it. Problems: paper-incomplete names what is still empty. */
export async function issuePaper(
  ctx: ActingCtx,
  shelf: Shelf,
  id: string,
  { number, day, notice }: { number: string; day: string; notice?: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const paper = await lockPaper(ctx, id)
    authorize(paperRules.issue, ctx.actor, await factsOf(ctx, paper))
    const outgoing = { number: number.trim().replace(/\s+/g, ' '), day }
    if (outgoing.number === '') throw new Problem('required', {}, 'number')
    if (outgoing.number.length > content().settings.text.name) throw new Problem('too-long', {}, 'number')
    if (!isDay(day)) throw new Problem('day', {}, 'day')
    const { bytes } = await printed(ctx, shelf, paper, { outgoing, notice, complete: true })
    const name = safeName(
      `${kindOf(content().templates, paper.templateCode).title.ru} ${outgoing.number}.docx`,
    )
    const file = await shelf.keep(ctx, { name, bytes, objectKind: 'paper', objectId: id })
    await ctx.db
      .update(papers)
      .set({ outgoingNumber: outgoing.number, outgoingDay: day, fileId: file.id, issuedAt: ctx.now })
      .where(eq(papers.id, id))
    const deputyOfId = standsInFor(ctx.actor, 'template.edit', await placeOf(ctx, paper.organisationId))
    await record(
      ctx,
      'paper.issued',
      { kind: 'paper', id },
      { sha256: file.sha256, day },
      deputyOfId ? { deputyOfId } : {},
    )
  })
}

/** The DOCX of a draft as it stands: what is empty shows its name in brackets. */
export async function draftFile(
  ctx: Ctx,
  shelf: Shelf,
  paper: PaperRow,
  notice?: string,
): Promise<Uint8Array> {
  const { bytes } = await printed(ctx, shelf, paper, { outgoing: {}, notice, complete: false })
  return bytes
}

interface Printing {
  outgoing: { number?: string; day?: string }
  notice: string | undefined
  /** refuse when a required field is empty */
  complete: boolean
}

async function printed(ctx: Ctx, shelf: Shelf, paper: PaperRow, { outgoing, notice, complete }: Printing) {
  const fields = fieldsIn(paper.templateCode)
  const values = paper.fields as Fields
  const empty = emptyFields(fields, values)
  const [first] = empty
  if (complete && first) {
    const titles = empty.map((field) => field.title.ru).join(', ')
    throw new Problem('paper-incomplete', { titles, count: empty.length }, `fields.${first.name}`)
  }
  const { bytes } = await templateFor(ctx, shelf, paper.templateCode, paper.organisationId)
  const titles = new Map(
    fields.map((field) => [field.word, field.given ? '________' : `[${field.title.ru}]`]),
  )
  const optional = new Set(fields.filter((field) => !field.required).map((field) => field.word))
  const blank = (word: string) => (complete || optional.has(word) ? '' : (titles.get(word) ?? ''))
  return fillTemplate(bytes, wordsOf(fields, values, outgoing), { blank, ...(notice ? { notice } : {}) })
}

/** The paper under the command's lock; out of reach it does not exist. */
async function lockPaper(ctx: Ctx, id: string): Promise<PaperRow> {
  const visible = and(eq(papers.id, id), paperVisibleTo(viewerOf(ctx)))
  return found((await ctx.db.select().from(papers).where(visible).for('update'))[0])
}

async function factsOf(ctx: Ctx, { organisationId, issuedAt }: PaperRow): Promise<PaperFacts> {
  return { ...(await placeOf(ctx, organisationId)), issuedAt }
}

function fieldsIn(template: string) {
  const { templates } = content()
  const kind = kindOf(templates, template)
  // What the platform fills by itself is not written as a paper.
  if (!kind.byHand) throw new Problem('template-unknown')
  return fieldsOf(templates, kind)
}

function read(template: string, sent: Record<string, unknown>): Fields {
  const { papers: limits, text } = content().settings
  return readFields(fieldsIn(template), sent, { line: limits.line, rows: limits.rows, text: text.note })
}

// Letterhead, signatory and executor as they were last written, whatever the paper was.
async function keptFields(
  ctx: Ctx,
  organisationId: string,
  template: string,
): Promise<Record<string, unknown>> {
  const [organisation] = await ctx.db
    .select({ name: organisations.name, ...contactsShown })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  const { name, address, contacts } = letterheadOf(found(organisation))
  const [last] = await ctx.db
    .select({ fields: papers.fields })
    .from(papers)
    .where(eq(papers.organisationId, organisationId))
    .orderBy(desc(papers.id))
    .limit(1)
  const kept = fieldsIn(template)
    .filter((field) => field.kept)
    .map((field) => [field.name, last?.fields[field.name]])
  const typed = kept.filter(([, value]) => value !== undefined && value !== '')
  // what the card says today stands before what was typed once; the card may say nothing
  const card = {
    ...(address ? { organisationAddress: address } : {}),
    ...(contacts ? { organisationContacts: contacts } : {}),
  }
  return { organisation: name, ...Object.fromEntries(typed), ...card }
}

// Whoever writes in another's stead signs in it too, with the post of the one who is away.
async function deputyFields(ctx: ActingCtx, organisationId: string): Promise<Record<string, unknown>> {
  const absent = standsInFor(ctx.actor, 'template.edit', await placeOf(ctx, organisationId))
  if (!absent) return {}
  const [employment] = await ctx.db
    .select({ post: employments.post })
    .from(employments)
    .where(
      and(
        eq(employments.personId, absent),
        eq(employments.organisationId, organisationId),
        sql`${employments.during} @> ${ctx.actor.today}::date`,
      ),
    )
    .limit(1)
  const post = employment ? { signatoryPost: employment.post } : {}
  return { ...post, signatoryName: nameOf(ctx.actor), acting: true }
}

function nameOf({ familyName, givenName, patronymic }: Actor): string {
  return [familyName, givenName, patronymic].filter(Boolean).join(' ')
}
