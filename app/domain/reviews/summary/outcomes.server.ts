/**
 * Outcomes: what became of a draft, by an act. Entries are added, never changed: a correction is another entry that says
 * what was wrong. Calling a discussion off or withdrawing a draft is an outcome by itself and needs no entry.
 */
import { and, desc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { isDay } from '#app/domain/reviews/course/staging.ts'
import { tellTakers } from '#app/domain/reviews/course/steps.server.ts'
import { draftState, lockDraft } from '#app/domain/reviews/facts.server.ts'
import { importFile } from '#app/domain/reviews/importing/importing.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { compare, type DiffRow } from '#app/domain/reviews/versions/comparing.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { authorize } from '#app/domain/rules.ts'
import type { DocJson } from '#app/editor/check.ts'
import { content } from '#content/load.ts'
import { outcomes, procedureSteps, versions } from '#db/schema/index.ts'
import type { OutcomeKind } from './outcome-kind.ts'

export interface OutcomeInput {
  kind: OutcomeKind
  /** «Приказ Министерства…»; with number needed for an approval */
  act: string
  number: string
  /** of the act or of the decision; YYYY-MM-DD */
  day: string
  link: string
  reason: string
  /** what was wrong with the entry before; needed when there is one, unless a version came after being sent back */
  correction: string
  /** the approved text, where it differs from the last version */
  file?: { name: string; bytes: Uint8Array } | null
}
type Row = typeof outcomes.$inferSelect

/**
 * Enters the outcome of a draft and tells everybody who took part; returns its id. Problems: outcome-early, outcome-day, outcome-link,
 * outcome-same, `required` at act, number, reason or correction, and those of an imported file.
 */
export async function enterOutcome(ctx: ActingCtx, draftId: string, input: OutcomeInput): Promise<string> {
  authorize(reviewRules.enterOutcome, ctx.actor, (await draftState(ctx, draftId)).facts)
  const approved =
    input.kind === 'approved' && input.file ? await importFile({ ...input.file, changes: 'accept' }) : null
  return atomically(ctx, async (ctx) => {
    const { draft, facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.enterOutcome, ctx.actor, facts)
    const [before] = await entriesOf(ctx, draftId)
    const version = await lastVersion(ctx, draftId)
    const corrects = before !== undefined && !isFollowed(before, version.id)
    const words = cleanOutcome(input, corrects)
    const published = dayOf(found(draft.publishedAt), ctx.zone)
    if (!isDay(words.day) || words.day < published || words.day > dayOf(ctx.now, ctx.zone))
      throw new Problem('outcome-day', {}, 'day')
    if (approved && sameText(approved.doc, version.body as DocJson))
      throw new Problem('outcome-same', {}, 'file')
    const id = uuidv7()
    await ctx.db.insert(outcomes).values({
      ...{ id, draftId, ...words, versionId: version.id },
      ...{ text: approved?.doc ?? null, sha256: approved ? sha256(approved.doc) : null },
      ...{ correctsId: before?.id ?? null, enteredById: ctx.actor.personId, enteredAt: ctx.now },
    })
    await record(
      ctx,
      'outcome.entered',
      { kind: 'draft', id: draftId },
      {
        outcome: id,
        kind: words.kind,
        day: words.day,
        ...(before ? { [corrects ? 'corrects' : 'follows']: before.id } : {}),
      },
    )
    await tellTakers(ctx, draft, 'outcome.entered', { kind: 'outcome', id })
    return id
  })
}

/** Sent back, then worked on: the next entry goes on from it and puts nothing right. Pure. */
function isFollowed({ kind, versionId }: Pick<Row, 'kind' | 'versionId'>, lastVersionId: string): boolean {
  return kind === 'revision' && versionId !== lastVersionId
}

/** Clean words of an entry; Problems of its fields. Pure. */
function cleanOutcome(input: OutcomeInput, corrects: boolean) {
  const { text } = content().settings
  const approved = input.kind === 'approved'
  const link = cleanWords(input.link, 'link', text.title, { required: false })
  if (link !== '' && !isLink(link)) throw new Problem('outcome-link', {}, 'link')
  return {
    ...{ kind: input.kind, day: input.day, link },
    act: cleanWords(input.act, 'act', text.title, { required: approved }),
    number: cleanWords(input.number, 'number', text.name, { required: approved }).replace(/^№\s*/, ''),
    reason: cleanWords(input.reason, 'reason', text.reason, { required: !approved }),
    correction: corrects ? cleanWords(input.correction, 'correction', text.reason) : '',
  }
}

function isLink(link: string): boolean {
  return /^https?:\/\//i.test(link) && URL.canParse(link)
}

function sameText(a: DocJson, b: DocJson): boolean {
  const words = (doc: DocJson) => blocksOf(doc).map(({ number, text }) => [number, text])
  return sha256(words(a)) === sha256(words(b))
}

export type OutcomeShown = Pick<
  Row,
  'id' | 'kind' | 'act' | 'number' | 'day' | 'link' | 'reason' | 'correction' | 'enteredAt' | 'sha256'
> & {
  versionNumber: number
}
export type Ended = { kind: 'cancelled' | 'withdrawn'; day: string; reason: string; ground: string }
export interface OutcomePage {
  /** the entry that counts; null when there is none */
  outcome: OutcomeShown | null
  /** entries that it corrects or goes on from, newest first */
  earlier: OutcomeShown[]
  /** it ended without one: called off, or withdrawn */
  ended: Ended | null
  /** the next entry goes on from this one instead of correcting it */
  goesOn: boolean
  /** what the approved text says otherwise than the last version; empty when nothing */
  changes: DiffRow[]
}

/** The outcome of a draft within reach with its corrections and the approved text against the last version. */
export async function outcomeOf(ctx: Ctx, draftId: string): Promise<OutcomePage> {
  await draftState(ctx, draftId)
  const [last, ...earlier] = await entriesOf(ctx, draftId)
  const ended = await endedBy(ctx, draftId)
  if (!last) return { outcome: null, earlier: [], ended, goesOn: false, changes: [] }
  const body = last.text && (await bodyOf(ctx, last.versionId))
  const changes = body ? compare(blocksOf(body), blocksOf(last.text as unknown as DocJson)) : []
  return {
    outcome: shown(last),
    earlier: earlier.map(shown),
    ended,
    goesOn: isFollowed(last, (await lastVersion(ctx, draftId)).id),
    changes: changes.filter(({ change }) => change !== 'same'),
  }
}

type Entry = Row & { versionNumber: number }

async function entriesOf(ctx: Ctx, draftId: string): Promise<Entry[]> {
  const rows = await ctx.db
    .select({ entry: outcomes, versionNumber: versions.number })
    .from(outcomes)
    .innerJoin(versions, eq(versions.id, outcomes.versionId))
    .where(eq(outcomes.draftId, draftId))
    .orderBy(desc(outcomes.id))
  return rows.map(({ entry, versionNumber }) => ({ ...entry, versionNumber }))
}

function shown({
  id,
  kind,
  act,
  number,
  day,
  link,
  reason,
  correction,
  enteredAt,
  sha256,
  versionNumber,
}: Entry): OutcomeShown {
  return { id, kind, act, number, day, link, reason, correction, enteredAt, sha256, versionNumber }
}

async function endedBy(ctx: Ctx, draftId: string): Promise<Ended | null> {
  const rows = await ctx.db
    .select()
    .from(procedureSteps)
    .where(eq(procedureSteps.draftId, draftId))
    .orderBy(desc(procedureSteps.id))
  const step = rows.find(({ kind }) => kind === 'cancelled' || kind === 'withdrawn')
  if (!step || (step.kind !== 'cancelled' && step.kind !== 'withdrawn')) return null
  return { kind: step.kind, day: dayOf(step.madeAt, ctx.zone), reason: step.reason, ground: step.ground }
}

async function lastVersion(ctx: Ctx, draftId: string) {
  const [row] = await ctx.db
    .select({ id: versions.id, body: versions.body, publishedAt: versions.publishedAt })
    .from(versions)
    .where(eq(versions.draftId, draftId))
    .orderBy(desc(versions.number))
    .limit(2)
    .then((rows) => rows.filter(({ publishedAt }) => publishedAt !== null))
  return found(row)
}

async function bodyOf(ctx: Ctx, versionId: string): Promise<DocJson> {
  const [row] = await ctx.db
    .select({ body: versions.body })
    .from(versions)
    .where(and(eq(versions.id, versionId)))
  return found(row).body as unknown as DocJson
}
