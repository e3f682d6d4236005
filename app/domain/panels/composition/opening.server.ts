/**
 * Opening sheets: each member who accepted gets one, once, when the panel is at work. Where acts compose the panel, only
 * those whom the last act names; a replacement waits for the amending act.
 */

import { inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#app/domain/ctx.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import type { PanelState, Seated } from '#app/domain/panels/facts.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { openResponse } from '#app/domain/questionnaires/answering.server.ts'
import { sheets } from '#db/schema/index.ts'
import { lastActOf } from './standing.server.ts'

/** Opens the sheets that are due, under the panel's lock; returns how many. Before the panel is convened nobody's. */
export async function openSheets(ctx: Ctx, state: PanelState): Promise<number> {
  const { panel, object, facts } = state
  if (!facts.convened || facts.cancelled || facts.issued) return 0
  let opened = 0
  for (const { id: seatId, personId } of await seatsDue(ctx, state)) {
    const [id, versionId] = [uuidv7(), panel.questionnaireVersionId]
    const about = { versionId, personId, objectKind: 'panel', objectId: panel.id }
    await ctx.db
      .insert(sheets)
      .values({ id, panelId: panel.id, seatId, responseId: await openResponse(ctx, about) })
    await notify(ctx, personId, 'sheet.opened', {
      ...{ objectKind: 'sheet', objectId: id, address: `/sheets/${id}` },
      facts: { ...told(object), until: panel.lastDay },
    })
    opened += 1
  }
  return opened
}

async function seatsDue(ctx: Ctx, { panel, seats: seated, facts }: PanelState): Promise<Seated[]> {
  const members = seated.filter(
    ({ standing, invitation }) => standing === 'member' && invitation?.answer === 'accepted',
  )
  if (members.length === 0) return []
  const ids = members.map(({ id }) => id)
  const had = await ctx.db.select({ id: sheets.seatId }).from(sheets).where(inArray(sheets.seatId, ids))
  const last = await lastActOf(ctx, panel.id)
  const named = last?.seats.filter(({ role }) => role !== 'reserve').map(({ seatId }) => seatId)
  return members.filter(({ id, personId }) => {
    if (had.some((one) => one.id === id) || facts.lostIds.includes(personId)) return false
    return named ? named.includes(id) : !facts.byAct
  })
}
