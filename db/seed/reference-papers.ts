/** Reference data: the normative base, the glossary, and the lists of directions with what replaced what. */
import { eq, sql } from 'drizzle-orm'
import type { Content, Direction, DirectionList } from '#content/types.ts'
import type { Db } from '#db/client.ts'
import {
  directionLists,
  directions,
  directionVersions,
  documents,
  glossaryTerms,
  organisations,
} from '#db/schema/index.ts'
import { days } from './chance.ts'
import { addByCode, type Say } from './reference.ts'

/** Documents of the normative base; one that another supersedes is in force until that other's day. */
export async function loadDocuments(db: Db, content: Content, say: Say): Promise<void> {
  const issuers = await codesOf(db, organisations)
  const rows = content.documents.map((paper, position) => ({
    ...{ code: paper.code, kind: paper.kind, tier: paper.level, issuer: paper.issuer, number: paper.number },
    ...{ day: paper.date, title: paper.title, basis: paper.basis ?? '', summary: paper.summary, position },
    issuerId: paper.organisation ? issuers.get(paper.organisation) : null,
    inForce: days(paper.date, content.documents.find((next) => next.supersedes.includes(paper.code))?.date),
    source: 'content' as const,
    publishedAt: new Date(`${paper.date}T00:00:00Z`),
  }))
  const compared = ['kind', 'tier', 'issuer', 'number', 'day', 'title', 'summary']
  const added = await addByCode(db, { table: documents, name: 'documents', rows, compared }, say)
  for (const { code, supersedes } of content.documents.filter((paper) => added.has(paper.code))) {
    if (supersedes[0] === undefined) continue
    await db.execute(sql`update ${documents} set supersedes_id = (select id from ${documents} where code = ${supersedes[0]})
      where code = ${code}`)
  }
}

/** Terms, and abbreviations as terms of their own. */
export async function loadGlossary(db: Db, content: Content, say: Say): Promise<void> {
  const { source, terms, abbreviations } = content.glossary
  const rows = [
    ...terms.map(({ code, term, definition }) => ({ code, term, definition, source, abbreviation: false })),
    ...abbreviations.map(({ short, full }) => ({
      ...{ code: `abbreviation:${short}`, term: short, definition: full, source, abbreviation: true },
    })),
  ]
  await addByCode(db, { table: glossaryTerms, name: 'glossary', rows, compared: ['term', 'definition'] }, say)
}

/** Lists of directions: a new list adds versions of directions and points the older ones at them. */
export async function loadDirections(db: Db, content: Content, say: Say): Promise<void> {
  const papers = await codesOf(db, documents)
  const rows = content.directionLists.map((list) => ({
    ...{ code: list.code, title: list.title, documentId: papers.get(list.concept) },
    during: days(list.from, list.to),
  }))
  const added = await addByCode(
    db,
    { table: directionLists, name: 'lists of directions', rows, compared: ['title'] },
    say,
  )
  const codes = content.directionLists.flatMap((list) => list.directions.map(({ code }) => code))
  const directionRows = [...new Set(codes)].map((code) => ({ code }))
  await addByCode(db, { table: directions, name: 'directions', rows: directionRows, compared: [] }, say)
  for (const list of content.directionLists.filter(({ code }) => added.has(code)))
    await addVersions(db, content, list)
  for (const list of content.directionLists) await linkVersions(db, list, added)
}

async function addVersions(db: Db, content: Content, list: DirectionList) {
  const [lists, known] = [await codesOf(db, directionLists), await codesOf(db, directions)]
  const groups = new Map(content.directionGroups.map(({ code, title }) => [code, title.ru]))
  await db.insert(directionVersions).values(
    list.directions.map((one, position) => ({
      ...{
        directionId: known.get(one.code) ?? '',
        listId: lists.get(list.code) ?? '',
        position,
        tier: one.tier,
      },
      ...{ title: one.title, shortTitle: one.short.ru, groupTitle: one.group ? groups.get(one.group) : null },
      ...{ content: one.content.join('\n'), details: detailsOf(one) },
    })),
  )
}

function detailsOf({ procedures, participants, approval, replacedBy, note }: Direction) {
  return { procedures, participants, approving: approval, replacedBy, ...(note ? { note } : {}) }
}

async function linkVersions(db: Db, list: DirectionList, added: ReadonlySet<string>) {
  if (!list.successor || !(added.has(list.code) || added.has(list.successor))) return
  for (const { code, replacedBy } of list.directions.filter((one) => one.replacedBy.length > 0)) {
    const versionIn = (of: string | undefined, listCode: string) => sql`(select v.id from direction_versions v
      join directions d on d.id = v.direction_id join direction_lists l on l.id = v.list_id
      where d.code = ${of ?? null} and l.code = ${listCode})`
    await db
      .update(directionVersions)
      .set({ replacedById: versionIn(replacedBy[0], list.successor) })
      .where(eq(directionVersions.id, versionIn(code, list.code)))
  }
}

/** Ids of the rows by their code. */
export async function codesOf(
  db: Db,
  table: typeof organisations | typeof documents | typeof directions | typeof directionLists,
): Promise<Map<string, string>> {
  const rows = await db.select({ id: table.id, code: table.code }).from(table as typeof organisations)
  return new Map(rows.map(({ id, code }) => [code, id]))
}
