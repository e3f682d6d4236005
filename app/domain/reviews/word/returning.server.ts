/**
 * Returning: a file that a reviewer sends back becomes remarks, proposals and replies, once its sender has seen them.
 *
 * The file is read again when it is sent, against the version named then, and every entry passes through the command
 * that a form would use: rules, lateness, limits of newcomers. All of it is one transaction.
 */
import { and, eq, isNull } from 'drizzle-orm'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { blocksOfVersion } from '#app/domain/reviews/anchors/resolutions.server.ts'
import { lockMargin, readMargin, settleMargin } from '#app/domain/reviews/importing/margins.server.ts'
import type { SentFile } from '#app/domain/reviews/importing/uploads.server.ts'
import { type DraftShown, draftBySlug, versionView } from '#app/domain/reviews/queries.server.ts'
import {
  leaveUncounted,
  type RemarkInput,
  type ShownAs,
} from '#app/domain/reviews/remarks/remarking.server.ts'
import { replyUncounted } from '#app/domain/reviews/remarks/replying.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import type { RemarkKind } from '#content/types.ts'
import { anchors, remarks } from '#db/schema/index.ts'
import type { WordComment } from './document.ts'
import { type NotingWords, noteOf } from './noting.ts'
import type { Returned, ReturnedItem } from './returned.ts'
import { understand } from './understanding.ts'

export interface ReturnOf {
  slug: string
  sent: Pick<SentFile, 'file' | 'upload'>
  /** number of the version to compare with; without it the one that the file was made of, else the newest */
  version?: number | undefined
  dataDir: string
  words: NotingWords
}

export interface ReturnRead {
  draft: DraftShown['draft']
  upload: string
  name: string
  version: { id: string; number: number }
  returned: Returned
}

/** Leaves one remark; what else there is to say of its source, whoever calls knows. */
export type Leave = (ctx: ActingCtx, input: RemarkInput) => Promise<{ id: string; number: number }>

/** Reads a file and keeps it aside for its sender; nothing else is saved. Problems of the file at the field `file`. */
export async function readReturned(ctx: ActingCtx, of: ReturnOf): Promise<ReturnRead> {
  const shown = await draftBySlug(ctx, of.slug)
  authorize(reviewRules.remark, ctx.actor, shown.facts)
  const { upload, name, imported } = await readMargin(ctx, of.dataDir, of.sent)
  const version = versionOf(shown, of.version, imported.origin)
  const { remarks: shownRemarks } = await versionView(ctx, shown.draft.id, version.number)
  const notes = new Map<number, WordComment>()
  for (const remark of shownRemarks) {
    const note = noteOf(remark, `/drafts/${shown.draft.slug}/remarks/${remark.number}`, of.words)
    if (note) notes.set(remark.number, note)
  }
  const { settings } = content()
  const returned = understand(imported, blocksOf(imported.doc), {
    slug: shown.draft.slug,
    version: await blocksOfVersion(ctx, version.id),
    notes,
    said: await ownWords(ctx, shown.draft.id, version.id),
    limits: {
      characters: settings.text.remark,
      reply: settings.text.reply,
      items: settings.returns.items,
    },
    unexplained: of.words.reviewWord.bodyOfChange,
  })
  return { draft: shown.draft, upload, name, version, returned }
}

/** Sends what was ticked, all or nothing; returns how many. The same file sent twice is taken once. */
export async function sendReturned(
  ctx: ActingCtx,
  read: ReturnRead,
  { take, kinds, shownAs }: { take: readonly string[]; kinds: Record<string, RemarkKind>; shownAs: ShownAs },
  leave: Leave = leaveUncounted,
): Promise<{ sent: number }> {
  const chosen = read.returned.items.filter(({ key }) => take.includes(key))
  if (chosen.length === 0) throw new Problem('remarks-none', {}, 'take')
  await countAttempt(ctx, 'remark', ctx.actor.personId, content().settings.rates.remarksPerPerson)
  return atomically(ctx, async (ctx) => {
    if (!(await lockMargin(ctx, read.upload))) return { sent: 0 }
    for (const item of chosen) {
      if (item.range === null) await replyUncounted(ctx, await remarkOf(ctx, read.draft.id, item), item.body)
      else await leave(ctx, inputOf(item, item.range, read, { kind: kinds[item.key], shownAs }))
    }
    await settleMargin(ctx, read.upload, read.draft.id)
    await record(ctx, 'remark.received', { kind: 'draft', id: read.draft.id }, { count: chosen.length })
    return { sent: chosen.length }
  })
}

function inputOf(
  item: ReturnedItem,
  range: NonNullable<ReturnedItem['range']>,
  { draft, version }: ReturnRead,
  { kind, shownAs }: { kind: RemarkKind | undefined; shownAs: ShownAs },
): RemarkInput {
  const words = item.replacement
  const own = item.kind === 'reply' ? 'criticism' : item.kind
  return {
    ...range,
    draftId: draft.id,
    versionId: version.id,
    kind: words === null ? (kind ?? own) : 'proposal',
    body: item.body,
    ...(words === null ? {} : { replacement: words, way: words === '' ? 'remove' : 'replace' }),
    shownAs,
  }
}

/** The version to compare with: asked for, named by the file, or the newest. */
function versionOf({ versions, current }: DraftShown, asked: number | undefined, origin: string | null) {
  const published = versions.filter(({ publishedAt }) => publishedAt !== null)
  if (asked !== undefined) return found(published.find(({ number }) => number === asked))
  return published.find(({ id }) => id === origin) ?? found(current)
}

async function remarkOf(ctx: ActingCtx, draftId: string, { answers }: ReturnedItem): Promise<string> {
  const [row] = await ctx.db
    .select({ id: remarks.id })
    .from(remarks)
    .where(and(eq(remarks.draftId, draftId), eq(remarks.number, answers ?? 0)))
  return found(row).id
}

/** Whether the actor has said these words of this passage before: the number of that remark. */
async function ownWords(ctx: ActingCtx, draftId: string, versionId: string) {
  const rows = await ctx.db
    .select({ number: remarks.number, body: remarks.body, replacement: remarks.replacement, anchor: anchors })
    .from(remarks)
    .innerJoin(anchors, eq(anchors.id, remarks.anchorId))
    .where(
      and(
        eq(remarks.draftId, draftId),
        eq(remarks.versionId, versionId),
        eq(remarks.authorId, ctx.actor.personId),
        isNull(remarks.withdrawnAt),
      ),
    )
  const keyOf = (body: string, replacement: string | null, range: NonNullable<ReturnedItem['range']>) =>
    JSON.stringify([
      body.replace(/\s+/g, ' ').trim(),
      replacement,
      ...[range.fromBlockId, range.fromOffset, range.toBlockId, range.toOffset],
    ])
  const said = new Map(
    rows.map(({ number, body, replacement, anchor }) => [keyOf(body, replacement, anchor), number]),
  )
  return ({ body, replacement, range }: Pick<ReturnedItem, 'body' | 'replacement' | 'range'>) =>
    (range && said.get(keyOf(body, replacement, range))) ?? null
}
