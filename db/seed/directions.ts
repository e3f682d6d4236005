/** Lists of directions: the same direction through the lists by its code, a version of it in each list. */
import { and, eq } from 'drizzle-orm'
import type { Content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import * as t from '#db/schema/index.ts'
import { during } from './ranges.ts'

/** Adds lists that the database does not have; a list that it has stays as the site left it. */
export async function addDirections(db: Db, content: Content): Promise<number> {
  let added = 0
  for (const list of content.directionLists) added += await addList(db, content, list)
  if (added > 0) for (const list of content.directionLists) await linkReplaced(db, list)
  return added
}

async function addList(db: Db, content: Content, list: Content['directionLists'][number]): Promise<number> {
  const [document] = await db
    .select({ id: t.documents.id })
    .from(t.documents)
    .where(eq(t.documents.code, list.concept))
  const [row] = await db
    .insert(t.directionLists)
    .values({
      code: list.code,
      title: list.title,
      documentId: document?.id,
      during: during(list.from, list.to),
    })
    .onConflictDoNothing()
    .returning({ id: t.directionLists.id })
  if (!row) return 0
  await db
    .insert(t.directions)
    .values(list.directions.map(({ code }) => ({ code })))
    .onConflictDoNothing()
  const ids = new Map((await db.select().from(t.directions)).map(({ id, code }) => [code, id]))
  const groups = new Map(content.directionGroups.map(({ code, title }) => [code, title.ru]))
  const rows = list.directions.map((direction, position) => ({
    directionId: ids.get(direction.code) as string,
    ...{
      listId: row.id,
      position,
      tier: direction.tier,
      title: direction.title,
      shortTitle: direction.short.ru,
    },
    groupTitle: direction.group ? groups.get(direction.group) : undefined,
    content: direction.content.join('\n'),
    details: {
      procedures: direction.procedures,
      participants: direction.participants,
      approving: direction.approval,
      note: direction.note,
    },
  }))
  await db.insert(t.directionVersions).values(rows)
  return rows.length
}

async function linkReplaced(db: Db, list: Content['directionLists'][number]) {
  if (!list.successor) return
  for (const { code, replacedBy } of list.directions) {
    const [next] = replacedBy
    const newer = next && (await versionId(db, list.successor, next))
    const older = newer && (await versionId(db, list.code, code))
    if (older)
      await db
        .update(t.directionVersions)
        .set({ replacedById: newer })
        .where(eq(t.directionVersions.id, older))
  }
}

async function versionId(db: Db, list: string, direction: string): Promise<string | undefined> {
  const [row] = await db
    .select({ id: t.directionVersions.id })
    .from(t.directionVersions)
    .innerJoin(t.directionLists, eq(t.directionLists.id, t.directionVersions.listId))
    .innerJoin(t.directions, eq(t.directions.id, t.directionVersions.directionId))
    .where(and(eq(t.directionLists.code, list), eq(t.directions.code, direction)))
  return row?.id
}
