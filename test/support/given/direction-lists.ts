/** Lists of directions that tests prepare and publish: a published one, and the steps of a draft by one call. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import { saveDirection, saveListHead } from '#app/domain/experts/direction-drafting.server.ts'
import { directionDraft } from '#app/domain/experts/direction-drafts.server.ts'
import { DirectionWords, ListHead } from '#app/domain/experts/direction-forms.ts'
import type { DraftDirection } from '#app/domain/experts/direction-lists.ts'
import { publishDirections } from '#app/domain/experts/direction-publishing.server.ts'
import type { Db } from '#db/client.ts'
import { directionLists, directions, directionVersions, documents } from '#db/schema/index.ts'

/** A list of three directions; the newest while its first day is after those of the tests before. */
export async function insertList(db: Db, mark: string, from = '2026-01-01') {
  const [list] = await db
    .insert(directionLists)
    .values({ code: `spisok-${mark}`, title: `Перечень ${mark}`, during: `[${from},)` })
    .returning()
  const codes = ['gia', 'olimp', 'attest'].map((name) => `${name}-${mark}`)
  const rows = await db
    .insert(directions)
    .values(codes.map((code) => ({ code })))
    .returning()
  const versions = await db
    .insert(directionVersions)
    .values(
      codes.map((code, position) => ({
        ...{ directionId: rows[position]?.id ?? '', listId: list?.id ?? '', position },
        ...{
          tier: 'regional' as const,
          title: `${code}, полностью`,
          shortTitle: code,
          content: 'одно\nдругое',
        },
        details: { procedures: ['процедура'], participants: [], approving: ['приказ'] },
      })),
    )
    .returning()
  const [gia, olimp, attest] = versions
  if (!list || !gia || !olimp || !attest) throw new RangeError('no list')
  return { list, gia, olimp, attest, code: (name: string) => `${name}-${mark}` }
}

/** A direction as its form is sent. */
export const wordsOf = (
  row: DraftDirection,
  seen: number,
  place: number,
  change: Record<string, unknown> = {},
) =>
  DirectionWords.parse({
    ...{ seen, tier: row.tier, title: row.title, shortTitle: row.shortTitle, group: row.group, place },
    ...{ content: row.content.join('\n'), procedures: row.procedures.join('\n'), note: row.note },
    ...{ approving: row.approving.join('\n'), fate: 'stays' },
    ...change,
  })

/** A direction that no list has yet. */
export const fresh: DraftDirection = {
  ...{ code: '', tier: 'municipal', title: 'Экспертиза программ воспитания', shortTitle: '', group: '' },
  ...{ content: ['анализ программ'], procedures: [], participants: [], approving: [], note: '' },
  ...{ leaves: false, replacedBy: [] },
}

/** Words a row by its code; `change` may also take it out of the list. */
export async function reword(ctx: ActingCtx, id: string, code: string, change: Record<string, unknown>) {
  const { rows, revision } = await directionDraft(ctx, id)
  const at = rows.findIndex((row) => row.code === code)
  await saveDirection(ctx, id, code, wordsOf(rows[at] ?? fresh, revision, at + 1, change))
}

/** Says the document and the first day. */
export async function headed(ctx: ActingCtx, id: string, values: { document?: string; firstDay?: string }) {
  const { revision, title } = await directionDraft(ctx, id)
  await saveListHead(ctx, id, ListHead.parse({ seen: revision, title, ...values }))
}

/** A published order that can approve a list. */
export async function paper(db: Db, code: string, values: Partial<typeof documents.$inferInsert> = {}) {
  await db.insert(documents).values({
    ...{ code, kind: 'order', tier: 'regional', issuer: 'Министерство', number: '1', day: '2026-03-01' },
    ...{ title: 'О перечне', position: 0, source: 'site', publishedAt: new Date('2026-03-01T00:00:00Z') },
    ...values,
  })
}

/** Publishes what the draft is now; returns the code of the list. */
export async function publish(ctx: ActingCtx, id: string) {
  const draft = await directionDraft(ctx, id)
  return publishDirections(ctx, draft, draft.revision)
}
