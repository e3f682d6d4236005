/**
 * The same paper entered twice is noticed: equal number and day of one sender, the same file, or, where a message has no
 * number, the same words. It is a question to the organiser, who may know better.
 */
import { sql } from 'drizzle-orm'
import { sha256 } from '#app/domain/canonical.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import type { IntakeInput, PaperInput } from './intaking.server.ts'
import type { Sender } from './sending.server.ts'
import { saidTogether } from './tabling.ts'

type Earlier = {
  id: string
  number: string
  sameSender: boolean
  sameFile: boolean
  first: number
  last: number
  bodies: string[]
}

/** Problem('intake-twice') with the numbers of the remarks that are already there. Under the lock of the draft. */
export async function assertOnce(
  ctx: ActingCtx,
  draftId: string,
  { paper, sender, input }: { paper: PaperInput; sender: Sender; input: IntakeInput },
): Promise<void> {
  const same = (await earlierOn(ctx, draftId, paper, sender, input.uploads ?? [])).find((other) => {
    if (other.sameFile) return true
    if (!other.sameSender) return false
    return paper.number === ''
      ? wordsOf(other.bodies) ===
          wordsOf(input.rows.map((row) => (row.wording ? row.remark : saidTogether(row))))
      : folded(other.number) === folded(paper.number)
  })
  if (same) throw new Problem('intake-twice', { first: same.first, last: same.last }, 'again')
}

/** Standing papers of this day and channel, and those with one of the files whatever their day. */
async function earlierOn(
  ctx: ActingCtx,
  draftId: string,
  { channel, day }: PaperInput,
  { personId, organisationId, organisationName }: Sender,
  uploads: readonly string[],
): Promise<Earlier[]> {
  const sent = uploads.length === 0 ? sql`(null::uuid)` : sql`${[...uploads]}`
  return ctx.db.execute<Earlier>(sql`
    select * from (
      select i.id, i.number, i.channel, i.day, min(r.number)::int as first, max(r.number)::int as last,
        array_agg(r.body order by r.number) as bodies,
        (i.sender_id = ${personId}::uuid or i.organisation_id = ${organisationId}::uuid
          or (${organisationName} <> '' and lower(i.organisation_name) = lower(${organisationName}))) is true as "sameSender",
        exists (select 1 from files f join files s on s.sha256 = f.sha256 and s.id in ${sent}
          where f.object_kind = 'intake' and f.object_id = i.id and f.erased_at is null) as "sameFile"
      from intakes i join remarks r on r.intake_id = i.id
      where i.draft_id = ${draftId} and i.undone_at is null group by i.id) e
    where "sameFile" or (channel = ${channel} and day = ${day}::date)
    order by id`)
}

const folded = (number: string) => number.toLowerCase().replace(/[\s№]/g, '')
const wordsOf = (bodies: readonly string[]) =>
  sha256(bodies.map((body) => body.replace(/\s+/g, ' ').trim().toLowerCase()).sort())
