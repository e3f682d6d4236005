/** Papers of a draft as the organiser sees them, and the places that a form offers for their remarks. */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { draftState } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import type { BlockInput } from '#app/domain/reviews/texts/blocks.ts'
import { type Cited, cite } from '#app/domain/reviews/texts/citing.ts'
import { authorize } from '#app/domain/rules.ts'
import { filesOfIntakes } from './intake-files.server.ts'
import type { Channel } from './intaking.server.ts'

export type PaperShown = {
  id: string
  channel: Channel
  number: string
  day: string
  receivedDay: string
  event: string
  item: string
  organisation: string
  /** of who wrote, signed or spoke: for those who enter papers */
  sender: string
  table: string
  numbers: number[]
  late: boolean
  undone: boolean
  enteredAt: Date
  files: { id: string; name: string }[]
}

/** All papers of a draft, newest first; for whoever may enter them. */
export async function intakesOf(ctx: Ctx, draftId: string): Promise<PaperShown[]> {
  const { facts } = await draftState(ctx, draftId)
  authorize(reviewRules.readIntakes, ctx.actor, facts)
  const rows = await ctx.db.execute<Omit<PaperShown, 'enteredAt' | 'files'> & { enteredAt: string }>(sql`
    select i.id, i.channel, i.number, i.day::text, i.received_day::text as "receivedDay", i.event, i.item, i."table",
      coalesce(o.short_name, i.organisation_name) as organisation, i.undone_at is not null as undone,
      coalesce(concat_ws(' ', p.family_name, nullif(p.given_name, ''), nullif(p.patronymic, '')), '') as sender,
      i.entered_at as "enteredAt", array_agg(r.number order by r.number) as numbers, bool_or(r.late) as late
    from intakes i join remarks r on r.intake_id = i.id
    left join organisations o on o.id = i.organisation_id
    left join people p on p.id = i.sender_id
    where i.draft_id = ${draftId} group by i.id, o.id, p.id order by i.id desc`)
  const kept = await filesOfIntakes(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...row,
    enteredAt: new Date(row.enteredAt),
    files: kept.flatMap(({ id, name, intakeId }) => (intakeId === row.id ? [{ id, name }] : [])),
  }))
}

export interface PlaceOffered {
  found: Cited['found']
  /** units to choose from, at most a dozen */
  units: { blockId: string; address: string; words: string }[]
}

const WORDS = 180

/** Where the references of rows point in the text of a version, each with its first words. */
export function placesOffered(references: readonly string[], units: readonly BlockInput[]): PlaceOffered[] {
  const known = new Map(units.map((unit) => [unit.blockId, unit]))
  const words = ({ text }: BlockInput) => (text.length > WORDS ? `${text.slice(0, WORDS).trimEnd()}…` : text)
  return references.map((reference) => {
    const cited = cite(reference, units)
    const ids = cited.found === 'unit' ? [cited.blockId] : cited.found === 'several' ? cited.blockIds : []
    const offered = ids.flatMap((id) => known.get(id) ?? [])
    return {
      found: cited.found,
      units: offered.map((unit) => ({ blockId: unit.blockId, address: unit.address, words: words(unit) })),
    }
  })
}
