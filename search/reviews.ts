/** Drafts by title and note, and the paragraphs of their newest published version. */
import { and, desc, eq, isNotNull, isNull, notInArray, type SQL, sql } from 'drizzle-orm'
import { draftVisibleTo } from '#db/reach/reviews.ts'
import { blocks, drafts, organisations, versions } from '#db/schema/index.ts'
import { hasAll } from './conditions.ts'
import type { Found, Search } from './engine.ts'
import { excerpt, marked } from './words.ts'

const total = sql<number>`count(*) over ()::int`

/** Drafts within reach; withdrawn and discarded ones are not looked for. */
export async function findDrafts({ db, viewer, starts, limit }: Search): Promise<Found> {
  const [title, words] = [sql`${drafts.title}`, sql`(${drafts.title} || ' ' || ${drafts.explanatoryNote})`]
  const rows = await db
    .select({
      ...{
        slug: drafts.slug,
        title: drafts.title,
        note: drafts.explanatoryNote,
        publishedAt: drafts.publishedAt,
      },
      ...{ developer: organisations.shortName, total },
    })
    .from(drafts)
    .innerJoin(organisations, eq(organisations.id, drafts.developerId))
    .where(and(standing(viewer), hasAll(words, starts)))
    .orderBy(desc(hasAll(title, starts)), desc(drafts.publishedAt), desc(drafts.id))
    .limit(limit)
  return {
    count: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      href: `/drafts/${row.slug}`,
      title: marked(row.title, starts),
      excerpt: excerpt(row.note, starts),
      note: row.developer,
      day: null,
      number: null,
    })),
  }
}

/** Paragraphs with all the words, in reading order, the newest draft first. */
export async function findParagraphs({ db, viewer, starts, limit }: Search): Promise<Found> {
  const rows = await db
    .select({
      ...{ slug: drafts.slug, draft: drafts.title, blockId: blocks.blockId, address: blocks.address },
      ...{ text: blocks.text, total },
    })
    .from(blocks)
    .innerJoin(versions, eq(versions.id, blocks.versionId))
    .innerJoin(drafts, eq(drafts.id, versions.draftId))
    .where(
      and(
        newest,
        standing(viewer),
        notInArray(blocks.kind, ['table', 'row']),
        hasAll(sql`${blocks.text}`, starts),
      ),
    )
    .orderBy(desc(drafts.publishedAt), desc(drafts.id), blocks.position)
    .limit(limit)
  return {
    count: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      href: `/drafts/${row.slug}#b-${row.blockId.slice(-10)}`,
      title: [{ text: row.address, hit: false }],
      excerpt: excerpt(row.text, starts),
      note: row.draft,
      day: null,
      number: null,
    })),
  }
}

function standing(viewer: Search['viewer']): SQL | undefined {
  return and(
    draftVisibleTo(viewer),
    isNotNull(drafts.publishedAt),
    isNull(drafts.withdrawnAt),
    isNull(drafts.discardedAt),
  )
}

const newest = sql`${versions.number} = (select max(v.number) from versions v where v.draft_id = ${versions.draftId} and v.published_at is not null)`
