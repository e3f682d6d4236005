/** Panels that were: who sat on an opened one over a draft on a day. Written as rows, for what earlier panels mean now. */
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { found } from '#app/domain/problem.ts'
import type { Db } from '#db/client.ts'
import { invitations, panels, seats, selections } from '#db/schema/index.ts'

export async function pastPanel(
  db: Db,
  {
    like,
    draft,
    opened,
    members,
  }: { like: string; draft?: { id: string; versionId: string }; opened: string; members: string[] },
) {
  const row = found((await db.select().from(panels).where(eq(panels.id, like)))[0])
  const { number: _number, ...values } = row
  const [id, selectionId, at] = [uuidv7(), uuidv7(), new Date(opened)]
  const about = draft ? { draftId: draft.id, versionId: draft.versionId } : {}
  const [made] = await db
    .insert(panels)
    .values({ ...values, ...about, id, createdAt: at, convenedAt: at })
    .returning({ number: panels.number })
  await db.insert(selections).values({
    ...{
      id: selectionId,
      panelId: id,
      method: 'hand',
      rules: {},
      candidates: [],
      candidatesSha256: '',
      chosen: [],
    },
    ...{ sha256: '', selectedById: row.requestedById, selectedAt: at },
  })
  for (const [rank, personId] of members.entries()) {
    const seatId = uuidv7()
    const seat = { id: seatId, panelId: id, selectionId, personId, rank, standing: 'member' as const }
    await db.insert(seats).values({ ...seat, reasons: [], createdAt: at })
    await db
      .insert(invitations)
      .values({ seatId, sentAt: at, lastDay: opened.slice(0, 10), answer: 'accepted', answeredAt: at })
  }
  return { id, number: made?.number ?? 0 }
}
