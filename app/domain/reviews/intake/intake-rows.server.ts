/** Rows of a paper as remarks: each on its passage, or on the document as a whole. Inside the command that enters it. */
import { and, asc, eq, isNotNull, notInArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { evidenceOf, storeAnchor } from '#app/domain/reviews/anchors/passaging.server.ts'
import type { DraftState } from '#app/domain/reviews/facts.server.ts'
import { engage, nextNumbers } from '#app/domain/reviews/remarks/remarking.server.ts'
import { cleanedWords, worded } from '#app/domain/reviews/remarks/said.ts'
import { remarkHash } from '#app/domain/reviews/remarks/said-hash.ts'
import type { RemarkKind } from '#content/types.ts'
import { blocks, remarks, versions } from '#db/schema/index.ts'
import type { IntakeInput } from './intaking.server.ts'
import type { Sender } from './sending.server.ts'
import { saidTogether } from './tabling.ts'

export interface IntakeRow {
  kind: RemarkKind
  remark: string
  proposal: string
  grounds: string
  /** the proposal is the wording of the whole passage */
  wording: boolean
  /** id of a unit of the version, or the document as a whole */
  place: string
}
interface Receipt {
  id: string
  sender: Sender
  receivedAt: Date
  late: boolean
  stageId: string | null
}

/** Leaves the remarks; returns their numbers. A Problem names the field of its row: `rows[2].place`. */
export async function keepRows(
  ctx: ActingCtx,
  state: DraftState,
  receipt: Receipt,
  { rows, versionNumber }: Pick<IntakeInput, 'rows' | 'versionNumber'>,
): Promise<number[]> {
  const version = await versionOf(ctx, state.draft.id, versionNumber)
  const numbers: number[] = []
  for (const [at, row] of rows.entries())
    numbers.push(await inRow(at, () => keepRow(ctx, state, receipt, version, row)))
  const { sender } = receipt
  if (sender.registered && sender.named) await engage(ctx, state, sender.personId)
  return numbers
}

async function keepRow(
  ctx: ActingCtx,
  { draft }: DraftState,
  { id: intakeId, sender, ...received }: Receipt,
  version: { id: string; first: string },
  row: IntakeRow,
): Promise<number> {
  const general = row.place === 'document'
  const words = cleanedWords({
    kind: row.kind,
    body: row.wording ? row.remark : saidTogether(row),
    replacement: row.wording && row.proposal !== '' ? row.proposal : null,
    grounds: row.grounds,
  })
  if (general && words.proposed) throw new Problem('intake-wording', {}, 'wording')
  const { evidence, around } = await evidenceOf(ctx, draft.id, version.id, {
    fromBlockId: general ? version.first : row.place,
  })
  const said = worded(words, evidence, around)
  const anchorId = await storeAnchor(ctx, draft.id, version.id, evidence)
  const shownAs = sender.named ? 'name' : 'number'
  const remark = { id: uuidv7(), ...(await nextNumbers(ctx, draft.id, sender.personId, shownAs)) }
  await ctx.db.insert(remarks).values({
    ...{ ...remark, ...said, ...received, intakeId, general, anchorId, shownAs },
    ...{ draftId: draft.id, versionId: version.id, lang: draft.lang },
    ...{ authorId: sender.personId, createdAt: ctx.now },
  })
  const facts = { draft: draft.id, number: remark.number, words: remarkHash({ ...remark, ...said }) }
  await record(ctx, 'remark.left', { kind: 'remark', id: remark.id }, facts)
  return remark.number
}

/** The version and the first unit with words: the seat of what is said of the document as a whole. */
async function versionOf(ctx: ActingCtx, draftId: string, number: number) {
  const [row] = await ctx.db
    .select({ id: versions.id, first: blocks.blockId })
    .from(versions)
    .innerJoin(blocks, eq(blocks.versionId, versions.id))
    .where(
      and(
        ...[eq(versions.draftId, draftId), eq(versions.number, number), isNotNull(versions.publishedAt)],
        notInArray(blocks.kind, ['table', 'row', 'image']),
      ),
    )
    .orderBy(asc(blocks.position))
    .limit(1)
  return found(row)
}

const fields: Record<string, string> = { body: 'remark', replacement: 'proposal', grounds: 'grounds' }

/** A Problem of a remark becomes one of its row: all or nothing, and it is said where. */
async function inRow<T>(at: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const field = error.field ? (fields[error.field] ?? error.field) : 'place'
    throw new Problem(error.code, { ...error.facts, row: at + 1 }, `rows[${at}].${field}`)
  }
}
