/**
 * By lot: announced with every probability, drawn later with a number that nobody could know then.
 *
 * The announcement fixes list, rules, probabilities, panels with their weights, the hash of the secret and the source
 * of the public number (protocol.ts). A lot announced before there were such lotteries (format 1) is drawn as it was
 * announced. A new lot names the protocol that it follows.
 */
import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { frozen, named, refuse, seat, supersede } from '#app/domain/panels/choosing.server.ts'
import { commitmentOf, drawnOrder, seedOf } from '#app/domain/panels/drawing.ts'
import { lockPanel, type PanelState, standingSelection } from '#app/domain/panels/facts.server.ts'
import { printed } from '#app/domain/panels/fractions.ts'
import {
  type KeptLottery,
  type KeptRow,
  type KeptRules,
  plainRules,
  protocolOf,
  published,
} from '#app/domain/panels/protocol.ts'
import { listHash } from '#app/domain/panels/replaying.ts'
import { isLimited, without } from '#app/domain/panels/requests/limits.ts'
import { reckoned } from '#app/domain/panels/requests/reckoning.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { type Choice, type SelectionRules, selectFrom } from '#app/domain/panels/selecting.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { selections } from '#db/schema/index.ts'
import { lotteryOf } from './making.server.ts'
import { announcementOf, drawnChoices, lotteryHash, lotterySeed } from './protocol.ts'
import { poolOfRows } from './rows.ts'

/** Announces a lot: nothing of it can change unseen before anybody can know the public value. */
export async function announceLot(ctx: ActingCtx, panelId: string, source: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.select, ctx.actor, state.facts)
    const { rows, rules, closed } = await frozen(ctx, state)
    // Every chance is published, and would tell the band.
    if (closed) throw new Problem('lot-closed')
    // Says which rule is in the way, in words, before a lottery is reckoned.
    const foreseen = await reckoned('foreseen', rows, rules)
    const waived = 'binding' in foreseen ? refuse(foreseen) && [] : foreseen.waived
    const secret = randomBytes(32).toString('hex')
    const commitment = commitmentOf(secret)
    const lottery = await madeOf(rows, without(rules, waived))
    const announced = {
      panel: state.panel.number,
      candidatesSha256: listHash(published(rows), rules),
      lotterySha256: lotteryHash(lottery),
      commitment,
      source,
      announcedAt: ctx.now.toISOString(),
      previous: (await standingSelection(ctx, panelId))?.sha256 ?? null,
    }
    const { announcedAt, lotterySha256, previous } = announced
    const announcement = announcementOf(announced)
    const keptLottery: KeptLottery = { lottery, lotterySha256, announcedAt, previous, announcement }
    const given = isLimited(rules) ? { waived } : {}
    const kept: KeptRules = { ...rules, ...given, source, lottery: keptLottery }
    await supersede(ctx, state, { method: 'lot', rows, rules: kept, commitment, secret, chosen: [] })
    await record(
      ctx,
      'panel.lot-announced',
      { kind: 'panel', id: panelId },
      { commitment, list: announced.candidatesSha256, lottery: lotterySha256, announcement },
    )
  })
}

/** Draws the announced lot with the value that has become known; the secret is revealed with the protocol. */
export async function drawLot(ctx: ActingCtx, panelId: string, publicValue: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.select, ctx.actor, state.facts)
    const selection = await standingSelection(ctx, panelId)
    if (!selection?.secret || selection.seed !== null) throw new Problem('lot-not-announced')
    const rows = selection.candidates as unknown as KeptRow[]
    const kept = selection.rules as unknown as KeptRules
    const { seed, chosen, salted } = fallen(rows, kept, selection.secret, publicValue)
    const rules = { ...kept, publicValue }
    const drawn = {
      ...selection,
      ...{ seed, rules, chosen: named(chosen, rows, salted), selectedAt: ctx.now },
    }
    const hash = hashOf(state, drawn)
    const changed = { seed, rules, chosen: drawn.chosen, selectedAt: ctx.now, sha256: hash }
    await ctx.db.update(selections).set(changed).where(eq(selections.id, selection.id))
    await seat(ctx, panelId, selection.id, chosen, rows)
    await record(ctx, 'panel.selected', { kind: 'panel', id: panelId }, { method: 'lot', sha256: hash })
  })
}

/** The hash by which a protocol is known: its own last line, or of all of it where it has none. */
export function hashOf(
  state: Pick<PanelState, 'panel'>,
  selection: Parameters<typeof protocolOf>[1],
): string {
  const protocol = protocolOf(state, selection)
  return protocol.format === 1 ? sha256(protocol) : protocol.sha256
}

async function madeOf(rows: readonly KeptRow[], rules: SelectionRules) {
  const { lotterySeconds } = content().settings.panels
  const found = await lotteryOf(poolOfRows(rows, rules), { seconds: lotterySeconds })
  if ('relaxation' in found) throw new Problem('selection-together', { size: rules.size })
  return {
    probabilities: found.probabilities.map(printed),
    panels: found.panels.map(({ members, weight }) => ({
      members: members.map((at) => rows[at]?.row ?? 0),
      weight: printed(weight),
    })),
    proven: found.proven,
  }
}

function fallen(
  rows: readonly KeptRow[],
  kept: KeptRules,
  secret: string,
  publicValue: string,
): { seed: string; chosen: Choice[]; salted: boolean } {
  const { lottery, waived = [] } = kept
  const rules = without(plainRules(kept), waived)
  if (lottery) {
    const seed = lotterySeed(secret, publicValue, lottery.announcement)
    return { seed, chosen: drawnChoices(rows, rules, lottery.lottery, seed), salted: true }
  }
  const seed = seedOf(secret, publicValue)
  return { seed, salted: false, ...refuse(selectFrom(drawnOrder(rows, seed), rules, 'lot')) }
}
