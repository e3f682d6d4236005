/** Who has panels to work on: by a capability, or as the secretary of one of them, which grants nothing else. */
import { eq } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { panels } from '#db/schema/index.ts'

const works = ['panel.read', 'panel.select', 'panel.request', 'panel.convene']

/** Problem('forbidden') for who has none. */
export async function refuseIdle({ db, actor }: ActingCtx): Promise<void> {
  if (actor.powers.some(({ capability }) => works.includes(capability))) return
  const [kept] = await db
    .select({ id: panels.id })
    .from(panels)
    .where(eq(panels.secretaryId, actor.personId))
    .limit(1)
  if (!kept) throw new Problem('forbidden')
}
